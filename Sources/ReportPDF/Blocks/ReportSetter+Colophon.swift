import Graphics
import Report
import Typography

extension ReportSetter {
  /// The terms and values that say what the report was made from; side by side where they are short, else in one paragraph.
  func appendColophon(to list: inout VerticalList, _ frame: Frame) {
    guard !report.colophon.isEmpty else { return }
    let setting = TextSetting.colophon
    let tag = tree.add("Sect", in: frame.tag)
    let rule = PageElement(.fill(width: 60, height: 0.5, color: Palette.hairline), x: frame.x, y: 0)
    list.append([.box(VerticalBox(height: 0.5, elements: [rule]))], before: 16, after: 4, penalty: -10, keepsNext: true)
    let bold = TextSetting(.serifBold, setting.size, leading: setting.leading, color: setting.color)
    let head = lines([.smallCapitals("Colophon")], frame.with(text: setting), alignment: .left, tag: tree.add("P", in: tag))
    list.append(head.map(VerticalItem.box), before: 2, after: 2, keepsNext: true)
    let indent = min(130, (report.colophon.map { width($0.term, setting) }.max() ?? 0) + 10)
    let half = (frame.measure - 16) / 2
    let isShort = report.colophon.allSatisfy { indent + width($0.value, setting) <= half }
    let entries = report.colophon
    if !isShort { return list.append(runningColophon(frame, bold, tag), before: 0, after: 0) }
    let rows = (entries.count + 1) / 2
    for row in 0..<rows {
      let items = paragraphItems(lines(of: entries[row], indent, frame, tag))
      guard entries.indices.contains(row + rows), case .box(var first)? = items.first else {
        list.append(items, before: 0, after: 0)
        continue
      }
      var right = frame
      right.x += half + 16
      first.elements += lines(of: entries[row + rows], indent, right, tag).flatMap(\.elements)
      list.append([.box(first)], before: 0, after: 0)
    }
  }

  /// All terms and values one after the other: a line for each would often need a page of its own.
  private func runningColophon(_ frame: Frame, _ bold: TextSetting, _ tag: Int) -> [VerticalItem] {
    let setting = TextSetting.colophon
    var setter = inlineSetter(frame.measure)
    for (index, entry) in report.colophon.enumerated() {
      if index > 0 { setter.append(Self.dot, setting) }
      setter.append(entry.term, bold)
      setter.append("\u{A0}" + entry.value.split(separator: ", ").map { String($0).nonBreaking }.joined(separator: ", "), setting)
    }
    let node = tree.add("P", in: tag)
    return paragraphItems(lines(setter, frame.with(text: setting), alignment: .left, hyphenates: false, tag: node))
  }

  private func lines(of entry: ColophonEntry, _ indent: Double, _ frame: Frame, _ tag: Int) -> [VerticalBox] {
    let setting = TextSetting.colophon
    let node = tree.add("P", in: tag)
    var setter = inlineSetter(frame.measure - indent)
    setter.append(entry.value, setting)
    var boxes = lines(setter, frame.inset(left: indent).with(text: setting), alignment: .left, hyphenates: false, tag: node)
    if boxes.isEmpty { boxes = [VerticalBox(height: setting.leading, baseline: setting.strutAscent)] }
    let term = line(entry.term + " ", setting, x: frame.x, baseline: boxes[0].baseline, tag: node)
    boxes[0].elements = term.elements + boxes[0].elements
    return boxes
  }
}
