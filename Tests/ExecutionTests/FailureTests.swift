import Experiments
import Testing

@testable import Execution

/// Each way in which a job can fail, run for real.
@Suite struct FailureTests {
  private func failure(_ kind: String, timeout: Double = 60, memory: Int = 500_000_000) throws -> JobFailure {
    let planned = Planner(registry: registry, platform: platform).plan(
      experiment: "test/fault", parameters: [.init(name: "kind", value: .text(kind))], timeoutSeconds: timeout,
      memoryBytes: memory)
    let outcome = try #require(executor(jobs: 1).execute(planned).outcomes.first)
    guard case .failed(let failures, let tables) = outcome.state else {
      Issue.record("'\(kind)' did not fail")
      throw WorkerError(description: kind)
    }
    #expect(tables.isEmpty)
    return try #require(failures.first)
  }

  #if DEBUG
    private static let trapTexts = [("index", "Index out of range"), ("precondition", "megabytes are positive"), ("trap", "a shape is wrong")]
  #else
    // An optimised build drops the texts of the standard library's checks; the place is still told.
    private static let trapTexts = [("index", "TestExperiments.swift:"), ("precondition", "TestExperiments.swift:"), ("trap", "a shape is wrong")]
  #endif

  @Test(arguments: trapTexts)
  func traps(kind: String, text: String) throws {
    let failure = try failure(kind)
    guard case .crashed(let signal, _) = failure.reason else {
      Issue.record("\(failure.reason)")
      return
    }
    #expect([4, 5, 6].contains(signal))
    #expect(failure.lastLines.contains { $0.contains(text) }, "\(failure.lastLines)")
    #expect(failure.lastLines.count <= 12)
    #expect(!failure.lastLines.contains { $0.contains("0x") || $0.contains("/work") }, "\(failure.lastLines)")
  }

  @Test func segmentationFault() throws {
    #expect(try failure("segmentation").reason == .crashed(signal: 11, name: "SIGSEGV"))
  }

  @Test func thrownError() throws {
    #expect(try failure("error").reason == .error("the loss is infinite at step 3"))
  }

  @Test func endlessLoop() throws {
    #expect(try failure("loop", timeout: 0.3).reason == .timedOut(seconds: 0.3))
  }

  @Test func memoryWithoutEnd() throws {
    #expect(try failure("memory", memory: 50_000_000).reason == .outOfMemory(limitBytes: 50_000_000))
  }

  @Test func enoughMemorySuffices() throws {
    let planned = Planner(registry: registry, platform: platform).plan(
      experiment: "test/fault", parameters: [.init(name: "kind", value: .text("memory")), .init(name: "megabytes", value: .integer(60))],
      memoryBytes: 100_000_000)
    let result = executor(jobs: 1).execute(planned)
    #expect(result.outcomes[0].isComplete)
    #expect(result.statistics.jobs[0].peakMemoryBytes > 60_000_000)
  }

  @Test(arguments: [("exit", 7), ("quit", 0)])
  func endWithoutResult(kind: String, code: Int) throws {
    #expect(try failure(kind).reason == .lost(exitCode: code))
  }

  @Test(arguments: [
    ("missing", "its table 'result' lacks the column 'y' (found: x)"),
    ("wrongType", "column 'y' of its table 'result' is text, promised was real"),
    ("noTable", "it returned no table (promised: result)"),
  ])
  func brokenPromises(kind: String, message: String) throws {
    #expect(try failure(kind).reason == .error(message))
  }

  @Test func aColumnOfASweptParametersNameMustHoldItsValue() throws {
    let outcome = executor().execute(plan("test/checked\nlabel: a\nd: 99\nsweep: {n: [0, 5]}"))["a"]
    guard case .failed(let failures, _)? = outcome?.state else {
      Issue.record("it must fail")
      return
    }
    #expect(failures.map(\.jobDescription) == ["n = 5"])
    #expect(
      failures.map(\.reason) == [
        .error(
          "column 'n' of its table 'result' holds 0 where the swept parameter is 5; give the sweep's column another name: "
            + "sweep: {n: {values: […], as: n_value}}")
      ])
  }

  @Test func otherJobsGoOn() throws {
    let plan = plan("test/fault\nlabel: a\nsweep: {kind: [trap, none, error, exit, none, print]}", "test/noise\nlabel: b")
    let result = executor(jobs: 2).execute(plan)
    guard case .failed(let failures, let tables)? = result["a"]?.state else {
      Issue.record("it must fail")
      return
    }
    #expect(failures.map(\.jobDescription) == ["kind = trap", "kind = error", "kind = exit"])
    #expect(tables[0].table["kind"]?.values == [.text("none"), .text("none"), .text("none"), .text("none"), .text("print"), .text("print")])
    #expect(result["b"]?.isComplete == true)
    #expect(
      failures[1].diagnostic(label: "a").line == "RP0501 experiment 'a' (kind = error) failed: the loss is infinite at step 3")
  }

  @Test func missingWorkerIsAFailureToo() throws {
    let planned = Planner(registry: registry, platform: platform).plan(experiment: "test/fault")
    let outcome = Executor(store: nil, options: ExecutorOptions(jobs: 1, workerPath: "/nonexistent/worker")).execute(planned).outcomes[0]
    guard case .failed(let failures, _) = outcome.state else {
      Issue.record("it must fail")
      return
    }
    #expect(failures[0].reason == .error("cannot start a worker: No such file or directory"))
  }

  @Test func missingNumbersAreNoFailure() throws {
    let plan = plan("test/fault\nlabel: a\nkind: nan")
    let table = try #require(executor().execute(plan)["a"]?.tables.first).table
    #expect(table["y"]?.numbers[0].isNaN == true)
    #expect(table["y"]?.numbers[1] == .infinity)
  }
}
