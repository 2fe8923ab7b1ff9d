import Experiments
import Tables

extension LastIterateSGD {
  struct LastVersusAverage: Experiment {
    static let id = "last-iterate-sgd/last-vs-average"
    static let summary = "The final iterate against the uniform average of all iterates."
    static let tables = [
      TableSchema(
        "last-vs-average", "One row a problem, iterate and step.",
        [
          ColumnSchema("problem", .text, "its name"),
          ColumnSchema("iterate", .text, "last or average"),
          ColumnSchema("t", .integer, "steps taken"),
          ColumnSchema("risk", .real, #"$\mathbb{E}f$"#),
        ])
    ]

    @Parameter("Names of the problems.", default: ["fast", "medium", "slow"]) var name: [String]
    @Parameter("Dimension of each problem.", range: .between(1, 200_000), default: [10, 200, 2000]) var d: [Int]
    @Parameter(
      #"Capacity exponent $a$ of each problem, $\lambda_i\propto i^{-a}$ with sum 1."#, range: .between(0, 20),
      default: [0, 1, 2])
    var a: [Double]
    @Parameter("Source exponent $b$ of each problem, $c_i(0)=i^{-b}$.", range: .between(0, 50), default: [0, 2, 1])
    var b: [Double]
    @Parameter(#"Step size as $\gamma\operatorname{tr}H$."#, range: .positive, default: 0.5) var gammaTrace: Double
    @Parameter("Number of steps $T$.", name: "T", range: .between(1, 1e7), quick: 5000, standard: 50_000, paper: 50_000)
    var horizon: Int
    @Parameter(RecordedTimes.help, range: .nonNegative, default: []) var times: [Int]

    func validate() -> [ParameterProblem] {
      var problems = RecordedTimes.problems(times, last: horizon)
      if name.isEmpty { problems.append(.inconsistent("name", "names no problem")) }
      for (parameter, count) in [("d", d.count), ("a", a.count), ("b", b.count)] where count != name.count {
        problems.append(.inconsistent(parameter, "has \(count) elements: must have one for each of the \(name.count) names"))
      }
      if Set(name).count != name.count { problems.append(.inconsistent("name", "gives a name twice")) }
      return problems
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      let times = RecordedTimes.resolve(times, last: horizon, round: [500, 1000, 5000, horizon])
      var table = TableBuilder(Self.tables[0].columns)
      for index in name.indices {
        let problem = PowerLawProblem(dimension: d[index], capacity: a[index], source: b[index], unitTrace: true)
        var moments = problem.moments(stepSize: gammaTrace)
        var average: [Double] = []
        for time in times {
          while moments.step < time {
            moments.advance(to: min(time, moments.step + 1024))
            try context.checkCancellation()
          }
          average.append(moments.averageRisk)
          table.append(.text(name[index]), "last", .integer(time), .real(finite: moments.risk))
        }
        for (time, risk) in zip(times, average) {
          table.append(.text(name[index]), "average", .integer(time), .real(finite: risk))
        }
        context.report(Double(index + 1) / Double(name.count))
      }
      return ExperimentResult(["last-vs-average": table.table])
    }
  }
}
