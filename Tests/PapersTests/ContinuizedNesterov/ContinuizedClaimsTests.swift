import Experiments
import NumericalCore
import Tables
import Testing

@testable import Papers

/// The claims of the paper at scale quick, with their bounds.
@Suite struct ContinuizedClaimsTests {
  private func shared(_ name: String) throws -> ExperimentResult {
    try TestRun.tables("continuized-nesterov/\(name)", replicate: .shared(firstSeed: 0))
  }

  private func curve(_ rows: [[String: Value]], _ method: String) -> [Double: Double] {
    Dictionary(uniqueKeysWithValues: rows.filter { $0.text("method") == method }.map { ($0.number("t"), $0.number("gap")) })
  }

  @Test func convexQuadratic() throws {
    let rows = try shared("convex-quadratic").rows("gaps")
    let problem = DiagonalQuadratic.convex(dimension: 200)
    let (gd, nesterov, exact) = (curve(rows, "gd"), curve(rows, "nesterov"), curve(rows, "continuized-exact"))
    for t in [50.0, 100, 200, 400] { #expect((exact[t] ?? .nan) <= problem.bound(at: t)) }
    func slope(_ curve: [Double: Double]) -> Double {
      let late = curve.filter { $0.key >= 50 }.sorted { $0.key < $1.key }
      return Statistics.logLogSlope(late.map(\.key), late.map(\.value))
    }
    #expect((-1.6 ... -1.4).contains(slope(gd)))
    #expect((-3.3 ... -2.8).contains(slope(nesterov)))
    #expect((-3.3 ... -2.8).contains(slope(exact)))
    let last = (gd: gd[400] ?? .nan, nesterov: nesterov[400] ?? .nan, exact: exact[400] ?? .nan)
    #expect(last.gd >= 100 * last.exact)
    #expect((0.8...2).contains(last.exact / last.nesterov))
    for seed in TestRun.seeds {
      let runs = try TestRun.tables("continuized-nesterov/convex-quadratic", replicate: .seed(seed)).rows("gaps")
        .filter { $0.number("k") == 400 }
      let weighted = Statistics.mean(runs.map { $0.number("t") * $0.number("t") * $0.number("gap") })
      #expect(weighted / (problem.bound(at: 1)) <= 0.05)
      #expect(runs.allSatisfy { $0.number("gap") < last.gd })
    }
  }

  @Test func stronglyConvexQuadratic() throws {
    let rows = try shared("strongly-convex-quadratic").rows("gaps")
    let problem = DiagonalQuadratic.strong(dimension: 50, conditionNumber: 400)
    let (gd, nesterov, exact) = (curve(rows, "gd"), curve(rows, "nesterov"), curve(rows, "continuized-exact"))
    for j in 1...8 { #expect((exact[Double(j) * 50] ?? .nan) <= problem.bound(at: Double(j) * 50)) }
    let rate = Elementary.log((exact[200] ?? .nan) / (exact[400] ?? .nan)) / 200
    #expect((1.3...2.1).contains(rate / problem.rate))
    #expect((gd[200] ?? .nan) > 1e4 * (exact[200] ?? .nan))
    #expect((nesterov[200] ?? .nan) < (exact[200] ?? .nan))
  }

  @Test func recursionIsTheFlow() throws {
    let rows = try TestRun.tables("continuized-nesterov/exact-discretisation", replicate: .single).rows("differences")
    #expect(rows.count == 60)
    #expect(rows.allSatisfy { $0.number("max_abs_diff") < 1e-9 })
  }

  @Test func additiveNoise() throws {
    let rows = try TestRun.tables("continuized-nesterov/additive-noise", replicate: .single).rows("gaps")
    #expect(rows.allSatisfy { $0.number("gap") <= $0.number("bound") })
    let strong = rows.filter { $0.text("problem") == "strong" && $0.number("sigma") > 0 }
    let plateaus = strong.map { $0.number("gap") * 0.05 / ($0.number("sigma") * $0.number("sigma")) }
    #expect(plateaus.allSatisfy { abs($0 - plateaus[0]) < 1e-6 && $0 <= 1 })
    #expect(strong.allSatisfy { $0.number("gap") > 5 * $0.number("sgd_gap") })
    func convex(_ sigma: Double) -> [Double] {
      rows.filter { $0.text("problem") == "convex" && $0.number("sigma") == sigma }.map { $0.number("gap") }
    }
    let noise = zip(convex(0.1), convex(0)).map { $0 - $1 }
    #expect(zip(noise, noise.dropFirst()).allSatisfy { $0 < $1 })
    #expect(zip(noise, [50.0, 100, 200, 400]).allSatisfy { $0 <= 0.01 * $1 / 3 })
  }

  @Test func multiplicativeNoise() throws {
    let rows = try shared("multiplicative-noise").rows("errors")
    let problem = GaussianLeastSquares(dimension: 10, decay: 3)
    func row(_ method: String, _ unit: Double) -> [String: Value]? {
      rows.first { $0.text("method") == method && abs($0.number("t") * problem.theta - unit) < 1e-9 }
    }
    #expect(rows.allSatisfy { $0.number("mse") <= $0.number("bound") })
    for (unit, ratio) in [(2.0, 5.0), (4, 50), (6, 500)] {
      #expect((row("sgd", unit)?.number("mse") ?? 0) >= ratio * (row("accelerated", unit)?.number("mse") ?? .nan))
    }
    for method in ["sgd", "accelerated"] {
      let early = row(method, 1)
      #expect((0.85...1.15).contains((early?.number("mc_mean") ?? 0) / (early?.number("mse") ?? .nan)))
    }
  }

  @Test func gossip() throws {
    let result = try shared("gossip")
    let dynamics = result.rows("dynamics")
    #expect(dynamics.count == 64)
    #expect(dynamics.allSatisfy { $0.number("err") <= $0.number("bound") * (1 + 1e-4) })
    let spectral = result.rows("spectral")
    #expect(spectral.allSatisfy { abs($0.number("foster") - $0.number("n") + 1) < 1e-8 })
    func exponent(_ graph: String, _ column: String) -> Double {
      let rows = spectral.filter { $0.text("graph") == graph }
      return -Statistics.logLogSlope(rows.map { $0.number("n") }, rows.map { $0.number(column) })
    }
    #expect((2.9...3.2).contains(exponent("line", "rate_simple")))
    #expect((1.95...2.2).contains(exponent("line", "rate_acc")))
    #expect((2.0...2.25).contains(exponent("grid", "rate_simple")))
    #expect((1.5...1.75).contains(exponent("grid", "rate_acc")))
    #expect(abs(exponent("complete", "rate_simple") - exponent("complete", "rate_acc")) < 1e-9)
    func speedUp(_ graph: String) -> Double {
      let rows = dynamics.filter { $0.text("graph") == graph }
      let last = { (method: String) in rows.last { $0.text("method") == method }?.number("err") ?? .nan }
      return last("simple") / last("accelerated")
    }
    #expect(speedUp("line") >= 500)
    #expect(speedUp("cycle") >= 50)
    #expect(speedUp("grid") >= 10)
    #expect(abs(speedUp("complete") - 1) < 1e-9)
  }
}
