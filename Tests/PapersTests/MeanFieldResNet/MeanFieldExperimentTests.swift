import Experiments
import NumericalCore
import Tables
import Testing

@testable import Papers

@Suite struct MeanFieldExperimentTests {
  private func problems(_ type: any Experiment.Type, _ given: [String: ParameterLiteral]) -> [String] {
    guard case .failure(let found) = ExperimentDescription(type).resolve(given, scale: .quick) else { return [] }
    return found.problems.map { $0.diagnostic(experiment: type.id).message }
  }

  @Test func everyScaleResolves() {
    for experiment in MeanFieldResNet.paper.experiments {
      for scale in Scale.allCases {
        guard case .failure(let found) = experiment.resolve([:], scale: scale) else { continue }
        Issue.record("\(experiment.id): \(found)")
      }
    }
  }

  @Test func faultsAreNamed() {
    #expect(
      problems(MeanField.Convergence.self, ["K": .integer(7)])
        == ["parameter 'K': 7 is odd: output particles come in pairs"])
    #expect(problems(MeanField.DepthLimit.self, ["fluct_L": .integer(4)]).first?.contains("paired one by one") == true)
    #expect(problems(MeanField.DepthLimit.self, ["L_ref": .integer(64)]).count == 1)
    let short = problems(MeanField.CoreCheck.self, ["U": .list([.real(1)])])
    #expect(short == ["parameter 'U': has 1 elements: must have 8"])
    #expect(throws: UnsolvableProblem.self) {
      try TestRun.run(MeanField.KLGrowth.self, ["dt": .real(1), "beta": .real(1000), "scaled_time": .real(1e9)])
    }
  }

  /// Computed with independent code.
  @Test func checkValues() throws {
    let table = try #require(TestRun.run(MeanField.CoreCheck.self, replicate: .single)["quantities"])
    let quantities = table.texts("quantity")
    func expect(_ quantity: String, _ expected: [Double], within tolerance: Double) {
      let values = zip(quantities, table.numbers("value")).filter { $0.0 == quantity }.map(\.1)
      #expect(values.count == expected.count)
      for (a, b) in zip(values, expected) { #expect(abs(a - b) < tolerance, "\(quantity)") }
    }
    expect("f", [0.65056104, 0.31227308, 0.7100225], within: 1e-8)
    expect("trace_G1", [0.7903344958480745], within: 1e-13)
    expect("trace_G2", [11.442615817835005], within: 1e-12)
    expect("eigenvalue", [0.17650014, 3.67776571, 8.37868446], within: 1e-8)
    expect("div_tau", [1.311101, 0.84086423], within: 1e-6)
    expect("div_nu", [-0.58242427, -0.01224593, -0.1308514, 0.2747764], within: 1e-7)
    expect("mean_div_tau", [(1.311101 + 0.84086423) / 2], within: 1e-6)
  }

  @Test(arguments: 0..<2) func limits(seed: Int) throws {
    let table = try #require(TestRun.run(MeanField.DepthLimit.self, replicate: .seed(seed))["limit"])
    let depth = (0..<5).map { $0 }
    let slope = Statistics.logLogSlope(table.numbers("L", depth), table.numbers("value", depth))
    #expect((-1.15...(-0.85)).contains(slope))
    for row in 5..<9 { #expect((0.6...1.6).contains(table.numbers("value")[row] / table.numbers("theory")[row])) }
    #expect(abs(table.numbers("theory")[5] - 3 * 0.5199757 / 64) < 1e-7)
  }

  @Test func training() throws {
    let table = try #require(TestRun.run(MeanField.Convergence.self)["training"])
    for beta in [1.0, 2, 4, 8] {
      let rows = table.rows(where: ["beta": beta])
      let (t, loss) = (table.numbers("t", rows), table.numbers("loss", rows))
      let eigenvalues = table.numbers("lambda_min", rows)
      #expect(abs(t.last! * beta * beta / 20 - 1) < 1e-9)
      #expect(zip(loss, loss.dropFirst()).allSatisfy { $1 < $0 } && loss.last! < 0.25 * loss[0])
      #expect(eigenvalues[0] > 1e-6 * beta * beta && eigenvalues.min()! >= 0.5 * eigenvalues[0])
      let rate = eigenvalues.min()! / 10
      #expect(zip(t, loss).allSatisfy { $1 <= loss[0] * Elementary.exp(-rate * $0) * (1 + 1e-9) })
      let entropy = table.numbers("kl_tau", rows).last! + table.numbers("kl_nu", rows).last!
      #expect(entropy > 0 && beta * beta * entropy < 9)
    }
  }
}
