import Graphics
import Notebook
import Report
import Typography

extension ReportSetter {
  /// A tint behind a box and a coloured rule at its left.
  func panel(_ content: VerticalBox, _ frame: Frame, rule: Theme.RGB, tint: Theme.RGB, padding: Double = 5) -> VerticalBox {
    var box = content
    box.shift(x: 0, y: padding)
    box.baseline += padding
    box.height += 2 * padding
    decorate(&box, frame, rule: rule, tint: tint)
    return box
  }

  private func decorate(_ box: inout VerticalBox, _ frame: Frame, rule: Theme.RGB?, tint: Theme.RGB, isMirrored: Bool = false) {
    // A hair taller than the box, so that no seam shows between two.
    let height = box.height + 0.2
    var behind = [PageElement(.fill(width: frame.measure, height: height, color: tint), x: frame.x, y: 0)]
    if let rule {
      let x = isMirrored ? frame.x + frame.measure - 2.2 : frame.x
      behind.append(PageElement(.fill(width: 2.2, height: height, color: rule), x: x, y: 0))
    }
    box.elements = behind + box.elements
  }

  /// Items on a tint that may be divided between pages.
  func tinted(
    _ list: VerticalList, _ frame: Frame, rule: Theme.RGB?, tint: Theme.RGB, padding: Double = 5, isMirrored: Bool = false
  ) -> [VerticalItem] {
    var edge = VerticalBox(height: padding)
    decorate(&edge, frame, rule: rule, tint: tint, isMirrored: isMirrored)
    let items = list.solid { box in
      self.decorate(&box, frame, rule: rule, tint: tint, isMirrored: isMirrored)
      // Where a page ends between two boxes the tint goes on a little, above the text and below it.
      if box.repeated.isEmpty { box.repeated = [edge] }
      let below = edge.elements.map { $0.lowered(by: box.height) }
      box.closing = below + box.closing
    }
    return [.box(edge)] + items + [.box(edge)]
  }

  func appendCallout(_ kind: Callout.Kind, _ title: String, _ blocks: [ReportBlock], to list: inout VerticalList, _ frame: Frame) {
    let colors = Palette.callout(kind)
    var inner = VerticalList()
    let tag = tree.add("Sect", in: frame.tag)
    let isMirrored = blocks.first?.direction == .rightToLeft
    var boxed = frame.inset(left: isMirrored ? 10 : 14, right: isMirrored ? 14 : 10).with(tag: tag).with(text: .panel)
    boxed.isBoxed = true
    let setting = TextSetting(.sansBold, 8.5, leading: 11.8, color: colors.rule)
    let side: ParagraphShape.Alignment = isMirrored ? .right : .left
    let head = lines([.text(title)], boxed.with(text: setting), alignment: side, tag: tree.add("P", in: tag))
    inner.append(head.map(VerticalItem.box), before: 0, after: 2, keepsNext: true)
    append(blocks, to: &inner, boxed)
    let items = tinted(inner, frame, rule: colors.rule, tint: colors.tint, isMirrored: isMirrored)
    list.append(items, before: 8.5, after: 8.5)
  }

  func append(_ failure: FailureBlock, to list: inout VerticalList, _ frame: Frame) {
    let color = failure.kind == .blocked ? Palette.muted : Palette.error
    let tag = tree.add("Sect", in: frame.tag)
    var inner = VerticalList()
    var boxed = frame.inset(left: 14, right: 10).with(tag: tag).with(text: .panel)
    boxed.isBoxed = true
    let setting = TextSetting(.sansBold, 9, leading: 12.8, color: color)
    var head = lines([.text(failure.title)], boxed.with(text: setting), alignment: .left, tag: tree.add("P", in: tag))
    if let anchor = failure.anchor, !head.isEmpty { head[0].elements.insert(destination(anchor, y: -6), at: 0) }
    inner.append(head.map(VerticalItem.box), before: 0, after: 2, keepsNext: true)
    for message in failure.messages {
      inner.append(lines([.text(message)], boxed, alignment: .left, tag: tree.add("P", in: tag)).map(VerticalItem.box), before: 2, after: 2)
    }
    if !failure.excerpt.isEmpty {
      let listing = CodeListing(language: "", text: failure.excerpt.joined(separator: "\n"))
      inner.append(codeLines(listing, boxed.with(text: .excerpt), tag: tag).map(VerticalItem.box), before: 4, after: 0)
    }
    let tint = failure.kind == .blocked ? Theme.RGB(0xF4F4F4) : Theme.RGB(0xFCF2F1)
    list.append(tinted(inner, frame, rule: color, tint: tint), before: 8.5, after: 8.5)
  }

  /// How something was computed, in small grey type.
  func append(_ experiment: ExperimentBlock, to list: inout VerticalList, _ frame: Frame) {
    let quiet = TextSetting.note
    let tag = tree.add("P", in: frame.tag)
    var setter = inlineSetter(frame.measure - 10)
    setter.append("Experiment ", quiet)
    setter.append([.code(experiment.experiment)], quiet.colored(Palette.ink))
    var facts = ["", "scale \(experiment.scale)", experiment.seedsText]
    facts += experiment.sweeps.map { "\($0.name)\u{A0}∈\u{A0}{\($0.values)}" }
    // An empty one was left to the experiment.
    let stated = experiment.parameters.filter { !["", "[]"].contains($0.value) }
    facts += stated.map { "\($0.name)\u{A0}=\u{A0}\($0.value)" }
    setter.append(facts.joined(separator: Self.dot), quiet)
    var boxes = lines(setter, frame.inset(left: 10).with(text: quiet), alignment: .left, hyphenates: false, tag: tag)
    guard !boxes.isEmpty else { return }
    boxes[0].elements.insert(destination(experiment.anchor, y: -6), at: 0)
    var box = VerticalBox.stack(boxes)
    let bar = PageElement(.fill(width: 1, height: box.height - 2, color: Palette.hairline), x: frame.x, y: 1)
    box.elements.insert(bar, at: 0)
    // A page ends above it or below it less readily than elsewhere: it says how what follows was computed.
    list.append([.box(box)], before: 6.5, after: 7, penalty: 10, nextPenalty: 40)
  }

  /// Between facts on a line, which ends after it and never before.
  static let dot = "\u{A0}· "
}
