import Experiments
import NumericalCore
import Tables
import Testing

@testable import Papers

/// The claims of the paper at scale quick.
@Suite struct LastIterateClaimsTests {
  private func rows(_ name: String, table: String? = nil) throws -> [[String: Value]] {
    try TestRun.tables("last-iterate-sgd/\(name)", replicate: .single).rows(table ?? name)
  }

  @Test func worstStarts() throws {
    let all = try rows("worst-case")
    let rows = all.filter { [10, 30, 100, 300, 1000, 2000].contains($0.number("t")) }
    func largest(_ a: Double, _ gamma: Double) -> Double {
      rows.filter { $0.number("a") == a && $0.number("gamma") == gamma }.map { $0.number("gamma_t_worst") }.max() ?? .nan
    }
    for (a, expected) in zip([0.0, 1, 2, 3], [0.120, 0.129, 0.138, 0.169]) { #expect(abs(largest(a, 0.5) - expected) < 0.002) }
    for a in [0.0, 1, 2, 3] {
      #expect((0.0965...0.0985).contains(largest(a, 0.1)))
      #expect((0.1...0.1095).contains(largest(a, 0.25)))
    }
    let window = all.filter {
      $0.number("a") == 2 && $0.number("gamma") == 0.25 && (100...1000).contains($0.number("t"))
    }
    let slope = Statistics.logLogSlope(window.map { $0.number("t") }, window.map { $0.number("worst_risk") })
    #expect(abs(slope + 0.995) < 0.005)
  }

  @Test func worstStartIsTheLargestOfAllStarts() throws {
    let given: [String: ParameterLiteral] = ["d": 4, "a": .list([1]), "gamma_trace": .list([.real(0.4)]), "times": .list([25])]
    let row = try TestRun.tables("last-iterate-sgd/worst-case", given, replicate: .single).rows("worst-case")[0]
    let lambda = PowerLawProblem(dimension: 4, capacity: 1, source: 0, unitTrace: true).eigenvalues
    let risks = (0..<4).map { i in
      var moments = PowerLawProblem(eigenvalues: lambda, start: (0..<4).map { $0 == i ? 1 : 0 }).moments(stepSize: 0.4)
      moments.advance(to: 25)
      return moments.risk
    }
    #expect(abs(row.number("worst_risk") / (risks.max() ?? .nan) - 1) < 1e-12)
  }

  @Test func exponents() throws {
    let rows = try rows("rates", table: "exponents")
    #expect(rows.count == 30)
    func exponent(_ a: Double, _ b: Double, _ algorithm: String) -> Double {
      rows.first { $0.number("a") == a && $0.number("b") == b && $0.text("algorithm") == algorithm }?
        .number("exponent") ?? .nan
    }
    for row in rows where row.text("algorithm") == "sgd" {
      #expect(abs(row.number("exponent") - row.number("predicted")) < 0.15)
    }
    for (b, expected) in zip([0, 1, 1.5, 2, 4], [0.514, 1.009, 1.270, 1.500, 1.504]) {
      #expect(abs(exponent(2, b, "sgd") - expected) < 0.006)
    }
    for (a, b, sgd, gd) in [(1.5, 4.0, 1.330, 2.999), (1.5, 2, 1.420, 1.668), (2, 4, 1.504, 2.499), (3, 4, 1.708, 1.999)] {
      #expect(abs(exponent(a, b, "sgd") - sgd) < 0.006)
      #expect(abs(exponent(a, b, "gd") - gd) < 0.006)
    }
  }

  @Test func lastIterateIsNeverBehind() throws {
    let rows = try rows("last-vs-average")
    func curve(_ problem: String, _ iterate: String) -> [(t: Double, risk: Double)] {
      rows.filter { $0.text("problem") == problem && $0.text("iterate") == iterate }
        .map { ($0.number("t"), $0.number("risk")) }
    }
    for (problem, expected) in [("fast", 1.8287e28), ("medium", 4.60), ("slow", 1.97)] {
      let (last, average) = (curve(problem, "last"), curve(problem, "average"))
      for (l, a) in zip(last, average) where l.t >= 1 { #expect(l.risk < a.risk) }
      let ratios = zip(last, average).filter { $0.0.t == 1000 }.map { $0.1.risk / $0.0.risk }
      #expect(ratios.count == 1 && abs(ratios[0] / expected - 1) < 0.01)
    }
    let late = curve("fast", "average").filter { $0.t >= 500 }
    #expect(abs(Statistics.logLogSlope(late.map(\.t), late.map(\.risk)) + 1.999) < 0.002)
  }

  @Test func criticalSteps() throws {
    let rows = try rows("critical-step")
    #expect(rows.count == 12)
    let stars = rows.filter { $0.number("factor") == 0.9 }.map { $0.number("gamma_star_trace") }
    for (star, expected) in zip(stars, [1.8182, 1.9802, 1.5464, 1.7986, 0.9817, 1.0027]) {
      #expect(abs(star - expected) < 6e-5)
    }
    for row in rows {
      if row.number("factor") < 1 { #expect(row.number("growth") < 1) } else { #expect(row.number("growth") > 5) }
    }
  }

  @Test func growthIsThatOfTheRecursion() throws {
    let given: [String: ParameterLiteral] = [
      "eigenvalues": .list([1, .real(0.3)]), "factors": .list([.real(0.7), .real(1.4)]), "T": 101,
    ]
    let rows = try TestRun.tables("last-iterate-sgd/critical-step", given, replicate: .single).rows("critical-step")
    for row in rows {
      #expect(row["a"]?.isNull == true && row.number("d") == 2)
      let problem = PowerLawProblem(eigenvalues: [1, 0.3], start: [1, 1])
      var moments = problem.moments(stepSize: row.number("factor") * row.number("gamma_star"))
      moments.advance(to: 50)
      let half = moments.risk
      moments.advance(to: 101)
      #expect(abs(row.number("growth") / (moments.risk / half) - 1) < 1e-11)
    }
  }

  @Test func sampling() throws {
    for seed in TestRun.seeds {
      let rows = try TestRun.tables("last-iterate-sgd/sampling", replicate: .seed(seed)).rows("sampling")
      for row in rows where [10, 100, 400].contains(row.number("t")) {
        #expect((0.85...1.15).contains(row.number("mc_mean") / row.number("exact")))
      }
      for row in rows where row.text("iterate") == "last" {
        #expect(abs(row.number("volterra") / row.number("exact") - 1) < 1e-9)
      }
    }
  }

  @Test func kernels() throws {
    var ratios: [String: [Double]] = [:]
    for seed in TestRun.seeds {
      let rows = try TestRun.tables("last-iterate-sgd/kernel", replicate: .seed(seed)).rows("kernel")
      for row in rows where [10, 30, 100, 300, 800].contains(row.number("t")) {
        let ratio = row.number("mc_risk") / row.number("exact_risk")
        #expect((0.35...2.5).contains(ratio))
        ratios["\(row.number("s")) \(row.text("target")) \(row.number("t"))", default: []].append(ratio)
      }
      if seed > 0 { continue }
      for (s, target, expected) in [(1.0, "B2", 1.4855), (1, "B4", 1.517), (2, "B4", 1.8182), (2, "B2", 0.7503)] {
        let curve = rows.filter {
          $0.number("s") == s && $0.text("target") == target && [100, 300, 800].contains($0.number("t"))
        }
        let slope = Statistics.logLogSlope(curve.map { $0.number("t") }, curve.map { $0.number("exact_risk") })
        #expect(abs(slope + expected) < 0.0015, "s = \(s), \(target)")
      }
    }
    #expect(ratios.count == 20)
    if TestRun.seeds.count == 5 {
      for (name, values) in ratios { #expect((0.7...1.4).contains(Statistics.mean(values)), "\(name)") }
    }
  }
}
