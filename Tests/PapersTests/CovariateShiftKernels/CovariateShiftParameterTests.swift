import Experiments
import NumericalCore
import Testing

@testable import Papers

@Suite struct CovariateShiftParameterTests {
  private func problems(_ type: any Experiment.Type, _ given: [String: ParameterLiteral]) -> [String] {
    guard case .failure(let found) = ExperimentDescription(type).resolve(given, scale: .quick) else { return [] }
    return found.problems.map { $0.diagnostic(experiment: type.id).message }
  }

  @Test func everyScaleResolves() {
    for experiment in CovariateShiftKernels.paper.experiments {
      for scale in Scale.allCases {
        guard case .failure(let found) = experiment.resolve([:], scale: scale) else { continue }
        Issue.record("\(experiment.id): \(found)")
      }
    }
  }

  @Test func moreContractedCoordinatesThanDimensions() {
    #expect(
      problems(Shift.BiasVariance.self, ["d": .integer(3), "m": .integer(4)])
        == ["parameter 'm': 4 coordinates are contracted, but there are only d = 3"])
    #expect(problems(Shift.BiasVariance.self, ["d": .integer(1), "shift": .text("skew")]).isEmpty)
    #expect(problems(Shift.KernelExpansion.self, ["d": .list([.integer(9), .integer(1)])]).count == 1)
  }

  @Test func weightsMustStayRepresentable() {
    let found = problems(Shift.VariancePeak.self, ["m": .integer(100), "s": .real(0.01)])
    #expect(found.count == 1 && found[0].contains("leaves the range of doubles"))
  }

  @Test func samplesMustExist() {
    #expect(problems(Shift.VariancePeak.self, ["n_over_d": .real(1e-3)]).first?.contains("gives no sample") == true)
    #expect(problems(Shift.VariancePeak.self, ["n_over_d": .real(1e6)]).first?.contains("more than 20000") == true)
    #expect(problems(Shift.VariancePeak.self, ["shift": .text("skew")]).count == 1)
  }

  @Test func theLinearKernelCannotInterpolateMoreThanItsDimensions() {
    let found = problems(Shift.RidgelessInvariance.self, ["kernel": .text("linear"), "n": .integer(101)])
    #expect(found == ["parameter 'n': 101 with d = 100: the linear kernel interpolates at most d samples"])
  }

  @Test func aSingularKernelIsNamed() {
    #expect(throws: UnsolvableProblem.self) {
      try TestRun.run(Shift.RidgelessInvariance.self, ["kernel": .text("poly3"), "d": .integer(2)])
    }
  }

  /// Without a shift the weights are 1 and both rows agree, whatever the other parameters.
  @Test func withoutAShiftBothWeightingsAgree() throws {
    let given: [String: ParameterLiteral] = [
      "shift": .text("none"), "n": .integer(9), "d": .integer(1), "n_test": .integer(4), "kernel": .text("linear"),
      "a": .real(2.5), "lambda": .list([.real(1e-10), .real(1e6)]),
    ]
    let table = try #require(TestRun.run(Shift.BiasVariance.self, given)["risk"])
    #expect(table.rowCount == 4)
    #expect(table.ratios("risk") { _ in true } == [1, 1])
  }
}
