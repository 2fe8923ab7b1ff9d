import Diagnostics
import Tables
import Testing

@testable import Experiments

@Suite struct ParametersTests {
  private let description = ExperimentDescription(Sample.self)

  @Test func definitionsAreReadFromTheProperties() {
    #expect(description.parameters.map(\.name) == ["n", "step_size", "levels", "mode", "T", "verbose"])
    #expect(description.parameters.map(\.typeName) == ["integer", "number", "list of numbers", "one of pde, reg", "number", "true/false"])
    let step = description.parameter("step_size")
    #expect(step?.unit == "1/L")
    #expect(step?.help == "Step size.")
    #expect(step?.range.description == "in (0, 1]")
    #expect(ParameterRange.between(1, 1e8).description == "in [1, 100000000]" && ParameterRange.atMost(0.25).description == "<= 0.25")
    #expect(step?.defaults.quick == .real(0.1))
    #expect(step?.defaults.paper == .real(0.001))
    #expect(description.parameter("mode")?.allowed == ["pde", "reg"])
    #expect(description.name == "sample")
  }

  @Test(arguments: [
    ("n", "n"), ("stepSize", "step_size"), ("T", "t"), ("maxStepsTotal", "max_steps_total"), ("n2", "n2"), ("labelNoise", "label_noise"),
  ])
  func snakeCase(property: String, name: String) {
    #expect(ExperimentDescription.snakeCase(property) == name)
  }

  @Test func defaultsOfTheScaleFillWhatIsNotGiven() throws {
    for (scale, step) in [(Scale.quick, 0.1), (.standard, 0.01), (.paper, 0.001)] {
      let resolved = try description.resolve([:], scale: scale).get()
      let sample = try #require(resolved.experiment as? Sample)
      #expect(sample.stepSize == step)
      #expect(resolved.parameters["step_size"] == .real(step))
      #expect(resolved.parameters.entries.map(\.name) == description.parameters.map(\.name))
    }
  }

  @Test func valuesComeInTheirTypes() throws {
    let given: [String: ParameterLiteral] = [
      "n": .real(1e3), "step_size": .integer(1), "levels": .integer(2), "mode": .text("reg"), "verbose": .boolean(true),
      "T": .integer(5000),
    ]
    let resolved = try description.resolve(given, scale: .quick).get()
    let sample = try #require(resolved.experiment as? Sample)
    #expect(sample.n == 1000 && sample.stepSize == 1 && sample.levels == [2] && sample.mode == .reg && sample.verbose)
    #expect(resolved.parameters["levels"] == .list([.real(2)]))
    #expect(resolved.parameters["n"] == .integer(1000))
  }

  @Test(arguments: [
    ("n", ParameterLiteral.real(1.5), "parameter 'n' is number '1.5', expected integer"),
    ("n", .text("many"), "parameter 'n' is text 'many', expected integer"),
    ("n", .integer(0), "parameter 'n': 0 is outside the range: must be >= 1"),
    ("step_size", .real(0), "parameter 'step_size': 0 is outside the range: must be in (0, 1]"),
    ("step_size", .real(.infinity), "parameter 'step_size': inf is not a finite number"),
    ("levels", .list([]), "parameter 'levels': has 0 elements: must have at least 1"),
    ("levels", .list([.real(1), .integer(0)]), "parameter 'levels': element 2: 0 is outside the range: must be > 0"),
    ("levels", .list([.boolean(true)]), "parameter 'levels' is list '[true]', expected list of numbers"),
    ("mode", .text("rg"), "unknown value of parameter 'mode': 'rg'; did you mean 'reg'?"),
    ("mode", .integer(1), "parameter 'mode' is integer '1', expected one of pde, reg"),
    ("verbose", .text("yes"), "parameter 'verbose' is text 'yes', expected true/false"),
    ("stepsize", .real(0.5), "unknown parameter 'stepsize'; did you mean 'step_size'?"),
  ])
  func problems(name: String, literal: ParameterLiteral, message: String) {
    guard case .failure(let problems) = description.resolve([name: literal], scale: .quick) else {
      Issue.record("it must be refused")
      return
    }
    #expect(problems.problems.map { $0.diagnostic(experiment: Sample.id).message } == [message])
  }

  @Test func allProblemsAreFound() {
    guard case .failure(let problems) = description.resolve(["n": .integer(0), "x": .integer(1), "mode": .text("q")], scale: .quick)
    else {
      Issue.record("it must be refused")
      return
    }
    #expect(problems.problems.map(\.parameter) == ["x", "n", "mode"])
  }

  @Test func parametersAreCheckedTogether() {
    guard case .failure(let problems) = description.resolve(["n": .integer(50), "T": .real(3)], scale: .quick) else {
      Issue.record("it must be refused")
      return
    }
    #expect(problems.problems.map { $0.diagnostic(experiment: Sample.id).code } == ["RP0406"])
  }

  @Test func parametersOfAGroupAreThoseOfTheExperiment() throws {
    let description = ExperimentDescription(GroupedSample.self)
    #expect(description.parameters.map(\.name) == ["first", "n", "step_size", "K", "last"])
    let given: [String: ParameterLiteral] = ["n": .integer(3), "K": .integer(8), "last": .integer(9)]
    let resolved = try description.resolve(given, scale: .paper).get()
    let sample = try #require(resolved.experiment as? GroupedSample)
    #expect(sample.first == 1 && sample.flow.n == 3 && sample.flow.stepSize == 0.001)
    #expect(sample.flow.inner.count == 8 && sample.count == 9)
    #expect(resolved.parameters.entries.map(\.value) == [.integer(1), .integer(3), .real(0.001), .integer(8), .integer(9)])
    guard case .failure(let problems) = description.resolve(["step_siz": .real(1), "K": .integer(0)], scale: .quick) else {
      Issue.record("it must be refused")
      return
    }
    #expect(problems.problems.map(\.parameter) == ["step_siz", "K"])
  }

  @Test func canonicalTextDoesNotDependOnTheOrder() {
    let entries: [ResolvedParameters.Entry] = [
      .init(name: "b", value: .text("a\"b")), .init(name: "a", value: .list([.real(0.1), .integer(2), .boolean(true)])),
    ]
    #expect(ResolvedParameters(entries: entries).canonicalText == "a = [0.1, 2, true]\nb = \"a\\\"b\"")
    #expect(ResolvedParameters(entries: entries).canonicalText == ResolvedParameters(entries: entries.reversed()).canonicalText)
  }

  @Test(arguments: [
    (ParameterRange.any, ""), (.positive, "> 0"), (.nonNegative, ">= 0"), (.atMost(2.5), "<= 2.5"), (.lessThan(1), "< 1"),
    (.between(-2, 3), "in [-2, 3]"), (.strictlyBetween(0, 1), "in (0, 1)"),
  ])
  func rangesInWords(range: ParameterRange, text: String) {
    #expect(range.description == text)
  }

  @Test func endsOfRanges() {
    #expect(ParameterRange.positive.contains(.leastNonzeroMagnitude) && !ParameterRange.positive.contains(0))
    #expect(ParameterRange.nonNegative.contains(0) && !ParameterRange.nonNegative.contains(-1))
    #expect(ParameterRange.between(0, 1).contains(1) && !ParameterRange.strictlyBetween(0, 1).contains(1))
    #expect(!ParameterRange.any.contains(.nan) && !ParameterRange.any.contains(.infinity))
  }
}

enum Mode: String, ParameterChoice { case pde, reg }

/// Parameters of every type.
struct Sample: Experiment {
  static let id = "test/sample"
  static let summary = "A sample."
  static let tables = [TableSchema("result", "Nothing.", [])]

  @Parameter("Samples.", range: .atLeast(1), default: 10) var n: Int
  @Parameter("Step size.", unit: "1/L", range: .init(lower: 0, upper: 1, includesLower: false), quick: 0.1, standard: 0.01, paper: 0.001)
  var stepSize: Double
  @Parameter("Levels.", range: .positive.counting(1...Int.max), default: [1, 2]) var levels: [Double]
  @Parameter("Mode.", default: .pde) var mode: Mode
  @Parameter("Horizon.", name: "T", default: 100) var horizon: Double
  @Parameter("Says more.", default: false) var verbose: Bool

  func validate() -> [ParameterProblem] { horizon < Double(n) ? [.inconsistent("T", "is below n = \(n)")] : [] }
  func run(in context: RunContext) throws -> ExperimentResult { ExperimentResult([ExperimentResult.NamedTable]()) }
}

/// Parameters declared elsewhere, one group inside another; both have a property `count`.
struct GroupedSample: Experiment {
  static let id = "test/grouped"
  static let summary = "A sample with groups."
  static let tables = [TableSchema("result", "Nothing.", [])]

  struct Flow: ParameterGroup {
    @Parameter("Samples.", range: .atLeast(1), default: 10) var n: Int
    @Parameter("Step size.", quick: 0.1, standard: 0.01, paper: 0.001) var stepSize: Double
    var inner = Inner()
  }

  struct Inner: ParameterGroup {
    @Parameter("Particles.", name: "K", range: .atLeast(1), default: 4) var count: Int
  }

  @Parameter("First.", default: 1) var first: Int
  var flow = Flow()
  @Parameter("Last.", name: "last", default: 5) var count: Int

  func run(in context: RunContext) throws -> ExperimentResult { ExperimentResult([ExperimentResult.NamedTable]()) }
}
