import Graphics
import Report
import Typography

extension ReportSetter {
  /// The anchor of the verdict table.
  static let verdictsAnchor = "reprise-verdicts"

  /// The table that opens the report: every claim with its verdict, under one line that counts them.
  func appendVerdicts(to list: inout VerticalList, _ frame: Frame) {
    guard !report.claims.isEmpty else { return }
    let tag = tree.add("P", in: frame.tag)
    let setting = TextSetting.summary
    var summary = line(VerdictSummary.sentence(report), setting, x: frame.x, baseline: setting.strutAscent, tag: tag)
    summary.elements.insert(destination(Self.verdictsAnchor, y: -8), at: 0)
    list.append([.box(summary)], before: 9, after: 4, keepsNext: true)
    let head: [[ReportInline]] = ["No.", "Claim", "Expected", "Measured", "Verdict"].map { [.text($0)] }
    let rows: [[TableCell]] = report.claims.map { claim in
      [
        TableCell([.internalLink(anchor: claim.anchor, [.text("\(claim.number)")])]), TableCell(claim.text),
        TableCell(claim.expectation), TableCell(claim.estimate),
        TableCell([.text(Self.verdict(claim))], color: Palette.verdict(claim.verdict), isBold: true),
      ]
    }
    var table = TableSetting(header: head.map { TableCell($0, isBold: true) }, rows: rows)
    table.alignments = [.right, .left, .left, .left, .left]
    table.text = .verdicts
    table.gap = 11
    table.rowSpace = 1.2
    table.fillsMeasure = true
    table.rigidColumns = [0, 4]
    table.flexibleColumn = 1
    list.append(items(for: table, frame), before: 4, after: 14)
  }

  private static func verdict(_ claim: Claim) -> String { claim.verdict.sign + "\u{A0}" + claim.verdict.rawValue }

  /// Claims that follow each other as one box: a tint and a rule at the left in the colour of each verdict.
  func append(_ claims: [Claim], to list: inout VerticalList, _ frame: Frame) {
    var items: [VerticalItem] = []
    for (index, claim) in claims.enumerated() {
      // One claim alone on a page looks lost.
      let isNearEdge = index == 1 || index == claims.count - 1
      if index > 0 { items += [.penalty(isNearEdge ? 60 : 25), .box(VerticalBox(height: 1.2))] }
      let color = Palette.verdict(claim.verdict)
      let box = panel(content(of: claim, frame), frame, rule: color, tint: Palette.tint(claim.verdict), padding: 4)
      items.append(.box(box))
    }
    list.append(items, before: 8.5, after: 8.5, penalty: 0)
  }

  /// The claim's words, then its verdict, where the paper says it, what was expected and what measured.
  private func content(of claim: Claim, _ frame: Frame) -> VerticalBox {
    let tag = tree.add("Sect", in: frame.tag)
    var boxed = frame.inset(left: 11, right: 8).with(tag: tag).with(text: .claim)
    boxed.isBoxed = true
    let text = TextSetting.claim
    var words = inlineSetter(boxed.measure)
    words.append(
      "Claim\u{A0}\(claim.number)", TextSetting(.serifBold, text.size, leading: text.leading, color: Palette.verdict(claim.verdict)),
      link: .anchor(Self.verdictsAnchor), isQuiet: true)
    words.append(" \u{A0}", text)
    words.append(claim.text, text)
    var rows = lines(words, boxed, alignment: .left, tag: tree.add("P", in: tag))
    if !rows.isEmpty { rows[0].elements.insert(destination(claim.anchor, y: -6), at: 0) }
    rows += measured(claim, boxed, tag)
    if let explanation = claim.explanation {
      let quiet = boxed.with(text: TextSetting(.serifItalic, 8.8, leading: 11.2, color: Palette.muted))
      rows += lines([.text(explanation)], quiet, tag: tree.add("P", in: tag))
    }
    return VerticalBox.stack(rows)
  }

  private func measured(_ claim: Claim, _ frame: Frame, _ tag: Int) -> [VerticalBox] {
    let ink = TextSetting.measurement
    let quiet = ink.colored(Palette.muted)
    var setter = inlineSetter(frame.measure)
    let bold = TextSetting(.sansBold, ink.size, leading: ink.leading, color: Palette.verdict(claim.verdict))
    setter.append(Self.verdict(claim), bold)
    if !claim.sourceInPaper.isEmpty {
      setter.append(Self.dot, quiet)
      setter.append(claim.sourceInPaper, quiet)
    }
    setter.append(Self.dot + "expected\u{A0}", quiet)
    setter.append(claim.expectation.nonBreaking, ink)
    setter = measured(claim, frame, after: setter, isDivided: false) ?? measured(claim, frame, after: setter, isDivided: true) ?? setter
    return lines(setter, frame.with(text: quiet), alignment: .left, hyphenates: false, tag: tree.add("P", in: tag))
  }

  /// Adds the number with its interval and its figure, as one where they fit on a line; nil where they do not.
  private func measured(_ claim: Claim, _ frame: Frame, after start: InlineSetter, isDivided: Bool) -> InlineSetter? {
    let ink = TextSetting.measurement
    let quiet = ink.colored(Palette.muted)
    func append(to setter: inout InlineSetter) {
      if !claim.measured.isEmpty {
        setter.append("measured\u{A0}", quiet)
        setter.append(isDivided ? claim.measured : claim.measured.nonBreaking, ink)
      }
      guard let figure = claim.figure else { return }
      if !claim.measured.isEmpty { setter.append(isDivided ? Self.dot : Self.dot.nonBreaking, quiet) }
      setter.append([.internalLink(anchor: figure.anchor, [.text(figure.name.nonBreaking)])], quiet)
    }
    var alone = inlineSetter(frame.measure)
    append(to: &alone)
    guard !alone.paragraph.isEmpty, isDivided || alone.paragraph.widths.natural < frame.measure else { return nil }
    var setter = start
    setter.append(Self.dot, quiet)
    append(to: &setter)
    return setter
  }
}
