import Graphics
import Notebook
import Report
import Typography

extension ReportSetter {
  func appendHeading(
    _ level: Int, _ number: String?, _ anchor: String, _ title: [ReportInline], to list: inout VerticalList, _ frame: Frame
  ) {
    let setting = TextSetting.heading(level)
    let tag = tree.add("H\(structureLevel(of: level))", in: frame.tag)
    let gap = setting.size * 0.8
    let label = number.map { width($0, setting) + gap } ?? 0
    let isMirrored = TextDirection(of: title.plainText) == .rightToLeft
    let inset = isMirrored ? frame.inset(left: 0, right: label) : frame.inset(left: label)
    var words = inlineSetter(inset.measure)
    words.append(title, setting)
    var boxes = lines(words, inset.with(text: setting), alignment: .left, hyphenates: false, tag: tag)
    guard !boxes.isEmpty else { return }
    if let number {
      let x = isMirrored ? inset.x + inset.measure + gap : frame.x
      let line = line(number, setting, x: x, baseline: boxes[0].baseline, tag: tag)
      boxes[0].elements = line.elements + boxes[0].elements
    }
    boxes[0].elements.insert(destination(anchor, y: -6), at: 0)
    if level <= 2 { boxes[0].section = [number, title.plainText].compactMap { $0 }.joined(separator: "  ") }
    let space = geometry.columns > 1 ? TextSetting.narrowHeadingSpace(level) : TextSetting.headingSpace(level)
    var box = VerticalBox.stack(boxes)
    box.isHeading = true
    list.append([.box(box)], before: space.before, after: space.after, penalty: -20, keepsNext: true)
  }

  /// The title is the only heading of the first level; none is skipped on the way down.
  private func structureLevel(of level: Int) -> Int {
    let level = min(6, max(2, level + 1), headingLevel + 1)
    headingLevel = level
    return level
  }

  /// Paragraphs after the first of a section are indented; those that go on after a display are not.
  func appendParagraph(_ content: [ReportInline], after previous: ReportBlock?, to list: inout VerticalList, _ frame: Frame) {
    let tag = tree.add("P", in: frame.tag)
    let isIndented: Bool
    switch previous {
    case .paragraph?: isIndented = !frame.isBoxed
    default: isIndented = false
    }
    let indent = isIndented ? frame.text.size * 1.3 : 0
    isRunningText = true
    var boxes = lines(content, frame, indent: indent, tag: tag)
    isRunningText = false
    if frame.text.leading == bodyText.leading { for index in boxes.indices { boxes[index].isOnGrid = true } }
    let space = frame.isBoxed ? frame.text.leading * 0.4 : 0
    let isIntroducing = content.plainText.utf8.last == UInt8(ascii: ":")
    // The end of a sentence after its formula does not begin a page alone.
    let isRest = if case .equation? = previous { boxes.count == 1 } else { false }
    list.append(paragraphItems(boxes), before: space, after: space, penalty: isRest ? 80 : 0, keepsNext: isIntroducing)
  }

  func appendList(_ content: ReportList, to list: inout VerticalList, _ frame: Frame) {
    let bullet = content.items.contains { $0.isChecked != nil } ? "Square" : "Disc"
    let tag = tree.add("L", in: frame.tag, numbering: content.start != nil ? "Decimal" : bullet)
    let labels = labels(of: content)
    let widest = labels.map { width($0, frame.text) }.max() ?? 0
    let indent = max(frame.text.size * 1.7, widest + frame.text.size * 0.9)
    let isMirrored = content.direction == .rightToLeft
    var inner = VerticalList()
    for (item, label) in zip(content.items, labels) {
      let node = tree.add("LI", in: tag)
      let labelTag = tree.add("Lbl", in: node)
      var own = VerticalList()
      let inset = isMirrored ? frame.inset(left: 0, right: indent) : frame.inset(left: indent)
      var itemFrame = inset.with(tag: tree.add("LBody", in: node))
      itemFrame.isBoxed = true
      append(item.blocks, to: &own, itemFrame)
      var items = own.items
      if items.isEmpty { items = [.box(VerticalBox(height: frame.text.leading, baseline: frame.text.strutAscent))] }
      let gap = frame.text.size * 0.55
      let x = isMirrored ? itemFrame.x + itemFrame.measure + gap : itemFrame.x - gap - width(label, frame.text)
      setLabel(label, frame.text, x: x, tag: labelTag, on: &items)
      // On a grid of lines a little white space would become a line.
      let isOnGrid = geometry.columns > 1 && frame.text.leading == bodyText.leading
      let space = !content.isTight ? frame.text.leading * 0.4 : isOnGrid ? 0 : 1.5
      inner.append(items, before: space, after: space)
    }
    let space = frame.text.leading * (frame.isBoxed ? 0.25 : 0.45)
    list.append(inner.items, before: space, after: space)
  }

  private func labels(of list: ReportList) -> [String] {
    list.items.enumerated().map { index, item in
      if let isChecked = item.isChecked { return isChecked ? "☑" : "☐" }
      return list.start.map { "\($0 + index)." } ?? "•"
    }
  }

  /// Puts a label on the first baseline of the items.
  private func setLabel(_ text: String, _ setting: TextSetting, x: Double, tag: Int, on items: inout [VerticalItem]) {
    for index in items.indices {
      guard case .box(var box) = items[index] else { continue }
      let label = line(text, setting, x: x, baseline: box.baseline, tag: tag)
      box.elements = label.elements + box.elements
      items[index] = .box(box)
      return
    }
  }

  func appendBlockQuote(_ blocks: [ReportBlock], to list: inout VerticalList, _ frame: Frame) {
    var inner = VerticalList()
    var quoted = frame.inset(left: 22, right: 22).with(tag: tree.add("BlockQuote", in: frame.tag))
    if !frame.isBoxed { quoted = quoted.with(text: .quote) }
    quoted.isBoxed = true
    append(blocks, to: &inner, quoted)
    list.append(inner.items, before: 8, after: 8)
  }

  func appendThematicBreak(to list: inout VerticalList, _ frame: Frame) {
    let box = line("∗ ∗ ∗", frame.text.colored(Palette.muted), x: 0, baseline: frame.text.strutAscent, tag: frame.tag)
    var centred = box
    centred.shift(x: frame.x + (frame.measure - width("∗ ∗ ∗", frame.text)) / 2)
    for index in centred.elements.indices { centred.elements[index].tag = nil }
    list.append([.box(centred)], before: 8, after: 8, penalty: 50)
  }

  func appendBibliography(to list: inout VerticalList, _ frame: Frame) {
    let tag = tree.add("L", in: frame.tag, numbering: report.bibliography.contains { $0.mark != nil } ? "Decimal" : "None")
    let setting = TextSetting.bibliography
    let widest = report.bibliography.compactMap { $0.mark.map { width($0, setting) } }.max()
    let indent = widest.map { $0 + 7 } ?? 16
    var inner = VerticalList()
    for (index, entry) in report.bibliography.enumerated() {
      let node = tree.add("LI", in: tag)
      let labelTag = entry.mark.map { _ in tree.add("Lbl", in: node) }
      let body = tree.add("LBody", in: node)
      let hanging = frame.inset(left: indent).with(text: setting)
      var words = inlineSetter(hanging.measure)
      words.append(entry.content.trimmedAtEnd, setting)
      // Back to the first citation; `TaggedContent` drops the link where there is none.
      let place = LinkTarget.firstReference(to: entry.anchor)
      if destinations.contains(place) {
        words.append("\u{A0}↑", setting.colored(Palette.muted), link: .anchor(place), isQuiet: true)
      }
      // Without a mark the first line starts at the margin and the others hang. Names, volumes and pages leave few places
      // to divide, so that justified lines would gape.
      var boxes = lines(
        words, hanging, alignment: .left, indent: entry.mark == nil ? -indent : 0, hyphenates: false, tag: body)
      guard !boxes.isEmpty else { continue }
      if let mark = entry.mark, let labelTag {
        let label = line(mark, setting, x: frame.x, baseline: boxes[0].baseline, tag: labelTag)
        boxes[0].elements = label.elements + boxes[0].elements
      }
      boxes[0].elements.insert(destination(entry.anchor, y: 0), at: 0)
      // The heading stands above more than one.
      inner.append(paragraphItems(boxes), before: 3, after: 3, nextPenalty: index == 0 ? 60 : 0)
    }
    list.append(inner.items, before: 4, after: 8)
  }
}
