import Experiments
import NumericalCore
import Tables

extension AcceleratedSGD {
  struct Minibatch: Experiment {
    static let id = "accelerated-sgd/minibatch"
    static let summary =
      "Gradients that are means of b samples: the accelerated step may grow with b (the remark after Theorem 1)."
    static let tables = [
      TableSchema(
        "minibatch", "One row a batch size and step.",
        [
          ColumnSchema("b", .integer, "samples in a gradient"),
          ColumnSchema("alpha", .real, #"step size $\alpha$"#),
          ColumnSchema("beta", .real, #"step size $\beta$"#),
          ColumnSchema("t", .integer, "steps taken"),
          ColumnSchema("samples", .integer, "samples seen, $bt$"),
          ColumnSchema("excess_risk", .real, #"$\mathbb{E}R(x_t)-R(x_*)$ of the last iterate"#),
        ])
    ]

    @Parameter(
      "Batch sizes $b$, at most $d$.", range: .atLeast(1).counting(1...100), quick: [1, 2, 4, 8],
      standard: [1, 2, 4, 8, 16], paper: [1, 2, 4, 8, 16])
    var b: [Int]
    @Parameter("Number of steps $T$.", name: "T", range: .between(1, 1e7), quick: 2000, standard: 20_000, paper: 20_000)
    var horizon: Int
    @Parameter("Dimension $d$.", range: .between(2, 2000), default: 50) var d: Int
    @Parameter(
      #"Exponent $p$ of the eigenvalues $\lambda_i=i^{-p}$, divided by their sum for the one-hot design."#,
      range: .between(0, 6), default: 4)
    var decay: Double
    @Parameter(#"Standard deviation $\sigma$ of the label noise."#, range: .nonNegative, default: 0) var sigma: Double
    @Parameter(
      "Deviation $x_0-x_*$ of the start in the eigenbasis, $d$ numbers; none stands for all ones.", default: [])
    var x0: [Double]
    @Parameter(Help.design, default: .gaussian) var design: InputDesign
    @Parameter(RecordedTimes.help, range: .nonNegative, default: []) var times: [Int]
    @Parameter(#"Step size $\alpha$ for every batch size; 0 takes the rule's."#, range: .nonNegative, default: 0)
    var alpha: Double
    @Parameter(#"Step size $\beta$ for every batch size; 0 takes the rule's."#, range: .nonNegative, default: 0)
    var beta: Double

    func validate() -> [ParameterProblem] {
      var problems = Help.problems(start: x0, dimension: d) + RecordedTimes.problems(times, last: horizon)
      if let large = b.first(where: { $0 > d }) {
        problems.append(.inconsistent("b", "has the batch size \(large): must be at most d = \(d)"))
      }
      return problems
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      let problem = StreamingRegression.powerLaw(dimension: d, decay: decay, design: design)
      let times = RecordedTimes.resolve(times, last: horizon, round: [10, 100, 1000, 2000, horizon])
      var table = TableBuilder(Self.tables[0].columns)
      for (position, batch) in b.enumerated() {
        let steps = problem.stepSizes(batch: batch).replaced(alpha: alpha, beta: beta)
        let curves = try RiskCurves(
          problem, steps: steps, start: Help.start(x0, dimension: d), times: times, withNoise: sigma > 0, batch: batch,
          in: context, part: Help.part(position, of: b.count))
        for (index, t) in times.enumerated() {
          table.append(
            .integer(batch), .real(steps.alpha), .real(steps.beta), .integer(t), .integer(batch * t),
            .real(finite: curves.risk(.accelerated, at: index, sigma: sigma)))
        }
      }
      return ExperimentResult(["minibatch": table.table])
    }
  }
}

extension StreamingRegression {
  /// The largest steps that the mini-batch conditions (α + 2β)R² ≤ b, α ≤ bβ/(2κ̃) and α, β ≤ 1/λmax leave with the
  /// proportions of Theorem 1's corollary: β = b/(3R²) while that is at most 1/λmax.
  func stepSizes(batch: Int) -> StepSizes {
    let (b, cap) = (Double(batch), 1 / largest)
    var beta = min(b / (3 * squaredRadius), cap)
    var alpha = min(b * beta / (2 * statisticalCondition), cap)
    let load = (alpha + 2 * beta) * squaredRadius
    if load > b {
      alpha *= b / load
      beta *= b / load
    }
    return StepSizes(alpha: alpha, beta: beta, gamma: beta)
  }
}
