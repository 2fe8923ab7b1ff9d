import Experiments
import Tables
import Testing

@testable import Papers

@Suite struct LastIterateParameterTests {
  @Test(arguments: [
    ("worst-case", ["a": .real(-0.5)], "a"),
    ("worst-case", ["gamma_trace": .list([.integer(0)])], "gamma_trace"),
    ("rates", ["a": .integer(1)], "a"),
    ("rates", ["b": .list([.real(-1)])], "b"),
    ("rates", ["fit_from": .integer(10_000)], "fewer than two"),
    ("rates", ["times": .list([.integer(10_001)])], "T = 10000"),
    ("last-vs-average", ["d": .list([.integer(3)])], "one for each of the 3 names"),
    ("last-vs-average", ["name": .list([.text("x"), .text("x"), .text("y")])], "twice"),
    ("critical-step", ["eigenvalues": .list([.integer(0)])], "all 0"),
    ("critical-step", ["a": .list([])], "is empty"),
    ("sampling", ["gamma_trace": .integer(2)], "no stable expectation"),
    ("kernel", ["s": .integer(3)], "s"),
    ("kernel", ["s": .list([.integer(1)])], "one for each of the 1 kernels"),
    ("kernel", ["target": .text("B3")], "B3"),
    ("kernel", ["gamma_trace": .integer(2)], "gamma_trace"),
  ] as [(String, [String: ParameterLiteral], String)])
  func refused(name: String, given: [String: ParameterLiteral], about: String) throws {
    let problems = try TestRun.problems("last-iterate-sgd/\(name)", given)
    #expect(problems.contains { $0.contains(about) }, "\(problems)")
  }

  @Test func smallestSizes() throws {
    let small: [(String, [String: ParameterLiteral], String)] = [
      ("worst-case", ["d": 1, "T": 1], "worst-case"), ("rates", ["d": 2, "T": 10, "fit_from": 1], "exponents"),
      ("last-vs-average", ["name": .list([.text("one")]), "d": .list([1]), "a": .list([0]), "b": .list([0]), "T": 1], "last-vs-average"),
      ("critical-step", ["d": .list([1]), "T": 2], "critical-step"),
    ]
    for (name, given, table) in small {
      let rows = try TestRun.tables("last-iterate-sgd/\(name)", given, replicate: .single).rows(table)
      #expect(!rows.isEmpty, "\(name)")
    }
    for (name, given) in [
      ("sampling", ["d": 1, "T": 1, "replicas": 1]), ("kernel", ["T": 1, "replicas": 1]),
    ] as [(String, [String: ParameterLiteral])] {
      let rows = try TestRun.tables("last-iterate-sgd/\(name)", given, replicate: .seed(0)).rows(name)
      #expect(!rows.isEmpty && rows.allSatisfy { !($0["t"]?.isNull ?? true) }, "\(name)")
    }
  }

  @Test func divergedRisksAreMissing() throws {
    let rows = try TestRun.tables(
      "last-iterate-sgd/worst-case", ["gamma_trace": .list([40])], replicate: .single
    ).rows("worst-case")
    #expect(rows.last?["worst_risk"]?.isNull == true)
  }
}
