import NumericalCore

extension ShallowTransformer {
  /// The derivatives of f by the scores, from which those by W_Q and W_K follow.
  ///
  /// With gᵢ = W_Vᵀ(w_O ⊙ Mᵢ), U_{ij} = (τ₁/d_s)·⟨x_j, gᵢ⟩ and D_{ij} = β_{ij}·(U_{ij} − ⟨βᵢ, Uᵢ⟩), the matrix
  /// G_n = X_nᵀ·D_n·X_n gives ∂f/∂W_Q = τ₀·W_K·G_nᵀ and ∂f/∂W_K = τ₀·W_Q·G_n.
  struct ScoreDerivatives {
    /// D_n·X_n, sequence by sequence: `[N·d_s × d]`.
    private(set) var mixed: Matrix
    private var tokenGradients: Matrix
    private var byScore: Matrix

    init(_ sequences: TokenSequences) {
      mixed = Matrix(rows: sequences.tokens.rows, columns: sequences.dimension)
      tokenGradients = mixed
      byScore = Matrix(rows: sequences.tokens.rows, columns: sequences.length)
    }

    mutating func update(_ encoder: Encoder, _ pass: EncoderPass) {
      let sequences = pass.sequences
      Matrix.multiply(
        pass.gates, encoder.weights.value, times: encoder.featureFactor / Double(sequences.length),
        into: &tokenGradients)
      sequences.multiply(tokenGradients, into: &byScore)
      Self.differentiateSoftmax(pass.attention, &byScore)
      sequences.mix(byScore, into: &mixed)
    }

    /// u ← β ⊙ (u − ⟨β, u⟩) in every row.
    private static func differentiateSoftmax(_ attention: Matrix, _ gradient: inout Matrix) {
      let (rows, columns) = (gradient.rows, gradient.columns)
      gradient.withUnsafeMutableElements { gradient in
        attention.withUnsafeElements { attention in
          for r in 0..<rows {
            let range = (r * columns)..<((r + 1) * columns)
            var mean = 0.0
            for index in range { mean += attention[index] * gradient[index] }
            for index in range { gradient[index] = attention[index] * (gradient[index] - mean) }
          }
        }
      }
    }
  }
}
