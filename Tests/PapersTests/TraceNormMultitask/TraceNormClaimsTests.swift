import Experiments
import NumericalCore
import Tables
import Testing

@testable import Papers

/// The claims of the notebook, at the quick scale.
@Suite struct TraceNormClaimsTests {
  private func errors(_ table: Table, _ key: String, _ value: Double, _ column: String = "err") -> [String: Double] {
    let methods = table.texts("method")
    return Dictionary(
      table.rows(where: [key: value]).map { (methods[$0], table.numbers(column)[$0]) }, uniquingKeysWith: { a, _ in a })
  }

  @Test(arguments: 0..<3) func againstTasks(seed: Int) throws {
    let table = try #require(TestRun.run(TraceNorm.ErrorVsTasks.self, replicate: .seed(seed))["errors"])
    #expect(table.rowCount == 24)
    let (at25, at100, at200) = (errors(table, "T", 25), errors(table, "T", 100), errors(table, "T", 200))
    #expect(at100["trace"]! / at100["ridge"]! <= 0.6 && at200["trace"]! / at200["ridge"]! <= 0.48)
    for row in [at25, at100, at200] { #expect(row["trace"]! < row["mom"]! && row["oracle"]! < row["trace"]!) }
    let sines = errors(table, "T", 200, "sin")
    #expect(sines["trace"]! <= 0.3 && sines["mom"]! >= 0.3 && sines["ridge"]!.isNaN)
  }

  @Test(arguments: 0..<3) func againstSamples(seed: Int) throws {
    let table = try #require(TestRun.run(TraceNorm.ErrorVsSamples.self, replicate: .seed(seed))["errors"])
    let samples: [Double] = [3, 5, 10, 20]
    let rows = samples.map { errors(table, "m", $0) }
    let slope = Statistics.logLogSlope(samples, rows.map { $0["trace"]! })
    #expect((-1.45...(-0.9)).contains(slope))
    #expect(rows.allSatisfy { $0["trace"]! < $0["ridge"]! })
    #expect(rows[3]["minnorm"]! > 50 && rows[3]["trace"]! < 0.1)
  }

  @Test(arguments: 0..<3) func alongThePenalty(seed: Int) throws {
    let result = try TestRun.run(TraceNorm.PenaltyPath.self, replicate: .seed(seed))
    let path = try #require(result["path"])
    let (error, rank) = (path.numbers("err"), path.numbers("rank"))
    let best = error.min()!
    #expect(error[3] <= 1.1 * best && error[7] >= 1.7 * best)
    #expect(zip(rank, rank.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    let threshold = try #require(result["threshold"]).numbers("max_abs")
    #expect(threshold[0] == 0 && threshold[1] > 0)
  }

  @Test(arguments: 0..<3) func newTasks(seed: Int) throws {
    let table = try #require(TestRun.run(TraceNorm.MetaLearning.self, replicate: .seed(seed))["errors"])
    let (at5, at10) = (errors(table, "m_new", 5), errors(table, "m_new", 10))
    #expect(at10["trace-projection"]! <= 0.15 && at10["ridge"]! >= 0.6 && at10["mom"]! >= 0.2)
    #expect(at10["oracle"]! < at10["trace-projection"]!)
    #expect(at5["trace-prior"]! <= 0.35 && at5["ridge"]! > 2.5 * at5["trace-prior"]!)
  }

  @Test(arguments: 0..<3) func solvers(seed: Int) throws {
    let result = try TestRun.run(TraceNorm.SolverComparison.self, replicate: .seed(seed))
    let summary = try #require(result["summary"])
    #expect(summary.numbers("kkt_operator")[0] <= 1e-6 && summary.numbers("kkt_inner")[0] <= 1e-6)
    #expect(summary.numbers("iters_fista")[0] < 0.5 * summary.numbers("iters_ista")[0])
    #expect(abs(summary.numbers("bm_gap")[0]) <= 1e-4)
    #expect(try #require(result["gaps"]).texts("method").count { $0 == "bm" } == 60)
  }
}
