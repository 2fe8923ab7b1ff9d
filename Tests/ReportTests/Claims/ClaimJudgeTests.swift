import Notebook
import Testing

@testable import Report

@Suite struct ClaimJudgeTests {
  private func judge(_ expectation: Expectation, _ values: [Double], _ interval: ClaimDirective.Interval = .t) -> ClaimJudge.Judgement {
    ClaimJudge(expectation: expectation, interval: interval, confidence: 0.95, seed: 0).judge(values)
  }

  @Test(arguments: [
    (Expectation.within(0, 1), 1.0, Claim.Verdict.supported), (.within(0, 1), 1.01, .refuted), (.less(1), 1, .refuted),
    (.lessOrEqual(1), 1, .supported), (.greater(1), 1, .refuted), (.greaterOrEqual(1), 1, .supported),
    (.equal(0.5, tolerance: 0.1), 0.61, .refuted), (.equal(0.5, tolerance: 0.1), 0.45, .supported), (.isTrue, 1, .supported), (.isTrue, 0, .refuted),
  ])
  func oneValueIsComparedAsItIs(_ expectation: Expectation, _ value: Double, _ verdict: Claim.Verdict) {
    #expect(judge(expectation, [value]).verdict == verdict)
  }

  /// Mean 2, standard deviation 1, n = 3: half-width 4.302653 / √3 = 2.484138.
  @Test func theIntervalIsStudents() {
    let result = judge(.within(-1, 5), [1, 2, 3])
    #expect(abs(result.lower - (2 - 2.484137711662)) < 1e-9)
    #expect(abs(result.upper - (2 + 2.484137711662)) < 1e-9)
    #expect(result.verdict == .supported)
  }

  @Test func astrideIsInconclusiveWithTheNumberThatWouldDecide() {
    let result = judge(.less(3), [1, 2, 3])
    #expect(result.verdict == .inconclusive)
    // t(0.975, 6) / √7 = 0.92487 is the first half-width below the distance 1 of the mean to the bound.
    #expect(result.explanation == "about 7 replicates would decide it")
  }

  @Test func outsideIsRefuted() {
    #expect(judge(.less(-1), [1, 2, 3]).verdict == .refuted)
    #expect(judge(.within(10, 20), [1, 2, 3]).verdict == .refuted)
  }

  @Test func rangeMeansInEverySeed() {
    #expect(judge(.less(3.5), [1, 2, 3], .range).verdict == .supported)
    #expect(judge(.less(3), [1, 2, 3], .range).verdict == .inconclusive)
    #expect(judge(.greater(3), [1, 2, 3], .range).verdict == .refuted)
  }

  @Test func bootstrapIsTheSameEveryTime() {
    let values = [1.0, 4, 2, 8, 5, 7]
    let first = judge(.within(0, 10), values, .bootstrap)
    #expect(first == judge(.within(0, 10), values, .bootstrap))
    #expect(first.lower > 1 && first.upper < 8 && first.lower < first.upper)
  }

  @Test func equalValuesHaveNoWidth() {
    #expect(judge(.equal(2, tolerance: 0), [2, 2, 2]).verdict == .supported)
    #expect(judge(.less(2), [2, 2, 2]).verdict == .refuted)
  }

  @Test func truthIsCounted() {
    let result = judge(.isTrue, [1, 0, 1])
    #expect(result.verdict == .refuted)
    #expect(result.explanation == "holds in 2 of 3")
  }
}
