import Experiments
import NumericalCore
import Testing

@testable import Papers

@Suite struct SobolevParameterTests {
  private func problems(_ type: any Experiment.Type, _ given: [String: ParameterLiteral]) -> [String] {
    guard case .failure(let found) = ExperimentDescription(type).resolve(given, scale: .quick) else { return [] }
    return found.problems.map { $0.diagnostic(experiment: type.id).message }
  }

  @Test func everyScaleResolves() {
    for experiment in SobolevInverseProblems.paper.experiments {
      for scale in Scale.allCases {
        if case .failure(let found) = experiment.resolve([:], scale: scale) { Issue.record("\(experiment.id): \(found)") }
      }
    }
  }

  @Test func listsMustPairUp() {
    let found = problems(Sobolev.OptimalRidge.self, ["alpha": .list([.real(1)])])
    #expect(found == ["parameter 'alpha': has 1 elements, t has 3: they are paired case by case"])
  }

  @Test func gridsMustSeeTheirOwnFrequencies() {
    let found = problems(Sobolev.BenignRatio.self, ["K": .integer(100)])
    #expect(found == ["parameter 'K': 100 is below the largest side 1024: a grid must see its own frequencies"])
  }

  @Test func boxesMustFitIntoMemory() {
    let found = problems(Sobolev.GridLearningCurve.self, ["d": .integer(2), "K": .integer(4096)])
    #expect(found.count == 1 && found[0].contains("more than 8388608 frequencies in dimension 2"))
    #expect(problems(Sobolev.GridLearningCurve.self, ["d": .integer(3), "K": .integer(20), "side": .integer(500)]).count == 1)
  }

  @Test func powersMustStayRepresentable() {
    let found = problems(Sobolev.InductiveBiasRidgeless.self, ["s_minus_t": .real(20)])
    #expect(found.count == 1 && found[0].contains("leaves the range of doubles"))
  }

  @Test func theRidgeGridMustNotBeEmpty() {
    #expect(problems(Sobolev.OptimalRidge.self, ["gamma_min_log10": .integer(1)]).count == 1)
  }

  @Test func crossedListsGiveEveryRow() throws {
    let result = try runSobolev(
      Sobolev.GridLearningCurve.self,
      [
        "d": .list([.integer(1), .integer(2)]), "K": .list([.integer(8), .integer(9)]),
        "side": .list([.integer(2), .integer(3)]), "gamma": .list([.real(0), .real(1)]),
        "sigma": .list([.real(0), .real(1)]),
      ])
    let table = try #require(result["curve"])
    #expect(table.rowCount == 32)
    #expect(table.rows(where: ["sigma": 0]).allSatisfy { table.numbers("variance")[$0] == 0 })
    #expect(table.rows(where: ["d": 2, "side": 3]).allSatisfy { table.numbers("n")[$0] == 9 })
  }

  @Test func exponentsOfTheTheory() {
    let orders = Sobolev.SobolevOrders(t: 2, s: 4, alpha: 4, r: 0)
    #expect(orders.biasExponent(dimension: 1) == -5 && orders.varianceExponent(dimension: 1) == -1)
    #expect(Sobolev.SobolevOrders(t: 0, s: 0.75, alpha: 2, r: 0).biasExponent(dimension: 1) == -3)
    #expect(Sobolev.SobolevOrders(t: 1, s: 3, alpha: 3, r: 2).varianceExponent(dimension: 2) == 1)
    #expect(abs(Sobolev.SobolevOrders(t: 0, s: 1, alpha: 0.5, r: 0).theoreticalRidge(n: 10, dimension: 1) - 0.005) < 1e-16)
  }
}
