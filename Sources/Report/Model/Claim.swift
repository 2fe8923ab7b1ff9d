import Notebook

/// A claim of the paper with its verdict.
package struct Claim: Sendable {
  package enum Verdict: String, Sendable, CaseIterable {
    case supported, refuted, inconclusive
    /// An experiment that it needs failed.
    case blocked
    /// The query is faulty or gave no number: never a pass.
    case faulty
  }

  /// 1, 2, … in document order.
  package var number: Int
  package var anchor: String
  package var sourceInPaper: [ReportInline]
  package var text: [ReportInline]
  package var verdict: Verdict
  /// "in [−1.1, −0.9]", "< 0.05", …
  package var expectation: [ReportInline]
  /// The measured value with its interval: "−1.02 (95 % CI −1.05 to −0.99, n = 5)".
  package var measured: [ReportInline]
  /// The value alone, for the verdict table: "−1.02".
  package var estimate: [ReportInline]
  /// One sentence that says why, for inconclusive, blocked and faulty ones ("23 seeds would decide it").
  package var explanation: String?
  /// The figure that shows it: its printed name and anchor.
  package var figure: (name: String, anchor: String)?
  package var sql: String

  package init(
    number: Int, anchor: String, sourceInPaper: [ReportInline], text: [ReportInline], verdict: Verdict,
    expectation: [ReportInline], measured: [ReportInline], estimate: [ReportInline], explanation: String?,
    figure: (name: String, anchor: String)?, sql: String
  ) {
    self.number = number
    self.anchor = anchor
    self.sourceInPaper = sourceInPaper
    self.text = text
    self.verdict = verdict
    self.expectation = expectation
    self.measured = measured
    self.estimate = estimate
    self.explanation = explanation
    self.figure = figure
    self.sql = sql
  }
}
