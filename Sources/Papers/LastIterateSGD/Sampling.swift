import Experiments
import NumericalCore
import Tables

extension LastIterateSGD {
  struct Sampling: Experiment {
    static let id = "last-iterate-sgd/sampling"
    static let summary = "Means of sampled runs, and the Volterra form of the risk, against the recursion."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 5)
    static let tables = [
      TableSchema(
        "sampling", "One row an iterate and step.",
        [
          ColumnSchema("t", .integer, "steps taken"),
          ColumnSchema("iterate", .text, "last or average"),
          ColumnSchema("mc_mean", .real, "mean risk of the sampled runs"),
          ColumnSchema("mc_se", .real, "its standard error; empty for a single run"),
          ColumnSchema("exact", .real, "by the recursion"),
          ColumnSchema("volterra", .real, "by the Volterra form; empty for the average"),
        ])
    ]

    @Parameter("Dimension $d$.", range: .between(1, 5000), default: 30) var d: Int
    @Parameter(#"Capacity exponent $a$, $\lambda_i=i^{-a}$."#, range: .between(0, 20), default: 1.5) var a: Double
    @Parameter(#"Step size as $\gamma\operatorname{tr}H$, below the stability limit."#, range: .positive, default: 0.4)
    var gammaTrace: Double
    @Parameter("Number of steps $T$.", name: "T", range: .between(1, 20_000), default: 400) var horizon: Int
    @Parameter("Independent runs a seed.", range: .between(1, 1_000_000), quick: 400, standard: 2000, paper: 2000)
    var replicas: Int
    @Parameter(RecordedTimes.help, range: .nonNegative, default: []) var times: [Int]

    func validate() -> [ParameterProblem] {
      let lambda = Vector.powerLaw(exponent: a, count: d)
      let limit = PowerLawProblem.criticalStep(lambda) * Vector.sum(lambda)
      var problems = RecordedTimes.problems(times, last: horizon)
      if gammaTrace >= limit {
        problems.append(
          .inconsistent("gamma_trace", "is \(gammaTrace): at \(limit) and above the risk has no stable expectation to sample"))
      }
      return problems
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      let problem = PowerLawProblem(dimension: d, capacity: a, source: 0)
      let gamma = gammaTrace / problem.trace
      let times = RecordedTimes.resolve(times, last: horizon, round: [10, 100, horizon])
      let volterra = try VolterraForm(problem, stepSize: gamma, through: horizon, check: context.checkCancellation).risks
      var moments = problem.moments(stepSize: gamma)
      var last = [[Double]](repeating: [], count: times.count)
      var average = last
      let source = context.random("runs")
      for replica in 0..<replicas {
        try context.checkCancellation()
        var run = SampledDescent(problem, stepSize: gamma, random: source.substream(replica))
        for (index, time) in times.enumerated() {
          run.advance(to: time)
          last[index].append(run.risk)
          average[index].append(run.averageRisk)
        }
        context.report(Double(replica + 1) / Double(replicas))
      }
      var table = TableBuilder(Self.tables[0].columns)
      for (index, time) in times.enumerated() {
        moments.advance(to: time)
        table.append(
          .integer(time), "last", .real(Statistics.mean(last[index])), .real(Statistics.standardError(last[index])),
          .real(moments.risk), .real(volterra[time]))
        table.append(
          .integer(time), "average", .real(Statistics.mean(average[index])),
          .real(Statistics.standardError(average[index])), .real(moments.averageRisk), .null)
      }
      return ExperimentResult(["sampling": table.table])
    }
  }
}
