import Experiments
import NumericalCore
import Tables

extension AcceleratedSGD {
  struct WorstCase: Experiment {
    static let id = "accelerated-sgd/worst-case"
    static let summary =
      "The largest noiseless risk over all unit starts: the exponents 2 and 1 of the first term of Theorem 1."
    static let tables = [
      TableSchema(
        "worst-case", "One row a method and step.",
        [
          ColumnSchema("method", .text, "sgd, avg-sgd, acsgd or avg-acsgd"),
          ColumnSchema("t", .integer, "steps taken"),
          ColumnSchema("worst_risk", .real, #"largest $\mathbb{E}R(x)-R(x_*)$ over $\|x_0-x_*\|=1$"#),
          ColumnSchema("argmax_coordinate", .integer, "eigenvector of the worst start, 0-based"),
        ])
    ]

    @Parameter("Dimension $d$.", range: .between(2, 2000), quick: 20, standard: 20, paper: 50) var d: Int
    @Parameter(
      #"Exponent $p$ of the eigenvalues $\lambda_i=i^{-p}$, divided by their sum for the one-hot design."#,
      range: .between(0, 6), default: 4)
    var decay: Double
    @Parameter("Number of steps $T$.", name: "T", range: .between(1, 1e7), quick: 4000, standard: 20_000, paper: 100_000)
    var horizon: Int
    @Parameter("Rule of the step sizes: figure, theorem1 or theorem3.", default: .figure) var steps: StepRule
    @Parameter(Help.design, default: .gaussian) var design: InputDesign
    @Parameter(RecordedTimes.help, range: .nonNegative, default: []) var times: [Int]
    @Parameter(Help.alpha, range: .nonNegative, default: 0) var alpha: Double
    @Parameter(Help.beta, range: .nonNegative, default: 0) var beta: Double
    @Parameter(Help.gamma, range: .nonNegative, default: 0) var gamma: Double

    func validate() -> [ParameterProblem] { RecordedTimes.problems(times, last: horizon) }

    func run(in context: RunContext) throws -> ExperimentResult {
      let problem = StreamingRegression.powerLaw(dimension: d, decay: decay, design: design)
      let sizes = problem.stepSizes(steps).replaced(alpha: alpha, beta: beta, gamma: gamma)
      let times = RecordedTimes.resolve(times, last: horizon, round: [4 * d, horizon])
      var table = TableBuilder(Self.tables[0].columns)
      for (position, method) in RiskMethod.allCases.enumerated() {
        var moments = AdjointMoments(problem, method, steps: sizes)
        for time in times {
          while moments.step < time {
            moments.advance(to: min(time, moments.step + 4096))
            try context.checkCancellation()
          }
          let worst = moments.worst
          table.append(
            .text(method.rawValue), .integer(time), .real(finite: worst.risk), .integer(worst.coordinate))
        }
        context.report(Double(position + 1) / 4)
      }
      return ExperimentResult(["worst-case": table.table])
    }
  }
}
