import Experiments
import NumericalCore
import Tables
import Testing

@testable import Papers

/// The claims of the paper at scale quick.
@Suite struct AcceleratedClaimsTests {
  private func rows(_ name: String, _ given: [String: ParameterLiteral] = [:]) throws -> [[String: Value]] {
    try TestRun.tables("accelerated-sgd/\(name)", given, replicate: .single).rows(name)
  }

  @Test func theFigure() throws {
    let rows = try rows("rates")
    func risk(_ method: String, _ sigma: Double, _ t: Double) -> Double {
      rows.first { $0.text("method") == method && $0.number("sigma") == sigma && $0.number("t") == t }?
        .number("excess_risk") ?? .nan
    }
    #expect(abs(risk("acsgd", 0, 50) / risk("sgd", 0, 50) - 1.44) < 0.01)
    #expect(abs(risk("sgd", 0, 20_000) / risk("acsgd", 0, 20_000) - 23.8) < 0.1)
    #expect(abs(risk("acsgd", 0.02, 20_000) / risk("avg-acsgd", 0.02, 20_000) - 12.4) < 0.1)
    #expect(abs(risk("avg-sgd", 0.02, 20_000) / risk("avg-acsgd", 0.02, 20_000) - 32.7) < 0.1)
    // The steps of the figure are longer than the theorems allow.
    #expect(rows.allSatisfy { $0["bound"]?.isNull == true })
  }

  @Test(arguments: [("theorem1", "avg-acsgd", 0.022), ("theorem3", "acsgd", 0.046)])
  func theoremsHold(steps: String, method: String, largest: Double) throws {
    let given: [String: ParameterLiteral] = ["steps": .text(steps), "sigma": .list([0, .real(0.02), 1])]
    let ratios = try rows("rates", given).filter { $0.text("method") == method && $0.number("t") > 0 }
      .map { $0.number("excess_risk") / $0.number("bound") }
    #expect(abs((ratios.max() ?? 0) - largest) < 0.0006)
  }

  @Test func noiseTerms() throws {
    let last = try rows("variance").filter { $0.number("t") == 8000 }
    func ratios(_ method: String, _ column: String) -> [Double] {
      last.filter { $0.text("method") == method }.map { $0.number(column) }
    }
    for (value, expected) in zip(ratios("avg-acsgd", "t_risk_over_noise"), [1.09, 1.11, 1.12]) {
      #expect(abs(value - expected) < 0.006)
    }
    for (value, expected) in zip(ratios("avg-sgd", "t_risk_over_noise"), [0.587, 0.588, 0.583]) {
      #expect(abs(value - expected) < 0.0006)
    }
    for (value, expected) in zip(ratios("acsgd", "excess_risk"), [0.288, 0.314, 0.324]) {
      #expect(abs(value - expected) < 0.0006)
    }
  }

  @Test func worstCaseExponents() throws {
    let rows = try rows("worst-case").filter { $0.number("t") >= 80 }
    func slope(_ method: String) -> Double {
      let curve = rows.filter { $0.text("method") == method }
      return Statistics.logLogSlope(curve.map { $0.number("t") }, curve.map { $0.number("worst_risk") })
    }
    #expect(slope("acsgd") < -1.7 && slope("acsgd") > -2)
    #expect(abs(slope("sgd") + 0.991) < 0.01)
  }

  @Test func criticalStep() throws {
    let found = try rows("critical-alpha").map { $0.number("alpha_star_d_over_beta") }
    #expect(found.count == 7)
    for (value, expected) in zip(found, [1.230, 1.429, 1.542, 1.603, 1.634, 1.650, 1.659]) {
      #expect(abs(value - expected) < 0.0006)
    }
  }

  @Test func noMethodBeatsTheFloor() throws {
    for design in ["onehot", "gaussian"] {
      let rows = try rows("lower-bound", ["design": .text(design)])
      #expect(rows.count == 35)
      let floors = Dictionary(
        uniqueKeysWithValues: rows.filter { $0.text("method") == "floor" }.map { ($0.number("d"), $0.number("excess_risk")) })
      for row in rows {
        #expect(row.number("d_times_risk") >= 0.25 - 1e-12)
        let ratio = row.number("excess_risk") / (floors[row.number("d")] ?? .nan)
        #expect(ratio >= 1 - 1e-12)
        if row.text("method") == "sgd" && design == "onehot" { #expect(ratio <= 1 + 1e-12) }
      }
    }
  }

  @Test func batches() throws {
    let found = try rows("minibatch").filter { $0.number("t") == 2000 }.map { $0.number("excess_risk") }
    for (value, expected) in zip(found, [6.29e-4, 2.42e-4, 9.14e-5, 3.53e-5]) {
      #expect(abs(value / expected - 1) < 0.003)
    }
  }

  @Test func sampledRunsAgree() throws {
    for seed in TestRun.seeds {
      let rows = try TestRun.tables("accelerated-sgd/monte-carlo", replicate: .seed(seed)).rows("monte-carlo")
      for row in rows where [10, 100, 1000].contains(row.number("t")) && row.text("method") != "avg-sgd" {
        #expect((0.8...1.25).contains(row.number("mc_mean") / row.number("exact")), "\(row)")
      }
    }
  }
}
