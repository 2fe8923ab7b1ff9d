import Diagnostics
import Notebook
import Query
import Tables

extension ReportBuilder {
  /// A `{claim}` directive with its verdict; noted for the table that opens the report.
  func claim(_ directive: ClaimDirective, _ block: Block) -> ReportBlock {
    let target = index[block]
    var claim = Claim(
      number: claims.count + 1, anchor: target?.anchor ?? "clm-\(claims.count + 1)",
      sourceInPaper: inlines(directive.sourceInPaper), text: inlines(directive.text), verdict: .faulty,
      expectation: .numberText(directive.expectation.text), measured: [], estimate: [.text("–")], explanation: nil,
      figure: directive.figure.flatMap { name in index[name].map { ($0.name, $0.anchor) } }, sql: directive.sql.trimmed)
    noteOrigins(of: claim.anchor, sql: directive.sql)
    judge(directive, into: &claim)
    claims.append(claim)
    return .claim(claim)
  }

  private func judge(_ directive: ClaimDirective, into claim: inout Claim) {
    do {
      let table = try database.query(directive.sql, rowLimit: 1_000_000)
      guard let values = values(of: table, directive, &claim) else { return }
      let judge = ClaimJudge(
        expectation: directive.expectation, interval: directive.interval, confidence: directive.confidence,
        seed: UInt64(bitPattern: Int64(notebook.frontMatter.seed)))
      let judgement = judge.judge(values)
      claim.verdict = judgement.verdict
      claim.explanation = judgement.explanation
      claim.estimate = .numberText(ReadableNumber.text(judgement.estimate, digits: 3))
      claim.measured = .numberText(measured(judgement, values.count, directive))
    } catch {
      if let blocker = blocker(of: error) {
        claim.verdict = .blocked
        claim.explanation = "the experiment \(blocker) failed"
        return
      }
      refuse(error.diagnostic(at: claimPlace(error.offset, directive)), &claim)
    }
  }

  /// One finite or infinite number a row, or nil after saying what is wrong.
  private func values(of table: Table, _ directive: ClaimDirective, _ claim: inout Claim) -> [Double]? {
    let place = directive.sqlRange
    if table.columns.count != 1 {
      refuse(ReportDiagnostics.claimColumns(table.columns.count, at: place), &claim)
    } else if table.rowCount == 0 {
      refuse(ReportDiagnostics.claimWithoutRows(at: place), &claim)
    } else if case .text(let texts) = table.columns[0].storage, let text = texts.compactMap({ $0 }).first {
      refuse(ReportDiagnostics.claimText(text, at: place), &claim)
    } else if let missing = table.columns[0].numbers.firstIndex(where: \.isNaN) {
      refuse(ReportDiagnostics.claimWithMissing(row: missing + 1, of: table.rowCount, at: place), &claim)
    } else {
      return table.columns[0].numbers
    }
    return nil
  }

  private func refuse(_ diagnostic: Diagnostic, _ claim: inout Claim) {
    diagnostics.append(diagnostic)
    claim.verdict = .faulty
    claim.explanation = diagnostic.message
  }

  /// Where in the notebook a fault of the query stands: exact when the SQL stands on one line as written.
  private func claimPlace(_ offset: Int?, _ directive: ClaimDirective) -> SourceRange {
    let range = directive.sqlRange
    let length = directive.sql.utf8.count
    let isVerbatim = range.start.line == range.end.line && range.end.column - range.start.column - length <= 2
    guard let offset, isVerbatim else { return range }
    let quote = (range.end.column - range.start.column - length) / 2
    return place(offset, in: directive.sql, from: SourcePosition(line: range.start.line, column: range.start.column + max(quote, 0)))
  }

  private func measured(_ judgement: ClaimJudge.Judgement, _ count: Int, _ directive: ClaimDirective) -> String {
    func number(_ value: Double) -> String { ReadableNumber.text(value, digits: 3) }
    if case .isTrue = directive.expectation {
      return count == 1 ? (judgement.verdict == .supported ? "true" : "false") : "true in \(number(judgement.estimate * Double(count))) of \(count)"
    }
    guard count > 1 else { return number(judgement.estimate) }
    let bounds = "\(number(judgement.lower)) to \(number(judgement.upper))"
    switch directive.interval {
    case .range: return "\(number(judgement.estimate)) (range \(bounds), n\u{A0}=\u{A0}\(count))"
    case .t, .bootstrap:
      return "\(number(judgement.estimate)) (\(number(directive.confidence * 100)) % CI \(bounds), n\u{A0}=\u{A0}\(count))"
    }
  }
}
