import Experiments
import NumericalCore
import Tables

extension ShallowTransformer {
  /// The runs behind `mean-twins` and `digit-twins`: pairs of one mean token and opposite labels, which average pooling
  /// cannot tell apart.
  struct TwinStudy {
    var widths: [Int]
    var scalings: [ScoreScaling]
    var initialisation: GaussianInit
    var steps: Int

    static let tables = [
      TableSchema(
        "curves", "One row a run and recorded iterate, at most 200 a run.",
        [
          ColumnSchema("scaling", .text, "sqrt or inv"), ColumnSchema("d_m", .integer, "width"),
          ColumnSchema("t", .integer, "steps taken"), ColumnSchema("loss", .real, #"$\frac12\sum_n(f(X_n)-y_n)^2$"#),
        ]),
      TableSchema(
        "runs", "One row a run.",
        [
          ColumnSchema("scaling", .text, "sqrt or inv"), ColumnSchema("d_m", .integer, "width"),
          ColumnSchema("cond", .real, #"$\lambda_{\min}/\lambda_{\max}$ of the tangent kernel at the start"#),
          ColumnSchema("loss_ratio", .real, #"$\ell_T/\ell_0$"#),
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
          var descent = start.descent
          let curve = try descent.run(
            steps: steps, stepSize: start.stepSize(), in: context,
            part: EncoderSetup.part(w * scalings.count + s, of: count))
          for t in curve.thinned {
            curves.append(
              .text(scaling.rawValue), .integer(width), .integer(t), .real(finite: curve.losses[t]))
          }
          runs.append(
            .text(scaling.rawValue), .integer(width), .real(start.smallestEigenvalue / start.largestEigenvalue),
            .real(finite: curve.ratio))
        }
      }
      return ExperimentResult(["curves": curves.table, "runs": runs.table])
    }
  }
}
