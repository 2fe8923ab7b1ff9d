import Experiments
import NumericalCore
import Tables

extension AcceleratedSGD {
  struct LowerBound: Experiment {
    static let id = "accelerated-sgd/lower-bound"
    static let summary = "Half as many samples as dimensions leave a risk of at least 1/(4d) to every span method (Lemma 5)."
    static let tables = [
      TableSchema(
        "lower-bound", "One row a dimension and method, at one step.",
        [
          ColumnSchema("d", .integer, "dimension"),
          ColumnSchema("t", .integer, #"samples seen, $\lfloor d/2\rfloor$ unless given"#),
          ColumnSchema("method", .text, "floor, sgd, avg-sgd, acsgd or avg-acsgd"),
          ColumnSchema("excess_risk", .real, #"$\mathbb{E}R(x)-R(x_*)$"#),
          ColumnSchema("d_times_risk", .real, "$d$ times it"),
        ])
    ]

    @Parameter(
      "Dimensions $d$.", range: .between(4, 20_000).counting(1...100), default: [10, 20, 50, 100, 200, 500, 1000])
    var d: [Int]
    @Parameter("Inputs: onehot, a random basis vector, or gaussian.", default: .onehot) var design: InputDesign
    @Parameter(
      #"Samples to record, the same for every $d$; none stands for $\lfloor d/2\rfloor$."#, range: .nonNegative,
      default: [])
    var times: [Int]
    @Parameter(#"Step size $\alpha$ of the aggressive sequence; 0 takes $1/(6d)$."#, range: .nonNegative, default: 0)
    var alpha: Double
    @Parameter(#"Step size $\beta$ of the sequence $y$; 0 takes $1/3$."#, range: .nonNegative, default: 0)
    var beta: Double
    @Parameter(#"Step size $\gamma$ of plain SGD; 0 takes 1."#, range: .nonNegative, default: 0) var gamma: Double

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      for (position, dimension) in d.enumerated() {
        let size = Double(dimension)
        let problem = StreamingRegression.isotropic(dimension: dimension, design: design)
        let steps = StepSizes(alpha: 1 / (6 * size), beta: 1.0 / 3, gamma: 1)
          .replaced(alpha: alpha, beta: beta, gamma: gamma)
        let times = times.isEmpty ? [dimension / 2] : Set(times).sorted()
        let curves = try RiskCurves(
          problem, steps: steps, start: [Double](repeating: 1 / size.squareRoot(), count: dimension), times: times,
          withNoise: false, in: context, part: Help.part(position, of: d.count))
        for (index, t) in times.enumerated() {
          func append(_ method: String, _ risk: Double) {
            table.append(
              .integer(dimension), .integer(t), .text(method), .real(finite: risk), .real(finite: size * risk))
          }
          append("floor", floor(dimension: dimension, samples: t))
          for method in RiskMethod.allCases { append(method.rawValue, curves.risk(method, at: index, sigma: 0)) }
        }
      }
      return ExperimentResult(["lower-bound": table.table])
    }

    /// The expected risk of the part of the start that is orthogonal to the samples seen, which no method moves: a
    /// coordinate is unseen with probability (1 − 1/d)ᵗ, or a random subspace of dimension t holds the share t/d.
    private func floor(dimension: Int, samples: Int) -> Double {
      let size = Double(dimension)
      switch design {
      case .onehot:
        var unseen = 1.0
        for _ in 0..<samples { unseen *= 1 - 1 / size }
        return 0.5 / size * unseen
      case .gaussian: return 0.5 / size * max(0, 1 - Double(samples) / size)
      }
    }
  }
}
