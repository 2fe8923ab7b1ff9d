import Experiments
import NumericalCore
import Tables

extension ContinuizedNesterov {
  struct AdditiveNoise: Experiment {
    static let id = "continuized-nesterov/additive-noise"
    static let summary =
      "Exact expected gaps with unbiased noisy gradients, beside the bounds of the additive theorem and plain SGD."
    static let tables = [
      TableSchema(
        "gaps", "One row a problem, noise level and time; the noiseless level 0 is always there.",
        [
          ColumnSchema("problem", .text, "convex or strong"),
          ColumnSchema("sigma", .real, #"$\sigma$, the square root of the total variance of a gradient"#),
          ColumnSchema("t", .real, "time"),
          ColumnSchema("gap", .real, #"$\mathbb{E}f(x_t)-f_*$"#),
          ColumnSchema("bound", .real, "the theorem's bound at that time"),
          ColumnSchema("sgd_gap", .real, "of SGD with step $1/L$ at the jumps of a Poisson process; empty if convex"),
        ])
    ]

    @Parameter("Dimension of the strongly convex problem.", range: .between(2, 2000), quick: 50, standard: 200, paper: 200)
    var d: Int
    @Parameter(
      #"Condition number $\kappa$ of the strongly convex problem."#, range: .greaterThan(1), quick: 400, standard: 1000,
      paper: 1000)
    var kappa: Double
    @Parameter("Dimension of the convex problem.", range: .between(2, 5000), quick: 200, standard: 1000, paper: 1000)
    var dConvex: Int
    @Parameter(#"Noise levels $\sigma$; 0 is added."#, range: .nonNegative, default: [0.05, 0.1, 0.2]) var sigma: [Double]
    @Parameter(
      #"Times for both problems; none stands for $40\sqrt{\kappa}$ (strong) and 50, 100, 200, 400 (convex)."#,
      range: .positive, default: [])
    var times: [Double]

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      let strong = DiagonalQuadratic.strong(dimension: d, conditionNumber: kappa)
      let cases = [
        ("convex", DiagonalQuadratic.convex(dimension: dConvex), times.isEmpty ? [50, 100, 200, 400] : times),
        ("strong", strong, times.isEmpty ? [40 / strong.rate] : times),
      ]
      let levels = Set(sigma + [0]).sorted()
      for (name, problem, times) in cases {
        let gaps = try MomentEquations(problem: problem).gaps(
          at: times, withNoise: true, check: context.checkCancellation)
        for level in levels {
          for (index, time) in times.enumerated() {
            let sgd = problem.rate > 0 ? Value.real(Self.sgdGap(problem, at: time, noise: level)) : .null
            table.append(
              .text(name), .real(level), .real(time), .real(gaps.signal[index] + level * level * gaps.noise[index]),
              .real(problem.bound(at: time, noise: level)), sgd)
          }
        }
      }
      return ExperimentResult(["gaps": table.table])
    }

    /// The expected gap of SGD with step 1/L at the jumps of a Poisson process: Eξ² solves ṡ = −λ(2 − λ)s + σ²/d.
    static func sgdGap(_ problem: DiagonalQuadratic, at time: Double, noise: Double) -> Double {
      let variance = noise * noise / Double(problem.dimension)
      var gap = 0.0
      for (lambda, target) in zip(problem.eigenvalues, problem.minimiser) {
        let decay = Elementary.exp(-lambda * (2 - lambda) * time)
        gap += 0.5 * (lambda * target * target * decay + variance * (1 - decay) / (2 - lambda))
      }
      return gap
    }
  }
}
