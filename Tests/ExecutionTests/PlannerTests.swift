import Experiments
import Testing

@testable import Execution

@Suite struct PlannerTests {
  @Test func sweepsArePlannedPointByPointThenSeedBySeed() throws {
    let plan = plan("test/noise\nlabel: runs\nsweep: {n: [1, 2], factor: [0.5, 2]}\nseeds: 2")
    #expect(plan.diagnostics == [])
    let jobs = try #require(plan["runs"]).jobs
    #expect(
      jobs.map(\.shortDescription) == [
        "n = 1, factor = 0.5, seed 0", "n = 1, factor = 0.5, seed 1", "n = 1, factor = 2, seed 0", "n = 1, factor = 2, seed 1",
        "n = 2, factor = 0.5, seed 0", "n = 2, factor = 0.5, seed 1", "n = 2, factor = 2, seed 0", "n = 2, factor = 2, seed 1",
      ])
    #expect(jobs.allSatisfy { $0.parameters["T"] == .real(1) })
    #expect(Set(jobs.map(\.key.digest)).count == 8)
  }

  @Test(arguments: [(Scale.quick, 2, 2), (.standard, 3, 3), (.paper, 4, 7)])
  func scaleGivesDefaultsAndOverrides(scale: Scale, seeds: Int, n: Int) throws {
    let planned = try #require(
      plan("test/noise\nlabel: runs\nscales: {paper: {n: 7}}", options: PlanOptions(scale: scale))["runs"])
    #expect(planned.seeds == Array(0..<seeds))
    #expect(planned.parameters.first { $0.name == "n" }?.value == .integer(n))
    #expect(planned.timeoutSeconds == (scale == .quick ? 600 : 3600))
    #expect(planned.memoryBytes == 4_000_000_000)
  }

  @Test func limitsAndSeedListsAreTaken() throws {
    let planned = try #require(plan("test/noise\nlabel: runs\nseeds: [4, 2]\ntimeout: 60s\nmemory: 2GB")["runs"])
    #expect(planned.seeds == [4, 2])
    #expect(planned.timeoutSeconds == 60)
    #expect(planned.memoryBytes == 2_000_000_000)
  }

  @Test func sharedRunComesBeforeTheSeeds() throws {
    let jobs = try #require(plan("test/mixed\nlabel: runs\nseeds: [3, 5]")["runs"]).jobs
    #expect(jobs.map(\.replicate) == [.shared(firstSeed: 3), .seed(3), .seed(5)])
  }

  @Test func seedsOfADeterministicExperimentShareOneResult() throws {
    let jobs = try #require(plan("test/fault\nlabel: runs\nseeds: 3")["runs"]).jobs
    #expect(jobs.map(\.seed) == [0, 1, 2])
    #expect(Set(jobs.map(\.key.digest)).count == 1)
  }

  @Test func overridesReachWhatHasThem() throws {
    let options = PlanOptions(overrides: [.init(name: "n", value: .integer(9))])
    let plan = plan("test/noise\nlabel: a\nn: 4", "test/fault\nlabel: b", options: options)
    #expect(plan.diagnostics == [])
    #expect(plan["a"]?.jobs.first?.parameters["n"] == .integer(9))
  }

  @Test func overridesReplaceSweptValues() throws {
    let options = PlanOptions(overrides: [.init(name: "n", value: .list([.integer(5), .integer(6), .integer(7)]))])
    let sweeps = try #require(plan("test/noise\nlabel: a\nsweep: {n: [1, 2]}", options: options)["a"]).sweeps
    #expect(sweeps.map(\.values) == [[.integer(5), .integer(6), .integer(7)]])
  }

  @Test func directivesWithinListsAndQuotesCount() {
    let plan = plan("test/fault\nlabel: a", "test/fault\nlabel: b")
    #expect(plan.experiments.map(\.label) == ["a", "b"])
  }

  @Test(arguments: [
    (
      "test/nois\nlabel: runs", "5:17 RP0401 unknown experiment 'test/nois'; did you mean 'test/noise'?"
    ),
    (
      "test/wide\nlabel: runs\nstepsize: 0.1", "7:1 RP0402 unknown parameter 'stepsize'; did you mean 'step_size'?"
    ),
    ("test/wide\nlabel: runs\nn: many", "7:4 RP0403 parameter 'n' is text 'many', expected integer"),
    ("test/wide\nlabel: runs\nn: 1.5", "7:4 RP0403 parameter 'n' is number '1.5', expected integer"),
    ("test/wide\nlabel: runs\nflag: 1", "7:7 RP0403 parameter 'flag' is integer '1', expected true/false"),
    ("test/wide\nlabel: runs\nn: {a: 1}", "7:4 RP0403 parameter 'n' is a mapping, expected integer"),
    ("test/wide\nlabel: runs\nn: null", "7:4 RP0403 parameter 'n' is a null, expected integer"),
    ("test/wide\nlabel: runs\nlevels: [1, a]", "7:9 RP0403 parameter 'levels' is list '[1, a]', expected list of numbers"),
    (
      "test/wide\nlabel: runs\nkind: lop", "7:7 RP0404 unknown value of parameter 'kind': 'lop'; did you mean 'loop'?"
    ),
    ("test/wide\nlabel: runs\nn: 0", "7:4 RP0405 parameter 'n': 0 is outside the range: must be >= 1"),
    ("test/wide\nlabel: runs\nstep_size: 1", "7:12 RP0405 parameter 'step_size': 1 is outside the range: must be in (0, 1)"),
    ("test/wide\nlabel: runs\nstep_size: .nan", "7:12 RP0405 parameter 'step_size': nan is not a finite number"),
    ("test/wide\nlabel: runs\nlevels: [1, -2]", "7:9 RP0405 parameter 'levels': element 2: -2 is outside the range: must be > 0"),
    ("test/wide\nlabel: runs\nlevels: []", "7:9 RP0405 parameter 'levels': has 0 elements: must have 1 to 3"),
    ("test/checked\nlabel: runs\nn: 12", "7:4 RP0406 parameter 'n': 12 is not below d = 10"),
    (
      "test/checked\nlabel: runs\nsweep: {n: [1, 12, 13]}",
      "7:9 RP0406 parameter 'n': 12 is not below d = 10 [at the point n = 12 of the sweep]"
    ),
    ("test/wide\nlabel: runs\nsweep: {m: [1]}", "7:9 RP0402 unknown parameter 'm'; did you mean 'n'?"),
    ("test/wide\nlabel: runs\nsweep: {step_size: [0.1, 7]}", "7:26 RP0405 parameter 'step_size': 7 is outside the range: must be in (0, 1)"),
    ("test/wide\nlabel: runs\nscales: {paper: {nn: 3}}", "7:18 RP0402 unknown parameter 'nn'; did you mean 'n'?"),
    (
      "test/noise\nlabel: runs\nsweep: {T: [10, 100]}",
      "7:9 RP0407 the swept parameter 'T' gives a column 'T', which SQL cannot tell from the column 't' (case is ignored) "
        + "[give the column another name: sweep: {T: {values: [10, 100], as: horizon}}]"
    ),
    ("test/wide\nlabel: runs\nfile: ../secret", "5:17 RP0411 data file '../secret' does not lie below the notebook's folder"),
    ("test/wide\nlabel: runs\nfile: none.csv", "5:17 RP0411 cannot read data file 'none.csv': No such file or directory"),
  ])
  func faults(directive: String, message: String) throws {
    let plan = plan(directive)
    let line = try #require(plan.diagnostics.first).line
    #expect(line.hasPrefix(message), "\(line)")
    #expect(plan["runs"]?.jobs.count == 0)
    guard case .faulty(let diagnostics)? = executor().execute(plan)["runs"]?.state else {
      Issue.record("a faulty experiment must not run")
      return
    }
    #expect(diagnostics == plan.diagnostics)
  }

  @Test func everyFaultIsReportedAtOnce() {
    let plan = plan("test/wide\nlabel: runs\nn: 0\nstep_size: 2\nnope: 1")
    #expect(plan.diagnostics.map(\.code) == ["RP0402", "RP0405", "RP0405"])
  }

  @Test func problemsOfManyPointsAreReportedOnce() {
    let plan = plan("test/checked\nlabel: runs\nn: 12\nsweep: {d: [1, 2, 3]}")
    #expect(plan.diagnostics.map(\.message) == (1...3).map { "parameter 'n': 12 is not below d = \($0)" })
  }

  @Test func anotherNameForTheColumnResolvesTheClash() throws {
    let plan = plan("test/noise\nlabel: runs\nsweep: {T: {values: [10, 100], as: horizon}}")
    #expect(plan.diagnostics == [])
    #expect(plan["runs"]?.sweeps.map(\.column) == ["horizon"])
  }

  @Test func tablesOfTwoExperimentsMayNotClash() {
    let plan = plan("test/mixed\nlabel: runs", "test/fault\nlabel: runs_limit")
    #expect(
      plan.diagnostics.map(\.line) == [
        "9:1 RP0410 experiment 'runs_limit' gives a table 'runs_limit', and so does experiment 'runs'; give one of them another label "
          + "[experiment 'runs' is here]"
      ])
    #expect(plan["runs_limit"]?.jobs.isEmpty == true)
  }

  @Test func unknownOverrideNamesTheNearestParameter() {
    let plan = plan("test/noise\nlabel: a", options: PlanOptions(overrides: [.init(name: "factr", value: .integer(1))]))
    #expect(
      plan.diagnostics.map(\.line) == [
        "RP0402 unknown parameter 'factr'; did you mean 'factor'? [given on the command line; no experiment of the notebook has it]"
      ])
  }

  @Test func tooManyJobsAreRefused() {
    let values = (1...400).map(String.init).joined(separator: ", ")
    let plan = plan("test/noise\nlabel: a\nsweep: {n: [\(values)], factor: [\(values)]}\nseeds: 1")
    #expect(plan.diagnostics.map(\.line) == ["5:17 RP0409 the sweep and its seeds make 160000 jobs; at most 100000 are allowed"])
  }

  @Test(arguments: [([3, 3], "seed 3 is listed twice"), ([-1], "seed -1 is negative, expected 0 or more"), ([], "the list of seeds is empty")])
  func badSeedsOfARun(seeds: [Int], message: String) {
    let planned = Planner(registry: registry, platform: platform).plan(experiment: "test/noise", seeds: seeds)
    #expect(planned.faults.map(\.message) == [message])
  }
}
