import Graphics
import Report
import Typography

extension ReportSetter {
  /// Running text as lines within a frame; `tag` holds them in the structure.
  func lines(
    _ content: [ReportInline], _ frame: Frame, alignment: ParagraphShape.Alignment = .justified, indent: Double = 0,
    tag: Int
  ) -> [VerticalBox] {
    var setter = inlineSetter(frame.measure)
    setter.append(content, frame.text)
    return lines(setter, frame, alignment: alignment, indent: indent, tag: tag)
  }

  func inlineSetter(_ measure: Double) -> InlineSetter {
    InlineSetter(typesetter: typesetter, formulas: formulas, measure: measure)
  }

  func lines(
    _ setter: InlineSetter, _ frame: Frame, alignment: ParagraphShape.Alignment = .justified, indent: Double = 0,
    hyphenates: Bool = true, tag: Int
  ) -> [VerticalBox] {
    let shape = ParagraphShape(
      measure: frame.measure, alignment: alignment, indent: indent, hyphenates: hyphenates,
      isRightToLeft: setter.direction == .rightToLeft)
    var open: OpenLeaf?
    var above: ParagraphLine?
    let lines = setter.paragraph.lines(shape)
    return lines.enumerated().map { index, line in
      defer { above = line }
      return box(line, below: above, isLast: index == lines.count - 1, setter, frame, tag: tag, &open)
    }
  }

  /// One line of plain text with its baseline where asked.
  func line(
    _ text: String, _ setting: TextSetting, x: Double, baseline: Double, tag: Int, link: LinkTarget? = nil
  ) -> VerticalBox {
    var setter = inlineSetter(10_000)
    setter.append(text, setting, link: link)
    let frame = Frame(x: x, measure: 10_000, text: setting, tag: tag)
    var box = lines(setter, frame, alignment: .left, tag: tag).first ?? VerticalBox(height: setting.leading)
    box.shift(x: 0, y: baseline - box.baseline)
    box.baseline = baseline
    return box
  }

  /// The natural width of a line of plain text.
  func width(_ text: String, _ setting: TextSetting) -> Double {
    fonts.measure(text, setting.style)
  }

  /// Lines as items: the first and the last two are kept together.
  func paragraphItems(_ lines: [VerticalBox]) -> [VerticalItem] {
    var items: [VerticalItem] = []
    for (index, line) in lines.enumerated() {
      if index > 1 && index < lines.count - 1 { items.append(.penalty(4)) }
      items.append(.box(line))
    }
    return items
  }

  /// Least distance between the ink of two lines.
  private static let lineGap = 0.8

  /// The innermost tag in force at the end of a line.
  private struct OpenLeaf {
    var mark: Int
    var tag: Int
    /// The formula whose parts follow each other.
    var formula: Int?
  }

  /// A stretch of text goes on over several lines. Baselines keep their distance as long as the ink of two lines stays
  /// apart, whatever the height of the formulas in them.
  private func box(
    _ line: ParagraphLine, below above: ParagraphLine?, isLast: Bool, _ setter: InlineSetter, _ frame: Frame, tag: Int,
    _ open: inout OpenLeaf?
  ) -> VerticalBox {
    let text = frame.text
    let own = max(text.strutAscent, line.ascent + 1)
    let ascent = above.map { text.strutAscent + max(0, $0.descent + line.ascent + Self.lineGap - text.leading) } ?? own
    let descent = isLast ? max(text.strutDescent, line.descent + 1) : text.strutDescent
    var box = VerticalBox(height: ascent + descent, baseline: ascent)
    box.slack = ascent - own
    for fragment in line.fragments {
      let mark = setter.marks[fragment.mark]
      if open?.mark != fragment.mark { open = OpenLeaf(mark: fragment.mark, tag: leaf(for: mark, in: tag)) }
      var inner = open?.tag ?? tag
      if mark.link == nil, case .box(let id) = fragment.content, case .formula(let formula)? = setter.box(id) {
        inner = formula.part > 0 ? open?.formula ?? inner : tree.add("Formula", in: inner, alternative: formula.spoken)
        open?.formula = inner
      }
      append(fragment, mark, setter, at: frame.x, baseline: ascent, tag: inner, to: &box)
    }
    return box
  }

  /// The innermost tag of a stretch of a line.
  private func leaf(for mark: InlineMark, in tag: Int) -> Int {
    if let link = mark.link {
      let holder = mark.footnote == nil ? tag : tree.add("Reference", in: tag)
      return tree.add("Link", in: holder, link: link)
    }
    return mark.tag == InlineMark.plain ? tag : tree.add(mark.tag, in: tag)
  }

  /// A formula; what of it leads elsewhere has tags of its own, unless it stands in a link already.
  /// - Parameters:
  ///   - tag: of the formula; nil when its links shall not lead anywhere.
  ///   - outer: the tag that it has then.
  func append(
    _ formula: FormulaBox, color: Theme.RGB, x: Double, y: Double, tag: Int?, or outer: Int? = nil,
    to box: inout VerticalBox
  ) {
    guard let tag else {
      box.elements.append(PageElement(.formula(formula, color: color), x: x, y: y, tag: outer))
      return
    }
    let parts = formula.parts
    box.elements.append(PageElement(.formula(parts.plain, color: color), x: x, y: y, tag: tag))
    for (part, target) in parts.linked {
      let link = tree.add("Link", in: tag, link: target)
      box.elements.append(PageElement(.formula(part, color: Palette.link), x: x, y: y, tag: link))
    }
  }

  private func append(
    _ fragment: LineFragment, _ mark: InlineMark, _ setter: InlineSetter, at left: Double, baseline: Double, tag: Int?,
    to box: inout VerticalBox
  ) {
    let x = left + fragment.x
    let y = baseline - fragment.rise
    if let destination = mark.destination { box.elements.append(self.destination(destination, y: 0)) }
    if case .anchor(let anchor)? = mark.link, mark.footnote == nil, isRunningText {
      let place = LinkTarget.firstReference(to: anchor)
      if !destinations.contains(place) { box.elements.append(self.destination(place, y: 0)) }
    }
    if let footnote = mark.footnote, !box.footnotes.contains(footnote) { box.footnotes.append(footnote) }
    switch fragment.content {
    case .glyphs(let span):
      box.elements.append(PageElement(.glyphs(span, color: mark.color), x: x, y: y, tag: tag))
      if mark.isStruck {
        let strike = PageElement.Content.fill(width: fragment.width, height: 0.5, color: mark.color)
        box.elements.append(PageElement(strike, x: x, y: y - 0.24 * span.size))
      }
    case .box(let id):
      guard setter.boxes.indices.contains(id) else { return }
      switch setter.boxes[id] {
      case .formula(let formula):
        append(formula, color: mark.color, x: x, y: y, tag: mark.link == nil ? tag : nil, or: tag, to: &box)
      case .image(let image, let width, let height):
        box.elements.append(PageElement(.image(image, width: width, height: height), x: x, y: y - height, tag: tag))
      }
    }
  }
}
