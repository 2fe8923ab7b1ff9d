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
    let setting = TextSetting(.serifBold, 11.4, leading: 15)
    var summary = line(VerdictSummary.sentence(report), setting, x: frame.x, baseline: setting.strutAscent, tag: tag)
    summary.elements.insert(destination(Self.verdictsAnchor, y: -8), at: 0)
    list.append([.box(summary)], before: 12, after: 5, keepsNext: true)
    let head: [[ReportInline]] = ["", "Claim and its source", "Expected", "Measured", "Verdict"].map { [.text($0)] }
    let rows: [[TableCell]] = report.claims.map { claim in
      [
        TableCell([.internalLink(anchor: claim.anchor, [.text("\(claim.number)")])]),
        TableCell(claim.text, remark: claim.sourceInPaper),
        TableCell(claim.expectation), TableCell(claim.estimate),
        TableCell([.text(claim.verdict.sign + "\u{A0}" + claim.verdict.rawValue)], color: Palette.verdict(claim.verdict), isBold: true),
      ]
    }
    var table = TableSetting(header: head.map { TableCell($0, isBold: true) }, rows: rows)
    table.alignments = [.right, .left, .left, .left, .left]
    table.text = TextSetting(.serif, 9, leading: 11.6)
    table.fillsMeasure = true
    table.rigidColumns = [0, 4]
    table.flexibleColumn = 1
    list.append(items(for: table, frame), before: 5, after: 16)
  }

  /// The box of one claim: verdict and source, the claim's words, what was expected and what measured.
  func append(_ claim: Claim, to list: inout VerticalList, _ frame: Frame) {
    let color = Palette.verdict(claim.verdict)
    let tag = tree.add("Sect", in: frame.tag)
    var inner = VerticalList()
    var boxed = frame.inset(left: 14, right: 10).with(tag: tag)
    boxed.isBoxed = true
    boxed.text = TextSetting(.serif, 10, leading: 13.2)

    let bold = TextSetting(.sansBold, 8.8, leading: 12.5, color: color)
    var head = inlineSetter(boxed.measure)
    head.append("\(claim.verdict.sign)\u{A0}Claim\u{A0}\(claim.number) \u{A0}\(claim.verdict.rawValue)", bold)
    if !claim.sourceInPaper.isEmpty {
      let quiet = TextSetting(.sans, 8.4, leading: 12.5, color: Palette.muted)
      head.append(" · ", quiet)
      head.append(claim.sourceInPaper, quiet)
    }
    var headLines = lines(head, boxed.with(text: bold), alignment: .left, tag: tree.add("P", in: tag))
    if !headLines.isEmpty { headLines[0].elements.insert(destination(claim.anchor, y: -6), at: 0) }
    inner.append(headLines.map(VerticalItem.box), before: 0, after: 2)
    inner.append(lines(claim.text, boxed, tag: tree.add("P", in: tag)).map(VerticalItem.box), before: 2, after: 3)
    inner.append(measured(claim, boxed, tag).map(VerticalItem.box), before: 3, after: 0)
    if let explanation = claim.explanation {
      let quiet = boxed.with(text: TextSetting(.serifItalic, 9.2, leading: 12.2, color: Palette.muted))
      inner.append(lines([.text(explanation)], quiet, tag: tree.add("P", in: tag)).map(VerticalItem.box), before: 2, after: 0)
    }
    let panel = panel(inner.stacked(), frame, rule: color, tint: Palette.tint(claim.verdict))
    list.append([.box(panel)], before: 10, after: 10, penalty: 0)
  }

  private func measured(_ claim: Claim, _ frame: Frame, _ tag: Int) -> [VerticalBox] {
    let quiet = TextSetting(.sans, 8.2, leading: 11.6, color: Palette.muted)
    let ink = TextSetting(.sans, 8.2, leading: 11.6)
    var setter = inlineSetter(frame.measure)
    setter.append("Expected ", quiet)
    setter.append(claim.expectation, ink)
    if !claim.measured.isEmpty {
      setter.append(" · Measured ", quiet)
      setter.append(claim.measured, ink)
    }
    if let figure = claim.figure {
      setter.append(" · ", quiet)
      setter.append([.internalLink(anchor: figure.anchor, [.text(figure.name)])], quiet)
    }
    return lines(setter, frame.with(text: quiet), alignment: .left, tag: tree.add("P", in: tag))
  }
}
