import Experiments
import Tables

extension AcceleratedSGD {
  struct NoiseTerm: Experiment {
    static let id = "accelerated-sgd/variance"
    static let summary =
      "The noise terms alone: isotropic inputs, start at the solution (the second terms of Theorems 1 and 3)."
    static let tables = [
      TableSchema(
        "variance", "One row a dimension, method and step.",
        [
          ColumnSchema("d", .integer, "dimension"),
          ColumnSchema("method", .text, "sgd, avg-sgd, acsgd or avg-acsgd"),
          ColumnSchema("t", .integer, "steps taken"),
          ColumnSchema("excess_risk", .real, #"$\mathbb{E}R(x)-R(x_*)$"#),
          ColumnSchema("t_risk_over_noise", .real, #"$t$ times it over $\sigma^2d$"#),
        ])
    ]

    @Parameter("Dimensions $d$.", range: .between(2, 2000).counting(1...100), default: [10, 20, 40]) var d: [Int]
    @Parameter("Number of steps $T$.", name: "T", range: .between(1, 1e7), default: 8000) var horizon: Int
    @Parameter(#"Standard deviation $\sigma$ of the label noise."#, range: .positive, default: 1) var sigma: Double
    @Parameter("Rule of the step sizes: figure, theorem1 or theorem3.", default: .theorem1) var steps: StepRule
    @Parameter(Help.design, default: .gaussian) var design: InputDesign
    @Parameter(RecordedTimes.help, range: .nonNegative, default: []) var times: [Int]
    @Parameter(Help.alpha, range: .nonNegative, default: 0) var alpha: Double
    @Parameter(Help.beta, range: .nonNegative, default: 0) var beta: Double
    @Parameter(Help.gamma, range: .nonNegative, default: 0) var gamma: Double

    func validate() -> [ParameterProblem] { RecordedTimes.problems(times, last: horizon) }

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      let times = RecordedTimes.resolve(times, last: horizon, round: [10, 100, 1000, horizon])
      for (position, dimension) in d.enumerated() {
        let problem = StreamingRegression.isotropic(dimension: dimension, design: design)
        let curves = try RiskCurves(
          problem, steps: problem.stepSizes(steps).replaced(alpha: alpha, beta: beta, gamma: gamma),
          start: [Double](repeating: 0, count: dimension), times: times, withNoise: true, in: context,
          part: Help.part(position, of: d.count))
        for method in RiskMethod.allCases {
          for (index, t) in times.enumerated() {
            let risk = curves.risk(method, at: index, sigma: sigma)
            table.append(
              .integer(dimension), .text(method.rawValue), .integer(t), .real(finite: risk),
              .real(finite: Double(t) * risk / (sigma * sigma * Double(dimension))))
          }
        }
      }
      return ExperimentResult(["variance": table.table])
    }
  }
}
