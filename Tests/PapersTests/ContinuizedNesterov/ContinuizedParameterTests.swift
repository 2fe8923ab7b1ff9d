import Experiments
import Testing

@testable import Papers

@Suite struct ContinuizedParameterTests {
  @Test(arguments: [
    ("convex-quadratic", ["iterations": .integer(5)], "iterations"),
    ("strongly-convex-quadratic", ["kappa": .integer(1)], "kappa"),
    ("additive-noise", ["times": .list([.integer(0)])], "times"),
    ("gossip", ["n": .integer(15)], "grid"),
    ("gossip", ["n": .list([.integer(16), .integer(9)])], "n"),
    ("gossip", ["graphs": .list([.text("grid")]), "spectral_n": .list([.integer(9), .integer(10)])], "spectral_n"),
    ("gossip", ["graphs": .list([.text("ring")])], "ring"),
    ("gossip", ["graphs": .list([.text("line"), .text("line")])], "twice"),
    ("gossip", ["x0": .list([.integer(1), .integer(0)])], "x0"),
  ] as [(String, [String: ParameterLiteral], String)])
  func refused(name: String, given: [String: ParameterLiteral], about: String) throws {
    let problems = try TestRun.problems("continuized-nesterov/\(name)", given)
    #expect(problems.contains { $0.contains(about) }, "\(problems)")
  }

  @Test func rowsAreAtTheTimesGiven() throws {
    let given: [String: ParameterLiteral] = ["times": .list([.real(2.5), .integer(1)]), "iterations": 10, "d": 5, "runs": 2]
    for name in ["convex-quadratic", "strongly-convex-quadratic"] {
      let shared = try TestRun.tables("continuized-nesterov/\(name)", given, replicate: .shared(firstSeed: 0)).rows("gaps")
      #expect(shared.filter { $0.text("method") == "continuized-exact" }.map { $0.number("t") } == [2.5, 1])
      #expect(shared.filter { $0.text("method") == "gd" }.map { $0.number("k") } == (1...10).map(Double.init))
      let runs = try TestRun.tables("continuized-nesterov/\(name)", given, replicate: .seed(0)).rows("gaps")
      #expect(runs.count == 20)
      #expect(runs.allSatisfy { $0.text("method") == "continuized-run" && $0.number("gap") >= 0 })
    }
  }

  @Test func starAndOwnStart() throws {
    let given: [String: ParameterLiteral] = [
      "graphs": .list([.text("star")]), "n": 5, "times": .list([.integer(1), .integer(30)]), "runs": 3,
      "x0": .list([1, 2, 3, 4, 5]),
    ]
    let result = try TestRun.tables("continuized-nesterov/gossip", given, replicate: .shared(firstSeed: 0))
    let rows = result.rows("dynamics")
    #expect(result.rows("spectral").map { $0.number("n") } == [5])
    #expect(rows.count == 4)
    #expect(rows.allSatisfy { $0.number("err") <= $0.number("bound") && $0.number("err") < 10 })
    // Simulated up to four units of 1/θ only.
    #expect(rows[0]["mc_mean"]?.isNull == false && rows[1]["mc_mean"]?.isNull == true)
  }

  @Test func runsOfOneSeedKeepTheirJumpsWhenMoreAreAsked() throws {
    func rows(_ runs: Int) throws -> [Double] {
      let problem = QuadraticComparison(problem: .convex(dimension: 3), iterations: 20, times: [1], runs: runs)
      let (_, parameters) = try TestRun.resolve("continuized-nesterov/convex-quadratic", [:]).get()
      let context = RunContext(experiment: "x", parameters: parameters, replicate: .seed(0), scale: .quick)
      return try problem.table(in: context)["t"]?.numbers ?? []
    }
    #expect(Array(try rows(5).prefix(40)) == Array(try rows(2).prefix(40)))
  }
}
