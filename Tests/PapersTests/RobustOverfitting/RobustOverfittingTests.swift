import Experiments
import Testing

@testable import Papers

private typealias Paper = RobustOverfitting

@Suite struct RobustOverfittingTests {
  private func problems(_ type: any Experiment.Type, _ given: [String: ParameterLiteral]) -> [String] {
    guard case .failure(let found) = ExperimentDescription(type).resolve(given, scale: .quick) else { return [] }
    return found.problems.map { $0.diagnostic(experiment: type.id).message }
  }

  @Test func everyScaleResolves() {
    for experiment in Paper.paper.experiments {
      for scale in Scale.allCases {
        guard case .failure(let found) = experiment.resolve([:], scale: scale) else { continue }
        Issue.record("\(experiment.id): \(found)")
      }
    }
  }

  @Test func faultsAreNamed() {
    func fault(_ type: any Experiment.Type, _ given: [String: ParameterLiteral], says words: String) {
      let found = problems(type, given)
      #expect(found.count == 1 && found.first?.contains(words) == true, "\(found)")
    }
    fault(Paper.BumpClassifier.self, ["q": 5], says: "paired one by one")
    fault(Paper.BumpClassifier.self, ["d": 2, "q": 10, "delta": .real(0.0273)], says: "lets bumps meet")
    fault(Paper.BumpClassifier.self, ["d": 6, "q": 11, "delta": .real(0.001)], says: "more than 1e6 points")
    fault(
      Paper.BumpClassifier.self, ["d": 6, "q": 2, "delta": .real(0.001), "n_test": 1_000_000], says: "more than 1e10 attacks")
    fault(Paper.BumpClassifier.self, ["d": .list([])], says: "1 to 64")
    fault(Paper.SeparationThreshold.self, ["points": .list([0, 1, 2]), "labels": .list([1, -1])], says: "expected 2")
    fault(Paper.SeparationThreshold.self, ["points": .list([0]), "labels": .list([0])], says: "0 is no label")
    fault(Paper.AdversarialTraining.self, ["n": 1298], says: "1297 digits")
    fault(Paper.RegressionRates.self, ["radius_c": .list([1])], says: "paired one by one")
    fault(Paper.RegressionRates.self, ["radius_c": .real(0.2), "radius_p": 1], says: "an attack reaches two bumps")
    #expect(problems(Paper.BumpClassifier.self, ["d": 2, "q": 10, "delta": .real(0.0272)]).isEmpty)
    #expect(problems(Paper.RegressionRates.self, ["radius_c": .real(0.119), "radius_p": 1]).isEmpty)
  }
}
