import Experiments
import NumericalCore
import Tables

extension AcceleratedSGD {
  struct Rates: Experiment {
    static let id = "accelerated-sgd/rates"
    static let summary =
      "Exact excess risk of SGD and accelerated SGD, last iterates and averages, beside the bounds (Figure 1, Theorems 1 and 3)."
    static let tables = [
      TableSchema(
        "rates", "One row a noise level, method and step.",
        [
          ColumnSchema("sigma", .real, #"$\sigma$, the standard deviation of the label noise"#),
          ColumnSchema("method", .text, "sgd, avg-sgd, acsgd or avg-acsgd"),
          ColumnSchema("t", .integer, "steps taken"),
          ColumnSchema("excess_risk", .real, #"$\mathbb{E}R(x)-R(x_*)$; empty once the recursion has overflowed"#),
          ColumnSchema(
            "bound", .real,
            "of Theorem 1 for avg-acsgd, of Theorem 3 for acsgd; empty where the step sizes do not meet its conditions"),
        ])
    ]

    @Parameter("Dimension $d$.", range: .between(2, 2000), default: 50) var d: Int
    @Parameter(
      #"Exponent $p$ of the eigenvalues $\lambda_i=i^{-p}$, divided by their sum for the one-hot design."#,
      range: .between(0, 6), default: 4)
    var decay: Double
    @Parameter(
      "Number of steps $T$.", name: "T", range: .between(10, 1e7), quick: 20_000, standard: 200_000, paper: 1_000_000)
    var horizon: Int
    @Parameter(
      #"Standard deviations $\sigma$ of the label noise."#, range: ParameterRange.nonNegative.counting(1...100),
      default: [0, 0.02])
    var sigma: [Double]
    @Parameter(
      "Deviation $x_0-x_*$ of the start in the eigenbasis, $d$ numbers; none stands for all ones.", default: [])
    var x0: [Double]
    @Parameter("Rule of the step sizes: figure, theorem1 or theorem3.", default: .figure) var steps: StepRule
    @Parameter(Help.design, default: .gaussian) var design: InputDesign
    @Parameter(RecordedTimes.help, range: .nonNegative, default: []) var times: [Int]
    @Parameter(Help.alpha, range: .nonNegative, default: 0) var alpha: Double
    @Parameter(Help.beta, range: .nonNegative, default: 0) var beta: Double
    @Parameter(Help.gamma, range: .nonNegative, default: 0) var gamma: Double

    func validate() -> [ParameterProblem] {
      Help.problems(start: x0, dimension: d) + RecordedTimes.problems(times, last: horizon)
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      let problem = StreamingRegression.powerLaw(dimension: d, decay: decay, design: design)
      let sizes = problem.stepSizes(steps).replaced(alpha: alpha, beta: beta, gamma: gamma)
      let start = Help.start(x0, dimension: d)
      let times = RecordedTimes.resolve(
        times, last: horizon, round: [1, 10, 50, 100, 500, 1000, 20_000, horizon])
      let curves = try RiskCurves(
        problem, steps: sizes, start: start, times: times, withNoise: sigma.contains { $0 > 0 }, in: context)
      let squaredDistance = Vector.squaredNorm(start)
      var table = TableBuilder(Self.tables[0].columns)
      for level in sigma {
        for method in RiskMethod.allCases {
          for (index, t) in times.enumerated() {
            let bound = problem.bound(method, steps: sizes, squaredDistance: squaredDistance, sigma: level, after: t)
            table.append(
              .real(level), .text(method.rawValue), .integer(t),
              .real(finite: curves.risk(method, at: index, sigma: level)), .real(bound ?? .nan))
          }
        }
      }
      return ExperimentResult(["rates": table.table])
    }
  }
}
