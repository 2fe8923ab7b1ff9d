import Experiments
import NumericalCore
import Tables
import Testing

@testable import Papers

/// The claims of the paper at scale quick, and parameters that are refused.
@Suite struct BarronClaimsTests {
  private func rows(_ name: String, seeds: Range<Int>, _ given: [String: ParameterLiteral] = [:]) throws -> [[String: Value]] {
    try seeds.flatMap { seed in
      try TestRun.tables("barron-path-norm/\(name)", given, replicate: .seed(seed)).rows(name)
    }
  }

  private func mean(_ rows: [[String: Value]], _ column: String) -> Double {
    Statistics.mean(rows.map { $0.number(column) })
  }

  @Test func complexityIsBelowItsBound() throws {
    for seed in TestRun.seeds {
      let rows = try rows("rademacher", seeds: seed..<(seed + 1))
      #expect(rows.count == 5 && rows.allSatisfy { $0.number("ratio") < 0.3 })
      let slope = Statistics.logLogSlope(rows.map { $0.number("n") }, rows.map { $0.number("rademacher") })
      #expect((-0.6 ... -0.4).contains(slope))
    }
  }

  @Test func allSignsOfGivenPoints() throws {
    let given: [String: ParameterLiteral] = [
      "points": .list([.real(0.5), .real(0.25), .real(-0.5), 1, .real(0.75), .real(-0.5)]), "signs": .text("all"),
    ]
    let row = try rows("rademacher", seeds: 0..<1, given)[0]
    #expect(row.number("n") == 3 && abs(row.number("rademacher") - 0.3819444444444444) < 1e-15)
  }

  #if !DEBUG
    @Test func networkBeatsTheKernel() throws {
      let rows = try rows("separation", seeds: 0..<3, ["d": .list([5, 20]), "v": .list([.text("axis"), .text("axis")]), "n": .list([200])])
      var ratios: [Double] = []
      for d in [5.0, 20] {
        let network = rows.filter { $0.number("d") == d && $0.text("method") == "network" }
        let kernel = rows.filter { $0.number("d") == d && $0.text("method") == "krr" }
        ratios.append(mean(network, "test_mse") / mean(kernel, "test_mse"))
      }
      #expect(ratios[0] < 0.5 && ratios[1] < ratios[0])
    }

    @Test func widthIsFree() throws {
      let rows = try rows("width", seeds: 0..<3)
      let means = [10.0, 100, 400].map { m in rows.filter { $0.number("m") == m } }
      #expect(mean(means[2], "test_mse") < 5 * mean(means[0], "test_mse"))
      let norms = means.map { mean($0, "path_norm") }
      #expect((norms.max() ?? 0) / (norms.min() ?? 1) < 1.08)
      #expect(norms.allSatisfy { abs($0 - 20.0.squareRoot()) < 0.5 })
    }
  #endif

  @Test func kernelsSufferFromDimension() throws {
    let rows = try rows("kernel-curse", seeds: 0..<2, ["n": .list([100, 400])])
    let errors = [3.0, 5, 10, 20].map { d in mean(rows.filter { $0.number("d") == d && $0.number("n") == 400 }, "test_mse") }
    #expect(zip(errors, errors.dropFirst()).allSatisfy { $1 > 1.5 * $0 })
  }

  @Test func convexHull() throws {
    for seed in TestRun.seeds {
      let rows = try rows("convex-hull", seeds: seed..<(seed + 1))
      for d in [1.0, 2, 3] {
        let stratified = rows.filter { $0.number("d") == d && $0.text("scheme") == "stratified" }
        let slope = Statistics.logLogSlope(stratified.map { $0.number("m") }, stratified.map { $0.number("sq_error") })
        #expect(abs(slope + 1 + 2 / d) < (d == 1 ? 0.3 : 0.15), "d = \(d), seed \(seed)")
      }
    }
  }

  @Test func pointsOfAReader() throws {
    let result = try TestRun.tables("barron-path-norm/lasso-points", ["x_test": .list([1, 1]), "y_test": 2], replicate: .single)
    #expect(result.rows("fit").count == 1 && result.rows("coefficients").count == 8)
    let norm = result.rows("coefficients").reduce(0) { $0 + abs($1.number("c")) }
    #expect(abs(norm - result.rows("fit")[0].number("path_norm")) < 1e-14)
    #expect(result.rows("fit")[0].number("test_mse") > 0)
  }

  @Test(arguments: [
    ("rademacher", ["signs": .text("all")], "at most 20"),
    ("rademacher", ["points": .list([1, 0, 1])], "two for each point"),
    ("rademacher", ["points": .list([2, 0])], "points"),
    ("separation", ["d": .list([5])], "one for each of the 1 dimensions"),
    ("width", ["m": .integer(0)], "m"),
    ("kernel-curse", ["design": .text("fibonacci")], "d = 5"),
    ("kernel-curse", ["v": .list([1, 0])], "must have d = 3"),
    ("lasso-points", ["y": .list([1, 2])], "two for each of the 2 values"),
    ("convex-hull", ["q": .list([1000])], "at most 10000000"),
  ] as [(String, [String: ParameterLiteral], String)])
  func refused(name: String, given: [String: ParameterLiteral], about: String) throws {
    let problems = try TestRun.problems("barron-path-norm/\(name)", given)
    #expect(problems.contains { $0.contains(about) }, "\(problems)")
  }
}
