import Experiments
import Tables
import Testing

@testable import Papers

@Suite struct AcceleratedParameterTests {
  @Test(arguments: [
    ("rates", ["d": .integer(1)], "d"),
    ("rates", ["decay": .real(6.5)], "decay"),
    ("rates", ["x0": .list([1, 2])], "must have d = 50"),
    ("rates", ["times": .list([.integer(30_000)])], "T = 20000"),
    ("rates", ["sigma": .list([.real(-0.1)])], "sigma"),
    ("rates", ["sigma": .list([])], "sigma"),
    ("rates", ["steps": .text("theorem2")], "theorem2"),
    ("variance", ["sigma": .integer(0)], "sigma"),
    ("monte-carlo", ["replicas": .integer(0)], "replicas"),
    ("lower-bound", ["d": .list([.integer(3)])], "d"),
    ("critical-alpha", ["beta": .integer(2)], "beta"),
    ("minibatch", ["b": .list([.integer(64)])], "at most d = 50"),
  ] as [(String, [String: ParameterLiteral], String)])
  func refused(name: String, given: [String: ParameterLiteral], about: String) throws {
    let problems = try TestRun.problems("accelerated-sgd/\(name)", given)
    #expect(problems.contains { $0.contains(about) }, "\(problems)")
  }

  @Test func givenTimesAndStepsAreTaken() throws {
    let given: [String: ParameterLiteral] = [
      "times": .list([.integer(7), .integer(0), .integer(7)]), "gamma": .real(0.1), "d": 3,
    ]
    let rows = try TestRun.tables("accelerated-sgd/rates", given, replicate: .single).rows("rates")
    #expect(rows.filter { $0.text("method") == "sgd" && $0.number("sigma") == 0 }.map { $0.number("t") } == [0, 7])
    let slower = try TestRun.tables(
      "accelerated-sgd/rates", given.merging(["gamma": .real(0.01)]) { $1 }, replicate: .single
    ).rows("rates")
    func at7(_ rows: [[String: Value]], _ method: String) -> Double {
      rows.first { $0.text("method") == method && $0.number("t") == 7 }?.number("excess_risk") ?? .nan
    }
    #expect(at7(slower, "sgd") > at7(rows, "sgd"))
    #expect(at7(slower, "acsgd") == at7(rows, "acsgd"))
  }

  @Test func everyExperimentTakesOneHotInputs() throws {
    let small: [(String, [String: ParameterLiteral])] = [
      ("rates", ["d": 4, "decay": 1, "T": 200]), ("variance", ["d": .list([3]), "T": 200]),
      ("worst-case", ["d": 4, "decay": 1, "T": 200]), ("critical-alpha", ["d": .list([4, 9])]),
      ("minibatch", ["d": 8, "decay": 1, "T": 200]),
    ]
    for (name, given) in small {
      let given = given.merging(["design": .text("onehot")]) { $1 }
      let rows = try TestRun.tables("accelerated-sgd/\(name)", given, replicate: .single).rows(name)
      #expect(!rows.isEmpty)
      for row in rows {
        for column in ["excess_risk", "worst_risk", "alpha_star"] where row[column] != nil {
          #expect(row.number(column) >= 0 && row.number(column).isFinite)
        }
      }
    }
  }

  @Test func divergedRisksAreMissing() throws {
    let rows = try TestRun.tables("accelerated-sgd/rates", ["alpha": 50], replicate: .single).rows("rates")
    let late = rows.filter { $0.number("t") == 20_000 }
    #expect(late.filter { $0.text("method") == "acsgd" }.allSatisfy { $0["excess_risk"]?.isNull == true })
    #expect(late.filter { $0.text("method") == "sgd" }.allSatisfy { $0["excess_risk"]?.isNull == false })
  }
}
