import Graphics
import Report
import Typography

extension ReportSetter {
  /// A figure with its caption and notes; a numbered one floats.
  func append(_ figure: FigureBlock, to list: inout VerticalList, _ frame: Frame) {
    let tag = tree.add("Sect", in: frame.tag)
    let inner = frame.with(tag: tag)
    let margin = max(0, (frame.measure - max(figure.content.width, 0.72 * frame.measure)) / 2)
    let narrow = inner.inset(left: margin, right: margin)
    var below = figure.name != nil || !figure.caption.isEmpty ? captionLines(figure.name, figure.caption, narrow) : []
    let isCentred = below.count <= 1
    let notes = noteLines(figure.notes, narrow, isCentred: isCentred)
    if !notes.isEmpty { below += [VerticalBox(height: 2)] + notes }
    let captionHeight = below.reduce(7) { $0 + $1.height }
    var picture = picture(figure, inner, maximumHeight: geometry.textHeight - captionHeight - 10)
    if let anchor = figure.anchor { picture.elements.insert(destination(anchor, y: -6), at: 0) }
    let whole = VerticalBox.stack([picture, VerticalBox(height: 7)] + below)
    if frame.isBoxed {
      list.append([.box(whole)], before: 10, after: 10)
    } else {
      list.append(float: whole)
    }
  }

  /// What is said under a figure or a table, in small type.
  func noteLines(_ notes: [String], _ frame: Frame, isCentred: Bool) -> [VerticalBox] {
    guard !notes.isEmpty else { return [] }
    var setter = inlineSetter(frame.measure)
    setter.append(notes.map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " "), .note)
    let fits = setter.paragraph.widths.natural <= frame.measure
    return lines(
      setter, frame.with(text: .note), alignment: isCentred && fits ? .center : .left, tag: tree.add("P", in: frame.tag))
  }

  private func picture(_ figure: FigureBlock, _ frame: Frame, maximumHeight: Double) -> VerticalBox {
    switch figure.content {
    case .chart(let chart):
      let list = chart.list
      let scale = min(1, frame.measure / max(1, list.width), maximumHeight / max(1, list.height))
      let x = frame.x + (frame.measure - list.width * scale) / 2
      let leaf = tree.add("Figure", in: frame.tag, alternative: chart.alternativeText, attachment: FigureAttachments.name(for: figure))
      return VerticalBox(
        height: list.height * scale, elements: [PageElement(.chart(list, scale: scale), x: x, y: 0, tag: leaf)])
    case .image(let image):
      guard let size = image.drawnSize else { return missing(image, frame) }
      let scale = min(1, frame.measure / size.width, maximumHeight / size.height)
      let (width, height) = (size.width * scale, size.height * scale)
      let leaf = tree.add("Figure", in: frame.tag, alternative: image.alternativeText)
      let element = PageElement(
        .image(image, width: width, height: height), x: frame.x + (frame.measure - width) / 2, y: 0, tag: leaf)
      return VerticalBox(height: height, elements: [element])
    }
  }

  /// A frame that says what stands in its place in the HTML report.
  private func missing(_ image: ReportImage, _ frame: Frame) -> VerticalBox {
    let reason = image.format == .svg ? "This SVG image is shown in the HTML report only" : "This image could not be read"
    let text = image.alternativeText.isEmpty ? "\(reason)." : "\(reason): \(image.alternativeText)"
    let inner = frame.inset(left: 40, right: 40).with(text: TextSetting(.serifItalic, 9.6, leading: 12.4, color: Palette.muted))
    let content = VerticalBox.stack(lines([.text(text)], inner, alignment: .center, tag: tree.add("P", in: frame.tag)))
    let border = Frame(x: frame.x + 26, measure: frame.measure - 52, text: frame.text, tag: frame.tag)
    return panel(content, border, rule: Palette.hairline, tint: Palette.codeTint, padding: 16)
  }
}

extension FigureBlock.Content {
  /// Its own width in points, before it is reduced to fit.
  var width: Double {
    switch self {
    case .chart(let chart): chart.list.width
    case .image(let image): image.drawnSize?.width ?? 0
    }
  }
}

extension ReportImage {
  /// Its natural size in points; nil for a kind that is not drawn.
  var drawnSize: (width: Double, height: Double)? {
    let size = file.sizeInPoints
    return format == .svg || size.width <= 0 || size.height <= 0 ? nil : size
  }
}
