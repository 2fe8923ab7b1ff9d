import Experiments
import NumericalCore
import Tables
import Testing

@testable import Papers

@Suite struct TraceNormParameterTests {
  private func problems(_ type: any Experiment.Type, _ given: [String: ParameterLiteral]) -> [String] {
    guard case .failure(let found) = ExperimentDescription(type).resolve(given, scale: .quick) else { return [] }
    return found.problems.map { $0.diagnostic(experiment: type.id).message }
  }

  @Test func everyScaleResolves() {
    for experiment in TraceNormMultitask.paper.experiments {
      for scale in Scale.allCases {
        guard case .failure(let found) = experiment.resolve([:], scale: scale) else { continue }
        Issue.record("\(experiment.id): \(found)")
      }
    }
  }

  @Test func theRankIsAtMostTheDimension() {
    let rank = problems(TraceNorm.ErrorVsTasks.self, ["r": .integer(21)])
    #expect(rank == ["parameter 'r': 21 is above the dimension d = 20"])
    let ranks = problems(TraceNorm.ErrorVsRank.self, ["ranks": .list([.integer(3), .integer(30)])])
    #expect(ranks == ["parameter 'ranks': 30 is above the dimension d = 20"])
  }

  @Test func tasksMustFitIntoMemory() {
    let found = problems(TraceNorm.PenaltyPath.self, ["T0": .integer(10_000_000)])
    #expect(found.count == 1 && found[0].contains("do not fit into memory"))
  }

  @Test func givenDataMustHaveTheirSize() {
    let found = problems(TraceNorm.Solve.self, ["x": .list([.real(1)]), "y": .list([.real(1)])])
    #expect(found == [
      "parameter 'x': has 1 elements: must be T m d = 12", "parameter 'y': has 1 elements: must be T m = 6",
    ])
  }

  /// The smallest problems: one task, one sample, full rank.
  @Test func theSmallestSizesRun() throws {
    let given: [String: ParameterLiteral] = [
      "d": .integer(2), "r": .integer(2), "tasks": .list([.integer(1)]), "m0": .integer(1),
    ]
    let table = try #require(TestRun.run(TraceNorm.ErrorVsTasks.self, given)["errors"])
    #expect(table.rowCount == 6 && table.numbers("err").allSatisfy { $0.isFinite && $0 >= 0 })
    let meta = try TestRun.run(
      TraceNorm.MetaLearning.self, given.merging(["m_new": .integer(1), "n_new": .integer(3)]) { $1 })["errors"]
    #expect(try #require(meta).numbers("err").allSatisfy(\.isFinite))
  }

  @Test func givenDataAreSolved() throws {
    // d = 1: one row of least-squares fits b_t/G_t, shrunk together.
    let given: [String: ParameterLiteral] = [
      "d": .integer(1), "T": .integer(2), "m": .integer(2), "x": .list([1, 1, 1, -1].map { .integer($0) }),
      "y": .list([3, 3, 4, -4].map { .integer($0) }), "lambda": .list([.real(0.5), .real(2.6)]),
    ]
    let result = try TestRun.run(TraceNorm.Solve.self, given, replicate: .single)
    let path = try #require(result["path"])
    // G_t = ½, b = (1.5, 2): M̂ = (1 − λ/2.5)₊·(3, 4).
    #expect(path.numbers("lambda_max").allSatisfy { abs($0 - 2.5) < 1e-12 })
    #expect(abs(path.numbers("nuclear")[0] - 4) < 1e-8 && path.numbers("nuclear")[1] == 0)
    #expect(path.numbers("rank") == [1, 0])
    let matrix = try #require(result["matrix"])
    #expect(abs(matrix.numbers("value")[0] - 2.4) < 1e-8 && abs(matrix.numbers("value")[1] - 3.2) < 1e-8)
    #expect(matrix.numbers("task") == [1, 2, 1, 2] && matrix.numbers("i") == [1, 1, 1, 1])
    #expect(result["singular"]?.rowCount == 2)
  }
}
