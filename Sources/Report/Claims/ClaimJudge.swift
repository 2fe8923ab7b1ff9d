import Notebook
import NumericalCore

/// Compares the values of a claim's query, one a replicate, with what the paper makes us expect.
struct ClaimJudge {
  typealias Expected = Expectation

  let expectation: Expected
  let interval: ClaimDirective.Interval
  let confidence: Double
  /// Root of the bootstrap's randomness.
  let seed: UInt64

  struct Judgement: Sendable, Equatable {
    var verdict: Claim.Verdict
    var estimate: Double
    var lower: Double
    var upper: Double
    var explanation: String?
  }

  /// - Parameter values: at least one, all finite or infinite but no NaN.
  func judge(_ values: [Double]) -> Judgement {
    let estimate = Statistics.mean(values)
    if case .isTrue = expectation { return truth(values) }
    let (lower, upper) = bounds(of: values)
    var judgement = Judgement(verdict: .inconclusive, estimate: estimate, lower: lower, upper: upper)
    if expectation.contains(lower), expectation.contains(upper) {
      judgement.verdict = .supported
    } else if expectation.isDisjoint(from: lower, upper) {
      judgement.verdict = .refuted
    } else {
      judgement.explanation = need(values, estimate)
    }
    return judgement
  }

  private func truth(_ values: [Double]) -> Judgement {
    let held = values.filter { $0 != 0 }.count
    return Judgement(
      verdict: held == values.count ? .supported : .refuted, estimate: Double(held) / Double(values.count),
      lower: values.min() ?? 0, upper: values.max() ?? 0,
      explanation: held == values.count ? nil : "holds in \(held) of \(values.count)")
  }

  private func bounds(of values: [Double]) -> (Double, Double) {
    guard values.count > 1 else { return (values[0], values[0]) }
    switch interval {
    case .range: return (values.min() ?? .nan, values.max() ?? .nan)
    case .t:
      let interval = Statistics.meanInterval(values, confidence: confidence)
      return (interval.lower, interval.upper)
    case .bootstrap:
      let interval = Statistics.bootstrapInterval(
        values, confidence: confidence, resamples: 10_000, source: RandomSource(seed: seed, stream: "bootstrap"))
      return (interval.lower, interval.upper)
    }
  }

  /// How many replicates would decide, if mean and spread stayed as they are.
  private func need(_ values: [Double], _ mean: Double) -> String {
    guard interval != .range else { return "some replicates lie inside the expectation and some outside" }
    let spread = Statistics.standardDeviation(values)
    let distance = expectation.distanceToBound(from: mean)
    guard distance > 0, spread.isFinite else { return "the mean lies on the bound" }
    var count = values.count + 1
    while count < 1_000_000 {
      let factor = Distributions.studentQuantile(0.5 + confidence / 2, degrees: Double(count - 1))
      if factor * spread / Double(count).squareRoot() < distance {
        return "about \(count) replicates would decide it"
      }
      count = max(count + 1, count * 21 / 20)
    }
    return "more than a million replicates would be needed to decide it"
  }
}
