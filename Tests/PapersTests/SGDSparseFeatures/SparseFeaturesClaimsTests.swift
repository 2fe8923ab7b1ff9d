import Experiments
import NumericalCore
import Tables
import Testing

@testable import Papers

@Suite struct SparseFeaturesClaimsTests {
  /// The last row of each schedule.
  private func ends(_ result: ExperimentResult, _ table: String) -> [String: [String: Value]] {
    Dictionary(result.rows(table).map { ($0.text("schedule"), $0) }) { $1 }
  }

  @Test func everyScaleResolves() {
    for experiment in SparseFeatures.paper.experiments {
      for scale in Scale.allCases {
        guard case .failure(let found) = experiment.resolve([:], scale: scale) else { continue }
        Issue.record("\(experiment.id): \(found)")
      }
    }
  }

  @Test(arguments: TestRun.seeds) func diagonalNetworks(seed: Int) throws {
    let result = try TestRun.run(SparseFeatures.DiagonalNetwork.self, replicate: .seed(seed))
    let ends = ends(result, "path")
    let (small, large) = (try #require(ends["small"]), try #require(ends["large-0.3"]))
    #expect(small.number("t") == 20_000 && large.number("t") == 20_000)
    #expect(small.number("test_risk") > 2 * large.number("test_risk"))
    #expect(large.number("n_large") < 0.75 * small.number("n_large"))
    #expect(large.number("jacobian_rank") < 0.95 * small.number("jacobian_rank"))
    let brief = try #require(ends["large-0.02"])
    #expect(large.number("n_large") <= brief.number("n_large"))
    let rows = result.rows("path")
    func plateau(_ schedule: String) -> Double {
      let window = rows.filter { $0.text("schedule") == schedule && (4000...6000).contains($0.number("t")) }
      return Statistics.median(window.map { $0.number("train_loss") })
    }
    #expect(plateau("large-0.3") > 1.5 * plateau("small") && large.number("train_loss") < 0.2 * plateau("large-0.3"))
    // All schedules with the large step are one run until the first of them decays.
    let early = rows.filter { $0.number("t") == 400 && $0.text("schedule").hasPrefix("large") }
    #expect(early.count == 4 && Set(early.map { $0.number("train_loss") }).count == 1)
  }

  @Test(arguments: TestRun.seeds) func noise(seed: Int) throws {
    let ends = ends(try TestRun.run(SparseFeatures.NoiseOrigin.self, replicate: .seed(seed)), "path")
    let (small, noisy) = (try #require(ends["small"]), try #require(ends["label-noise"]))
    let full = try #require(ends["gd"])
    #expect(small.number("test_risk") > 1.5 * noisy.number("test_risk"))
    #expect(full.number("test_risk") > 1.05 * small.number("test_risk") && full.number("t") == 3000)
  }

  @Test func divergenceIsReported() throws {
    let given: [String: ParameterLiteral] = ["large_eta": .real(0.6), "decay_fractions": .real(0.5), "T": 2000]
    let result = try TestRun.run(SparseFeatures.DiagonalNetwork.self, given)
    let end = try #require(ends(result, "path")["large-0.5"])
    #expect(end["train_loss"] == .null || end.number("train_loss").isNaN)
    #expect(end.number("t") < 2000)
    let small = try #require(ends(result, "path")["small"])
    #expect(small.number("train_loss") < 1)
  }

  @Test(arguments: TestRun.seeds) func reluNetworks(seed: Int) throws {
    let result = try TestRun.run(SparseFeatures.ReLURegression.self, replicate: .seed(seed))
    let ends = ends(result, "end")
    let (short, long) = (try #require(ends["short"]), try #require(ends["long"]))
    #expect(long.number("sparsity") < 0.75 * short.number("sparsity"))
    #expect(long.number("slope_variation") < 0.35 * short.number("slope_variation"))
    #expect(long.number("jacobian_rank") < 0.6 * short.number("jacobian_rank"))
    #expect(result.rows("data").count == 12 && result.rows("curves").count == 802)
  }

  /// One seed: training is the slowest of all here.
  @Test func digits() throws {
    let given: [String: ParameterLiteral] = ["record_every": 25]
    let ends = ends(try TestRun.run(SparseFeatures.DigitsNetwork.self, given), "training")
    let (small, large) = (try #require(ends["small"]), try #require(ends["large-0.3"]))
    #expect(large.number("sparsity_layer1") < 0.6 * small.number("sparsity_layer1"))
    #expect(large.number("sparsity_layer2") < 0.75 * small.number("sparsity_layer2"))
    #expect(small.number("test_error") < 0.12 && large.number("test_error") < 0.12)
  }

  @Test func teacherStudent() throws {
    let result = try TestRun.run(SparseFeatures.TeacherStudent.self)
    let small = try #require(ends(result, "end")["small"])
    #expect(small.number("train_loss") < 1e-2 && small.number("kept_units") <= 20)
    let paths = result.rows("path").filter { $0.text("schedule") == "small" }
    #expect(paths.last?.number("train_loss") == small.number("train_loss"))
  }

  @Test func refusals() throws {
    let id = SparseFeatures.DiagonalNetwork.id
    #expect(try TestRun.problems(id, ["n": 200]) == ["parameter 'n': 200 samples for d = 200 unknowns: n < d"])
    #expect(try TestRun.problems(id, ["r": 300]).count == 1)
    let twice = ParameterLiteral.list([.real(0.5), .real(0.5)])
    #expect(try TestRun.problems(id, ["decay_factor": .list([.real(2), .real(3)])]) == [
      "parameter 'decay_factor': has 2 elements for 4 fractions: give one or all"
    ])
    #expect(try TestRun.problems(id, ["decay_fractions": twice]).first?.contains("twice") == true)
    #expect(try TestRun.problems(SparseFeatures.NoiseOrigin.id, ["n": 300]).count == 1)
    let digits = SparseFeatures.DigitsNetwork.id
    #expect(try TestRun.problems(digits, ["fractions": twice]).first?.contains("twice") == true)
    #expect(try TestRun.problems(digits, ["fractions": .real(0.95)]).count == 1)
  }
}
