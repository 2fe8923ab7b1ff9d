import Experiments
import NumericalCore
import Tables

extension ShallowTransformer {
  /// The runs behind `linear-convergence` and `digits`: one a width and scaling, from shared draws of the weights.
  struct ConvergenceStudy {
    var widths: [Int]
    var scalings: [ScoreScaling]
    var initialisation: GaussianInit
    var steps: Int
    var stepFactor: Double

    static let tables = [
      TableSchema(
        "curves", "One row a run and recorded iterate, at most 200 a run.",
        [
          ColumnSchema("scaling", .text, "sqrt or inv"), ColumnSchema("d_m", .integer, "width"),
          ColumnSchema("t", .integer, "steps taken"), ColumnSchema("loss", .real, #"$\frac12\sum_n(f(X_n)-y_n)^2$"#),
          ColumnSchema("bound", .real, #"$(1-\gamma\alpha^2/2)^t\,\ell_0$"#),
        ]),
      TableSchema(
        "runs", "One row a run.",
        [
          ColumnSchema("scaling", .text, "sqrt or inv"), ColumnSchema("d_m", .integer, "width"),
          ColumnSchema("lambda_min", .real, "smallest eigenvalue of the tangent kernel at the start"),
          ColumnSchema("lambda_max", .real, "its largest eigenvalue"),
          ColumnSchema("alpha2", .real, #"$\alpha^2=\lambda_{\min}(FF^\top)$ at the start"#),
          ColumnSchema("gamma", .real, "step size"), ColumnSchema("loss_ratio", .real, #"$\ell_T/\ell_0$"#),
          ColumnSchema("slope", .real, #"slope of $\log\ell_t$ on the second half of the iterates"#),
          ColumnSchema("r2", .real, "share of its variance that the line explains"),
          ColumnSchema("bound_holds", .boolean, "whether the loss stays below the bound at every iterate"),
          ColumnSchema("monotone", .boolean, #"whether no step raises the loss by more than $10^{-12}\ell_0$"#),
          ColumnSchema("kernel_drift", .real, #"$\|K^T-K^0\|_F/\|K^0\|_F$"#),
          ColumnSchema("drift_w", .real, "the same of $w_O$"), ColumnSchema("drift_V", .real, "of $W_V$"),
          ColumnSchema("drift_Q", .real, "of $W_Q$"), ColumnSchema("drift_K", .real, "of $W_K$"),
        ]),
    ]

    func run(_ sequences: TokenSequences, in context: RunContext) throws -> ExperimentResult {
      var curves = TableBuilder(Self.tables[0].columns)
      var runs = TableBuilder(Self.tables[1].columns)
      let count = widths.count * scalings.count
      for (w, width) in widths.enumerated() {
        let draws = EncoderWeights.standardNormal(
          width: width, dimension: sequences.dimension, from: context.random("weights \(width)"))
        for (s, scaling) in scalings.enumerated() {
          let start = try TrainingStart(Encoder(draws, initialisation, scaling), sequences)
          let stepSize = start.stepSize(stepFactor)
          var descent = start.descent
          let curve = try descent.run(
            steps: steps, stepSize: stepSize, in: context, part: EncoderSetup.part(w * scalings.count + s, of: count))
          let rate = stepSize * start.alphaSquared / 2
          for t in curve.thinned {
            curves.append(
              .text(scaling.rawValue), .integer(width), .integer(t), .real(finite: curve.losses[t]),
              .real(curve.bound(rate: rate, at: t)))
          }
          runs.append(row: [.text(scaling.rawValue), .integer(width)] + summary(start, descent, curve, stepSize, rate))
        }
      }
      return ExperimentResult(["curves": curves.table, "runs": runs.table])
    }

    private func summary(
      _ start: TrainingStart, _ end: GradientDescent, _ curve: LossCurve, _ stepSize: Double, _ rate: Double
    ) -> [Value] {
      let (before, after) = (start.descent.encoder.weights, end.encoder.weights)
      func drift(_ before: [Double], _ after: [Double]) -> Value {
        .real(finite: Vector.squaredDistance(before, after).squareRoot() / Vector.norm(before))
      }
      let fit = curve.tailFit
      return [
        .real(start.smallestEigenvalue), .real(start.largestEigenvalue), .real(start.alphaSquared), .real(stepSize),
        .real(finite: curve.ratio), .real(fit.slope), .real(fit.rSquared), .boolean(curve.staysBelow(rate: rate)),
        .boolean(curve.isMonotone), drift(start.kernel.elements, end.kernel.total.elements),
        drift(before.output, after.output), drift(before.value.elements, after.value.elements),
        drift(before.query.elements, after.query.elements), drift(before.key.elements, after.key.elements),
      ]
    }
  }
}
