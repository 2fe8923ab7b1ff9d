import NumericalCore

extension ShallowTransformer {
  /// The gradient of ½·Σ(f − y)² in closed form, by products of matrices.
  struct LossGradient {
    private(set) var weights: EncoderWeights
    private var scores: ScoreDerivatives
    private var weighted: Matrix
    private var scoreForm: Matrix
    private var residuals: [Double]

    init(_ encoder: Encoder, _ sequences: TokenSequences) {
      weights = encoder.weights
      scores = ScoreDerivatives(sequences)
      weighted = Matrix(rows: sequences.tokens.rows, columns: sequences.dimension)
      scoreForm = Matrix(rows: sequences.dimension, columns: sequences.dimension)
      residuals = [Double](repeating: 0, count: sequences.count)
    }

    mutating func update(_ encoder: Encoder, _ pass: EncoderPass) {
      let sequences = pass.sequences
      for n in residuals.indices { residuals[n] = pass.values[n] - sequences.targets[n] }
      pass.features.multiplyTransposed(residuals, into: &weights.output)
      weigh(pass.mixed, times: encoder.featureFactor / Double(sequences.length), sequences.length)
      Matrix.multiply(pass.gates, weighted, transposingLeft: true, into: &weights.value)
      scores.update(encoder, pass)
      weigh(scores.mixed, times: encoder.scoreFactor, sequences.length)
      // τ₀·Σ e_n·G_n.
      Matrix.multiply(sequences.tokens, weighted, transposingLeft: true, into: &scoreForm)
      Matrix.multiply(encoder.weights.key, scoreForm, transposingRight: true, into: &weights.query)
      Matrix.multiply(encoder.weights.query, scoreForm, into: &weights.key)
    }

    /// weighted_{n,i} ← factor·e_n·rows_{n,i}.
    private mutating func weigh(_ rows: Matrix, times factor: Double, _ length: Int) {
      let columns = rows.columns
      let residuals = residuals
      weighted.withUnsafeMutableElements { weighted in
        rows.withUnsafeElements { rows in
          for r in 0..<(rows.count / columns) {
            let scale = factor * residuals[r / length]
            for index in (r * columns)..<((r + 1) * columns) { weighted[index] = scale * rows[index] }
          }
        }
      }
    }
  }
}
