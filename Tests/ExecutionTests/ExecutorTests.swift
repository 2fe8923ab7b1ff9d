import Diagnostics
import Experiments
import Foundation
import Tables
import Testing

@testable import Execution

@Suite struct ExecutorTests {
  @Test func rowsComeInTheOrderOfThePlan() throws {
    let plan = plan("test/noise\nlabel: runs\nn: 2\nsweep: {factor: [1, 2]}\nseeds: [5, 3]")
    let outcome = try #require(executor().execute(plan)["runs"])
    let result = try #require(outcome.tables.first)
    #expect(result.name == "runs")
    #expect(result.table.columnNames == ["factor", "t", "seed", "value"])
    #expect(result.columns.map(\.name) == result.table.columnNames)
    #expect(result.table["factor"]?.numbers == [1, 1, 1, 1, 2, 2, 2, 2])
    #expect(result.table["seed"]?.numbers == [5, 5, 3, 3, 5, 5, 3, 3])
    #expect(result.table["t"]?.numbers == [0, 1, 0, 1, 0, 1, 0, 1])
    #expect(outcome.parameters.map(\.name) == ["n", "T"])
    #expect(outcome.seeds == [5, 3])
    #expect(outcome.jobCount == 4)
  }

  @Test func workersDoNotMatter() throws {
    let plan = plan("test/noise\nlabel: a\nsweep: {n: [1, 3], factor: [1, 2]}\nseeds: 3", "test/mixed\nlabel: b")
    let one = executor(jobs: 1).execute(plan)
    let two = executor(jobs: 2).execute(plan)
    for (a, b) in zip(one.outcomes, two.outcomes) {
      #expect(a.tables.map(\.table) == b.tables.map(\.table))
      #expect(a.isComplete && b.isComplete)
    }
  }

  @Test func tablesOfAllOrigins() throws {
    let outcome = try #require(executor().execute(plan("test/mixed\nlabel: m\nsweep: {level: [1, 2]}"))["m"])
    #expect(outcome.tables.map(\.name) == ["m", "m_trajectory", "m_limit", "m_all"])
    let tables = outcome.tables.map(\.table)
    #expect(tables[0] == tables[1])
    #expect(tables[1].columnNames == ["level", "t", "value", "seed"])
    #expect(tables[1]["seed"]?.numbers == [0, 0, 1, 1, 0, 0, 1, 1])
    #expect(tables[2] == Table([Column("level", [1.0, 2.0]), Column("value", [1.0, 2.0])]))
    #expect(tables[3].columnNames == ["level", "seed", "value"])
    #expect(tables[3]["seed"]?.values == [.null, .integer(0), .integer(1), .null, .integer(0), .integer(1)])
  }

  @Test func seedsOfADeterministicExperimentAddAColumn() throws {
    let table = try #require(executor().execute(plan("test/fault\nlabel: a\nseeds: [0, 4]"))["a"]?.tables.first).table
    #expect(table.columnNames == ["seed", "x", "y"])
    #expect(table["seed"]?.numbers == [0, 0, 4, 4])
    let plain = try #require(executor().execute(plan("test/fault\nlabel: a"))["a"]?.tables.first).table
    #expect(plain.columnNames == ["x", "y"])
  }

  @Test func sweptColumnsHaveTheirTypes() throws {
    let plan = plan("test/wide\nlabel: a\nsweep: {step_size: [0.25], flag: [true], kind: [loop], levels: [[1, 2]]}")
    #expect(plan.diagnostics == [])
    let table = executor().execute(plan)["a"]?.tables.first?.table
    #expect(table?["step_size"]?.values == [.real(0.25)])
    #expect(table?["flag"]?.values == [.boolean(true)])
    #expect(table?["kind"]?.values == [.text("loop")])
    #expect(table?["levels"]?.values == [.text("[1, 2]")])
    #expect(table?.columnNames == ["step_size", "flag", "kind", "levels", "text", "n"])
  }

  /// The table of `test/wide` has a column `n` itself, which holds the parameter.
  @Test func aColumnOfTheParametersOwnNameIsNotDoubled() throws {
    let plan = plan("test/wide\nlabel: a\nsweep: {n: [1, 5]}")
    #expect(plan.diagnostics == [])
    let table = executor().execute(plan)["a"]?.tables.first?.table
    #expect(table?.columnNames == ["text", "n"])
    #expect(table?["n"]?.values == [.integer(1), .integer(5)])
  }

  @Test func aNameOfAResultColumnCannotBeGiven() {
    let sound = plan("test/fault\nlabel: a\nsweep: {megabytes: {values: [1], as: x}}")
    #expect(sound.diagnostics.map(\.code) == ["RP0407"])
  }

  @Test func aRunHasTheTableNamesOfItsExperiment() throws {
    let planned = Planner(registry: registry, platform: platform).plan(experiment: "test/mixed", seeds: [7])
    let outcome = try #require(executor().execute(planned).outcomes.first)
    #expect(outcome.tables.map(\.name) == ["trajectory", "limit", "all"])
    #expect(outcome.tables[0].table["seed"]?.numbers == [7, 7])
  }

  @Test func storedResultsAreNotRunAgain() throws {
    try withFolder { folder in
      let store = ResultsStore(folder: folder + "/store")
      let plan = plan("test/noise\nlabel: a\nseeds: 2", "test/fault\nlabel: b")
      let first = executor(store).execute(plan)
      #expect(first.statistics.jobs.map(\.isCached) == [false, false, false])
      // A worker that does not exist shows that none is started.
      let idle = Executor(store: store, options: ExecutorOptions(jobs: 1, workerPath: "/nonexistent")).execute(plan)
      #expect(idle.statistics.jobs.map(\.isCached) == [true, true, true])
      #expect(idle.outcomes.map { $0.tables.map(\.table) } == first.outcomes.map { $0.tables.map(\.table) })
      #expect(idle["a"]?.cachedJobCount == 2)
      #expect(idle["a"]?.seconds == first["a"]?.seconds)
      let forced = executor(store, force: true).execute(plan)
      #expect(forced.statistics.jobs.map(\.isCached) == [false, false, false])
    }
  }

  @Test func withoutADigestOfItsSourcesNothingIsStored() throws {
    try withFolder { folder in
      let store = ResultsStore(folder: folder + "/store")
      let plan = plan("undated/one\nlabel: a")
      for _ in 0..<2 { #expect(executor(store).execute(plan).statistics.jobs.map(\.isCached) == [false]) }
      #expect(store.storedKeys().isEmpty)
    }
  }

  @Test func aDamagedResultIsRunAgain() throws {
    try withFolder { folder in
      let store = ResultsStore(folder: folder + "/store")
      let plan = plan("test/noise\nlabel: a\nseeds: 2")
      let first = executor(store).execute(plan)
      let digest = plan.experiments[0].jobs[1].key.digest
      let file = "\(folder)/store/\(digest.prefix(2))/\(digest.dropFirst(2)).result"
      try Data("reprise".utf8).write(to: URL(fileURLWithPath: file))
      let second = executor(store).execute(plan)
      #expect(second.statistics.jobs.map(\.isCached) == [true, false])
      #expect(second["a"]?.tables.map(\.table) == first["a"]?.tables.map(\.table))
      #expect(executor(store).execute(plan).statistics.jobs.map(\.isCached) == [true, true])
    }
  }

  @Test func anUnwritableStoreIsAWarning() throws {
    try withFolder { folder in
      try Data().write(to: URL(fileURLWithPath: folder + "/store"))
      let result = executor(ResultsStore(folder: folder + "/store")).execute(plan("test/noise\nlabel: a\nseeds: 3"))
      #expect(result["a"]?.isComplete == true)
      #expect(result.diagnostics.map(\.code) == ["RP0502"])
      #expect(result.diagnostics.map(\.severity) == [.warning])
    }
  }

  @Test func aFullDiskIsAWarning() throws {
    // A store on /dev/full cannot be made; a folder that is a device file behaves alike.
    let result = executor(ResultsStore(folder: "/dev/full/store")).execute(plan("test/fault\nlabel: a"))
    #expect(result["a"]?.isComplete == true)
    #expect(result.diagnostics.map(\.code) == ["RP0502"])
  }

  @Test func oneWorkerServesManyJobs() throws {
    let plan = plan("test/noise\nlabel: a\nseeds: 300")
    let result = executor(jobs: 2).execute(plan)
    #expect(result["a"]?.isComplete == true)
    #expect(result.statistics.jobs.count == 300)
  }

  @Test func anotherMemoryLimitTakesAnotherWorker() throws {
    let plan = plan(
      "test/noise\nlabel: a\nmemory: 1GB", "test/noise\nlabel: b\nfactor: 2\nmemory: 2GB",
      "test/noise\nlabel: c\nfactor: 3\nmemory: 1GB")
    #expect(executor(jobs: 1).execute(plan).outcomes.map(\.isComplete) == [true, true, true])
  }

  @Test func cancellationKeepsWhatIsFinished() throws {
    try withFolder { folder in
      let store = ResultsStore(folder: folder + "/store")
      let plan = plan("test/slow\nlabel: a\nseconds: 0.02\nseeds: 500")
      let signal = CancellationSignal()
      let progress = Canceller(after: 3, signal)
      let result = executor(store, progress: progress, cancellation: signal).execute(plan)
      guard case .failed(let failures, _)? = result["a"]?.state else {
        Issue.record("it must be cancelled")
        return
      }
      #expect(failures.allSatisfy { $0.reason == .cancelled })
      let done = 500 - failures.count
      #expect(done >= 3)
      #expect(plan.experiments[0].jobs.filter { store.contains($0.key) }.count == done)
    }
  }
}

/// Gives the signal to stop once so many jobs are done.
final class Canceller: ProgressReporter {
  let count: Int
  let signal: CancellationSignal

  init(after count: Int, _ signal: CancellationSignal) {
    self.count = count
    self.signal = signal
  }

  func update(_ snapshot: ProgressSnapshot) { if snapshot.doneCount >= count { signal.cancel() } }
  func end() {}
}
