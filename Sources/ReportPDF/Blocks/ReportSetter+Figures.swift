import Graphics
import Report
import Typography

extension ReportSetter {
  /// A figure with its caption and notes; a numbered one floats.
  func append(_ figure: FigureBlock, to list: inout VerticalList, _ frame: Frame) {
    let tag = tree.add("Sect", in: frame.tag)
    let inner = frame.with(tag: tag)
    var below = figure.name != nil || !figure.caption.isEmpty ? captionLines(figure.name, figure.caption, inner) : []
    if !figure.notes.isEmpty {
      let text = figure.notes.map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
      var setter = inlineSetter(frame.measure)
      setter.append(text, .note)
      let fits = setter.paragraph.widths.natural <= frame.measure
      below.append(VerticalBox(height: 2))
      below += lines(setter, inner.with(text: .note), alignment: fits ? .center : .left, tag: tree.add("P", in: tag))
    }
    let captionHeight = below.reduce(7) { $0 + $1.height }
    var picture = picture(figure.content, inner, maximumHeight: geometry.textHeight - captionHeight - 10)
    if let anchor = figure.anchor { picture.elements.insert(destination(anchor, y: -6), at: 0) }
    let whole = VerticalBox.stack([picture, VerticalBox(height: 7)] + below)
    if frame.isBoxed {
      list.append([.box(whole)], before: 10, after: 10)
    } else {
      list.append(float: whole)
    }
  }

  private func picture(_ content: FigureBlock.Content, _ frame: Frame, maximumHeight: Double) -> VerticalBox {
    let leaf = tree.add("Figure", in: frame.tag)
    switch content {
    case .chart(let chart):
      let list = chart.list
      let scale = min(1, frame.measure / max(1, list.width), maximumHeight / max(1, list.height))
      let x = frame.x + (frame.measure - list.width * scale) / 2
      alternativeTexts.append(chart.alternativeText)
      return VerticalBox(
        height: list.height * scale, elements: [PageElement(.chart(list, scale: scale), x: x, y: 0, tag: leaf)])
    case .image(let image):
      guard let size = ImageSize.of(image) else { return missing(image, frame) }
      let scale = min(1, frame.measure / size.width, maximumHeight / size.height)
      let (width, height) = (size.width * scale, size.height * scale)
      alternativeTexts.append(image.alternativeText)
      let element = PageElement(
        .image(image, width: width, height: height), x: frame.x + (frame.measure - width) / 2, y: 0, tag: leaf)
      return VerticalBox(height: height, elements: [element])
    }
  }

  /// A frame that says what stands in its place in the HTML report.
  private func missing(_ image: EmbeddedImage, _ frame: Frame) -> VerticalBox {
    let reason = image.format == .svg ? "This SVG image is shown in the HTML report only" : "This image could not be read"
    let text = image.alternativeText.isEmpty ? "\(reason)." : "\(reason): \(image.alternativeText)"
    let inner = frame.inset(left: 40, right: 40).with(text: TextSetting(.serifItalic, 9.6, leading: 12.4, color: Palette.muted))
    let content = VerticalBox.stack(lines([.text(text)], inner, alignment: .center, tag: tree.add("P", in: frame.tag)))
    let border = Frame(x: frame.x + 26, measure: frame.measure - 52, text: frame.text, tag: frame.tag)
    return panel(content, border, rule: Palette.hairline, tint: Palette.codeTint, padding: 16)
  }
}
