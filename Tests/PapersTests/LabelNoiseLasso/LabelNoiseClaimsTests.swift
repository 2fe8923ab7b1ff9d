import Experiments
import NumericalCore
import Tables
import Testing

@testable import Papers

/// The claims of the paper at scale quick, with their bounds.
@Suite struct LabelNoiseClaimsTests {
  private func seeds(_ name: String) throws -> [ExperimentResult] {
    try TestRun.seeds.map { try TestRun.tables("label-noise-lasso/\(name)", replicate: .seed($0)) }
  }

  /// The rows of each noise level, in the order of the levels.
  private func levels(_ rows: [[String: Value]]) -> [[[String: Value]]] {
    var levels: [Double] = []
    for row in rows where !levels.contains(row.number("deltabar")) { levels.append(row.number("deltabar")) }
    return levels.map { level in rows.filter { $0.number("deltabar") == level } }
  }

  @Test func labelNoiseRecoversTheSparseTruth() throws {
    for result in try seeds("recovery") {
      let tail = Dictionary(uniqueKeysWithValues: result.rows("tail").map { ($0.text("algorithm"), $0) })
      func value(_ algorithm: String, _ column: String) -> Double { tail[algorithm]?.number(column) ?? .nan }
      #expect(value("gd", "off_support_l1") > 3)
      #expect(value("lngd", "off_support_l1") < 0.02 * value("gd", "off_support_l1"))
      #expect(value("lngd", "tail_error_sq") < 0.1 * value("gd", "tail_error_sq"))
    }
  }

  @Test func averagesSolveTheLasso() throws {
    for result in try seeds("lasso-average") {
      let levels = levels(result.rows("averages"))
      #expect(levels.map { $0[0].text("regime") } == ["standard", "standard", "between", "large"])
      for (rows, limit) in zip(levels, [0.1, 0.2]) {
        func norm(_ value: ([String: Value]) -> Double) -> Double { Vector.norm(rows.map(value)) }
        let distance = norm { $0.number("tail_mean") - $0.number("lasso") } / norm { $0.number("truth") }
        #expect(distance < limit)
        #expect(rows.allSatisfy { $0.number("identity_residual") < 0.25 })
      }
    }
  }

  @Test func offSupportDecaysAtTheDualRate() throws {
    for result in try seeds("off-support-decay") {
      for rows in levels(result.rows("rates")) {
        let rates = rows.map { $0.number("measured_rate") }
        let duals = rows.map { $0.number("mu") }
        let ratio = Statistics.mean(rates) / Statistics.mean(duals)
        #expect(ratio > 0.8 && ratio < 1.25)
        #expect(Statistics.pearson(rates, duals).coefficient > 0.8)
        #expect(rows.allSatisfy { $0.number("final") < 1e-3 })
      }
    }
  }

  @Test func fluctuationsGrowAsTheRootOfTheNoise() throws {
    for result in try seeds("fluctuations") {
      let support = result.rows("support")
      for rows in levels(support) {
        let ratio = Statistics.mean(rows.map { $0.number("sd") / $0.number("predicted_sd") })
        #expect(ratio > 0.8 && ratio < 1.25)
      }
      let slope = Statistics.logLogSlope(support.map { $0.number("deltabar") }, support.map { $0.number("sd") })
      #expect(slope > 0.42 && slope < 0.56)
      for row in result.rows("one_dimensional") {
        #expect(abs(row.number("mean") / row.number("mean_theory") - 1) < 0.2)
        #expect(abs(row.number("variance") / row.number("variance_theory") - 1) < 0.3)
      }
    }
  }

  @Test func largeNoiseCollapses() throws {
    for result in try seeds("large-noise") {
      let rows = result.rows("collapse")
      #expect(rows.first?.number("max_beta") == 0.1)
      #expect((rows.last?.number("max_beta") ?? 1) < 1e-6)
    }
  }

  @Test func smallerInputWins() throws {
    let rows = try seeds("domination").flatMap { $0.rows("example") }
    let target = 1 / 0.7 - 0.1
    #expect(rows.allSatisfy { abs($0.number("tail_mean") / target - 1) < 0.25 && $0.number("other") < 1e-4 })
    if rows.count == 5 { #expect(abs(Statistics.mean(rows.map { $0.number("tail_mean") }) / target - 1) < 0.1) }
  }

  @Test func dominationNeedsEnoughSamples() throws {
    let rows = try TestRun.tables("label-noise-lasso/domination", replicate: .shared(firstSeed: 0)).rows("fraction")
    let fractions = Dictionary(uniqueKeysWithValues: rows.map { (Int($0.number("n")), $0.number("fraction")) })
    #expect((fractions[5] ?? 1) < 0.05 && (fractions[10] ?? 1) < 0.05)
    #expect((fractions[60] ?? 0) > 0.9)
  }
}
