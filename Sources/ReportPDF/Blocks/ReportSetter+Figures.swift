import Graphics
import Report
import Typography

extension ReportSetter {
  /// A figure with its caption and notes, below it or, for one that leaves room, beside it; a numbered one floats.
  func append(_ figure: FigureBlock, to list: inout VerticalList, _ frame: Frame) {
    let isWide =
      !frame.isBoxed && geometry.columns > 1 && figure.content.width * Self.smallestScale > frame.measure
    let inner = (isWide ? wide(frame) : frame).with(tag: tree.add("Sect", in: frame.tag))
    let whole = besideCaption(figure, inner) ?? aboveCaption(figure, inner)
    if frame.isBoxed {
      list.append([.box(whole)], before: 8, after: 8)
    } else {
      list.append(float: whole, isWide: isWide)
    }
  }

  /// Whether two figures are small enough to share the measure.
  func fits(_ left: FigureBlock, beside right: FigureBlock, _ frame: Frame) -> Bool {
    let half = (frame.measure - Self.figureGap) / 2
    return [left, right].allSatisfy { figure in
      let width = figure.content.width
      return figure.name != nil && width > 0 && width * Self.smallestScale <= half
    }
  }

  /// Two figures side by side, their captions on one line.
  func append(_ left: FigureBlock, beside right: FigureBlock, to list: inout VerticalList, _ frame: Frame) {
    var inner = frame
    inner.measure = (frame.measure - Self.figureGap) / 2
    let halves = [(left, frame.x), (right, frame.x + inner.measure + Self.figureGap)].map { figure, x in
      var half = inner.with(tag: tree.add("Sect", in: frame.tag))
      half.x = x
      let tag = pictureTag(figure, half)
      let picture = self.picture(figure, half, tag: tag, maximumHeight: geometry.textHeight * 0.5)
      return (picture: picture, below: caption(figure, half, tag: tag, isCentred: true))
    }
    let height = halves.map(\.picture.height).max() ?? 0
    var whole = VerticalBox(height: 0)
    for (picture, below) in halves {
      let column = VerticalBox.stack([VerticalBox(height: height - picture.height), picture, VerticalBox(height: 5)] + below)
      whole.elements += column.elements
      whole.footnotes += column.footnotes
      whole.height = max(whole.height, column.height)
    }
    list.append(float: whole)
  }

  private static let figureGap = 18.0
  /// Charts are drawn for their own size; smaller than this their words are too small.
  private static let smallestScale = 0.82

  private func aboveCaption(_ figure: FigureBlock, _ frame: Frame) -> VerticalBox {
    let margin = max(0, (frame.measure - max(figure.content.width, 0.78 * frame.measure)) / 2)
    let tag = pictureTag(figure, frame)
    let below = caption(figure, frame.inset(left: margin, right: margin), tag: tag, isCentred: true)
    let captionHeight = below.reduce(5) { $0 + $1.height }
    let picture = picture(figure, frame, tag: tag, maximumHeight: geometry.textHeight - captionHeight - 10)
    return VerticalBox.stack([picture, VerticalBox(height: 5)] + below)
  }

  /// The caption to the right of the picture, where it is no taller; nil where it does not fit.
  private func besideCaption(_ figure: FigureBlock, _ frame: Frame) -> VerticalBox? {
    let width = figure.content.width
    let side = 0.31 * frame.measure
    let room = frame.measure - side - 14
    guard figure.name != nil, !frame.isBoxed, width > 0, room >= 240, width * Self.smallestScale <= room else { return nil }
    var left = frame
    left.measure = min(width, room)
    let place = frame.inset(left: left.measure + 14)
    let mark = tree.mark
    let tag = pictureTag(figure, frame)
    let picture = picture(figure, left, tag: tag, maximumHeight: geometry.textHeight * 0.6)
    var words = VerticalBox.stack(caption(figure, place, tag: tag, isCentred: false))
    guard words.height <= picture.height - 4 else {
      tree.rewind(to: mark)
      return nil
    }
    words.shift(x: 0, y: picture.height - words.height - 2)
    var whole = picture
    whole.elements += words.elements
    whole.footnotes += words.footnotes
    return whole
  }

  /// - Parameter tag: of the figure, which holds its caption.
  private func caption(_ figure: FigureBlock, _ frame: Frame, tag: Int, isCentred: Bool) -> [VerticalBox] {
    var lines: [VerticalBox] = []
    if figure.name != nil || !figure.caption.isEmpty {
      lines = captionLines(figure.name, figure.caption, frame.with(tag: tag), anchor: figure.anchor, isCentred: isCentred)
    }
    let notes = noteLines(figure.notes, frame, isCentred: isCentred && lines.count <= 1)
    return notes.isEmpty ? lines : lines + [VerticalBox(height: 2)] + notes
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

  /// The element of the structure for a picture; that around it where there is none to be drawn.
  private func pictureTag(_ figure: FigureBlock, _ frame: Frame) -> Int {
    switch figure.content {
    case .chart(let chart):
      return tree.add("Figure", in: frame.tag, alternative: chart.alternativeText, attachment: FigureAttachments.name(for: figure))
    case .image(let image):
      guard image.drawnSize != nil else { return frame.tag }
      let words = [image.alternativeText, figure.caption.plainText, "Image"].first { !$0.isEmpty } ?? ""
      return tree.add("Figure", in: frame.tag, alternative: words)
    }
  }

  private func picture(_ figure: FigureBlock, _ frame: Frame, tag: Int, maximumHeight: Double) -> VerticalBox {
    var box = drawing(figure, frame, tag: tag, maximumHeight: maximumHeight)
    if let anchor = figure.anchor { box.elements.insert(destination(anchor, y: -6), at: 0) }
    return box
  }

  private func drawing(_ figure: FigureBlock, _ frame: Frame, tag: Int, maximumHeight: Double) -> VerticalBox {
    switch figure.content {
    case .chart(let chart):
      let list = chart.list
      let scale = min(1, frame.measure / max(1, list.width), maximumHeight / max(1, list.height))
      let x = frame.x + (frame.measure - list.width * scale) / 2
      return VerticalBox(
        height: list.height * scale, elements: [PageElement(.chart(list, scale: scale), x: x, y: 0, tag: tag)])
    case .image(let image):
      guard let size = image.drawnSize else { return missing(image, frame) }
      let scale = min(1, frame.measure / size.width, maximumHeight / size.height)
      let (width, height) = (size.width * scale, size.height * scale)
      let element = PageElement(
        .image(image, width: width, height: height), x: frame.x + (frame.measure - width) / 2, y: 0, tag: tag)
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
