import Experiments
import Testing

@testable import Papers

@Suite struct LabelNoiseParameterTests {
  @Test(arguments: [
    ("recovery", ["d": .integer(30)], "d"),
    ("recovery", ["s": .integer(40)], "n"),
    ("lasso-average", ["gamma": .real(0.06)], "gamma"),
    ("lasso-average", ["gamma": .real(0.05), "deltabar": .list([.real(0.2), .real(1)])], "gamma"),
    ("large-noise", ["gamma": .real(0.02), "deltabar": .integer(3)], "gamma"),
    ("domination", ["n": .list([.integer(40), .integer(101)])], "d"),
    ("custom", ["x": .list([.integer(1), .integer(2), .integer(3)])], "x"),
    ("custom", ["y": .list([.integer(1)])], "y"),
    ("custom", ["x": .list([.integer(1), .integer(0), .integer(2), .integer(0)]), "support": .list([.integer(0)])], "column 1"),
    ("custom", ["support": .list([.integer(3)])], "coordinate 3"),
    ("custom", ["support": .list([.integer(1), .integer(1)])], "twice"),
    ("custom", ["beta0": .list([.real(0.1), .real(0.2)])], "beta0"),
    ("custom", ["burn": .integer(1)], "burn"),
    ("custom", ["algorithm": .text("adam")], "algorithm"),
  ] as [(String, [String: ParameterLiteral], String)])
  func refused(name: String, given: [String: ParameterLiteral], about: String) throws {
    let problems = try TestRun.problems("label-noise-lasso/\(name)", given)
    #expect(problems.contains { $0.contains(about) }, "\(problems)")
  }

  @Test func automaticLevelsRefuseTooLargeAStep() throws {
    #expect(throws: ParameterProblems.self) {
      try TestRun.tables("label-noise-lasso/lasso-average", ["gamma": .real(0.05), "steps": 10], replicate: .seed(0))
    }
  }

  @Test func givenLevelsAndStepsAreUsed() throws {
    let given: [String: ParameterLiteral] = ["deltabar": .list([.real(0.3)]), "gamma": .real(0.01), "steps": 1]
    let rows = try TestRun.tables("label-noise-lasso/lasso-average", given, replicate: .seed(3)).rows("averages")
    #expect(rows.count == 100)
    // One step: the mean over steps 0 … 0 is the start.
    #expect(rows.allSatisfy { abs($0.number("time_average") - 0.1) < 1e-15 && $0.number("tail_mean") == $0.number("time_average") })
    // The identity of one step holds to the order of the step size.
    #expect(rows.allSatisfy { $0.number("deltabar") == 0.3 })
  }

  @Test(arguments: [1, 2, 3, 100])
  func everyRecordedStepIsThereOnce(steps: Int) throws {
    let rows = try TestRun.tables("label-noise-lasso/recovery", ["steps": .integer(steps)], replicate: .seed(0))
      .rows("trajectory").filter { $0.text("algorithm") == "sgd" }
    #expect(rows.map { Int($0.number("step")) } == RunSchedule.recordedSteps(steps))
    #expect(rows.last?.number("step") == Double(steps))
  }

  @Test func customOnOneNumber() throws {
    let given: [String: ParameterLiteral] = [
      "x": 2, "n": 1, "y": 4, "support": 0, "deltabar": .list([.real(0.5)]), "steps": 200, "algorithm": .text("gd"),
      "gamma": .real(0.01), "burn": .real(0.9),
    ]
    let shared = try TestRun.tables("label-noise-lasso/custom", given, replicate: .shared(firstSeed: 0))
    #expect(abs(shared.rows("lasso")[0].number("beta") - 1.75) < 1e-12)
    #expect(abs(shared.rows("design")[0].number("delta_minus") - 4) < 1e-12)
    #expect(shared.rows("design")[0]["domination_gap"]?.isNull == true)
    let runs = try TestRun.tables("label-noise-lasso/custom", given, replicate: .seed(0)).rows("runs")
    #expect(abs(runs[0].number("final") - 2) < 1e-3)
    #expect(abs(runs[0].number("predicted_sd") - (0.5 * 1.75).squareRoot()) < 1e-12)
  }

  @Test func customWithoutStepsHasNoRuns() throws {
    let result = try TestRun.tables("label-noise-lasso/custom", replicate: .seed(1))
    #expect(result["runs"]?.rowCount == 0)
    #expect(result["lasso"] == nil)
  }

  @Test func customRefusesDependentColumns() {
    let given: [String: ParameterLiteral] = ["x": .list([1, 2, 2, 4]), "support": .list([0, 1])]
    #expect(throws: ParameterProblems.self) {
      try TestRun.tables("label-noise-lasso/custom", given, replicate: .shared(firstSeed: 0))
    }
  }

  @Test func replicatesShareNothing() throws {
    let given: [String: ParameterLiteral] = ["steps": 50]
    let first = try TestRun.tables("label-noise-lasso/recovery", given, replicate: .seed(0))
    let again = try TestRun.tables("label-noise-lasso/recovery", given, replicate: .seed(0))
    let other = try TestRun.tables("label-noise-lasso/recovery", given, replicate: .seed(1))
    #expect(first == again)
    #expect(first != other)
  }
}
