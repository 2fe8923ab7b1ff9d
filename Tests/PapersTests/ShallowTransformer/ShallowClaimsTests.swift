import Experiments
import NumericalCore
import Tables
import Testing

@testable import Papers

/// The claims of the notebook at the scale quick.
@Suite struct ShallowClaimsTests {
  private func rows(
    _ name: String, _ table: String, _ given: [String: ParameterLiteral] = [:], seed: Int
  ) throws -> [[String: Value]] {
    try TestRun.tables("shallow-transformer/\(name)", given, replicate: .seed(seed)).rows(table)
  }

  private func ratio(_ rows: [[String: Value]], _ column: String, _ key: String, _ a: Value, _ b: Value) -> Double {
    func number(_ value: Value) -> Double { rows.first { $0[key] == value }?.number(column) ?? .nan }
    return number(a) / number(b)
  }

  @Test(arguments: TestRun.seeds) func linearConvergence(seed: Int) throws {
    let runs = try rows("linear-convergence", "runs", seed: seed)
    #expect(runs.count == 4)
    for run in runs where run.number("d_m") == 128 {
      #expect(run.number("loss_ratio") <= 0.02 && run.number("r2") >= 0.98)
      #expect(run["bound_holds"] == true && run["monotone"] == true)
    }
    let sqrt = runs.filter { $0.text("scaling") == "sqrt" }
    #expect(ratio(sqrt, "kernel_drift", "d_m", 32, 128) >= 1.7)
    #expect(ratio(sqrt, "drift_V", "d_m", 32, 128) >= 2)
    #expect(ratio(runs.filter { $0.number("d_m") == 128 }, "drift_Q", "scaling", "sqrt", "inv") >= 2)
  }

  @Test(arguments: TestRun.seeds) func attention(seed: Int) throws {
    let all = try rows("attention-scaling", "attention-scaling", seed: seed)
    #expect(all.count == 24)
    for initialisation in ["lecun", "he", "ntk"] {
      let rows = all.filter { $0.text("init") == initialisation }
      for (scaling, exponent) in [("sqrt", 0.0), ("inv", -0.5)] {
        let chosen = rows.filter { $0.text("scaling") == scaling }
        let slope = Statistics.logLogSlope(chosen.map { $0.number("d_m") }, chosen.map { $0.number("tv") })
        #expect(abs(slope - exponent) <= 0.25)
      }
      #expect(ratio(rows.filter { $0.number("d_m") == 512 }, "qk_share", "scaling", "sqrt", "inv") >= 50)
    }
  }

  @Test(arguments: TestRun.seeds) func limit(seed: Int) throws {
    let errors = try rows("limit-kernel", "limit-kernel", seed: seed).map { $0.number("rel_error") }
    #expect(errors.count == 3 && errors[2] <= 0.12 && errors[0] > errors[1] && errors[1] > errors[2])
  }

  @Test(arguments: TestRun.seeds) func twins(seed: Int) throws {
    let runs = try rows("mean-twins", "runs", seed: seed)
    #expect(ratio(runs, "cond", "scaling", "sqrt", "inv") >= 25)
    #expect(runs[0].number("loss_ratio") <= 0.15 && runs[1].number("loss_ratio") >= 0.5)
    let patches = try rows("digit-twins", "runs", ["widths": 512], seed: seed)
    #expect(ratio(patches, "cond", "scaling", "sqrt", "inv") >= 20)
    #expect(patches[0].number("loss_ratio") <= 0.35 && patches[1].number("loss_ratio") >= 0.8)
  }

  @Test(arguments: TestRun.seeds) func initialisations(seed: Int) throws {
    let runs = try rows("init-speed", "runs", seed: seed)
    for scaling in ["sqrt", "inv"] {
      #expect(ratio(runs.filter { $0.text("scaling") == scaling }, "loss_ratio", "init", "he", "lecun") < 1)
    }
    let inv = runs.filter { $0.text("scaling") == "inv" }
    #expect((0.4...2).contains(ratio(inv, "alpha2", "init", "lecun", "ntk") / 8))
    #expect((0.4...2).contains(ratio(inv, "alpha2", "init", "he", "ntk") / 16))
  }

  @Test func sufficientWidth() throws {
    #expect(Shallow.WidthThreshold.grid.prefix(5) == [8, 11, 16, 23, 32] && Shallow.WidthThreshold.grid.last == 5793)
    let all = try TestRun.seeds.flatMap { try rows("width-threshold", "width-threshold", seed: $0) }
    #expect(all.allSatisfy { $0.number("d_star") >= $0.number("N") })
    #expect(Statistics.logLogSlope(all.map { $0.number("N") }, all.map { $0.number("d_star") }) <= 2)
  }

  @Test(arguments: TestRun.seeds) func digits(seed: Int) throws {
    for run in try rows("digits", "runs", seed: seed) {
      #expect(run.number("loss_ratio") <= 0.1 && run.number("r2") >= 0.97 && run["monotone"] == true)
    }
  }
}
