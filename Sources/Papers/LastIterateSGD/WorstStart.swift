import Experiments
import NumericalCore
import Tables

extension LastIterateSGD {
  struct WorstStart: Experiment {
    static let id = "last-iterate-sgd/worst-case"
    static let summary = "The largest risk of the final iterate over all unit starts (the theorem of the rate 1/T)."
    static let tables = [
      TableSchema(
        "worst-case", "One row a spectrum, step size and step.",
        [
          ColumnSchema("a", .real, #"capacity exponent, $\lambda_i\propto i^{-a}$"#),
          ColumnSchema("gamma", .real, #"step size $\gamma$; the trace of $H$ is 1"#),
          ColumnSchema("t", .integer, "steps taken"),
          ColumnSchema("worst_risk", .real, #"largest $\mathbb{E}f(\theta_t)$ over $\|\theta_0-\theta_*\|=1$"#),
          ColumnSchema("gamma_t_worst", .real, #"$\gamma t$ times it"#),
        ])
    ]

    @Parameter("Dimension $d$.", range: .between(1, 20_000), default: 60) var d: Int
    @Parameter("Number of steps $T$.", name: "T", range: .between(1, 1e7), quick: 2000, standard: 20_000, paper: 20_000)
    var horizon: Int
    @Parameter(
      #"Capacity exponents $a$ of the eigenvalues $\lambda_i\propto i^{-a}$, of sum 1."#,
      range: .between(0, 20).counting(1...100), default: [0, 1, 2, 3])
    var a: [Double]
    @Parameter(
      #"Step sizes as $\gamma\operatorname{tr}H$."#, range: ParameterRange.positive.counting(1...100),
      default: [0.1, 0.25, 0.5])
    var gammaTrace: [Double]
    @Parameter(RecordedTimes.help, range: .nonNegative, default: []) var times: [Int]

    func validate() -> [ParameterProblem] { RecordedTimes.problems(times, last: horizon) }

    func run(in context: RunContext) throws -> ExperimentResult {
      let times = RecordedTimes.resolve(times, last: horizon, round: [10, 30, 100, 300, 1000, 2000, horizon])
      var table = TableBuilder(Self.tables[0].columns)
      for (index, capacity) in a.enumerated() {
        let lambda = PowerLawProblem(dimension: d, capacity: capacity, source: 0, unitTrace: true).eigenvalues
        for gamma in gammaTrace {
          // The map on the second moments is symmetric. So the risk ½⟨λ, Mᵗeᵢ⟩ from the start eᵢ is the i-th moment from
          // the start λ, halved; and the risk being linear in the second moments, one of the eᵢ is the worst start.
          var moments = PowerLawProblem(eigenvalues: lambda, start: lambda).moments(stepSize: gamma, averaging: false)
          for time in times {
            try context.checkCancellation()
            moments.advance(to: time)
            let worst = 0.5 * (moments.secondMoments.max() ?? .nan)
            table.append(
              .real(capacity), .real(gamma), .integer(time), .real(finite: worst),
              .real(finite: gamma * Double(time) * worst))
          }
        }
        context.report(Double(index + 1) / Double(a.count))
      }
      return ExperimentResult(["worst-case": table.table])
    }
  }
}
