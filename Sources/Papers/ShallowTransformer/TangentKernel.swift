import NumericalCore

extension ShallowTransformer {
  /// The empirical tangent kernel K = K^w + K^V + K^Q + K^K, `[N × N]`, in parts by the weights they come from.
  ///
  /// - Complexity: O((N·d_s)²·d_m + N²·d²); no Jacobian is stored.
  struct TangentKernel {
    /// K^w = F·Fᵀ.
    let output: Matrix
    let value: Matrix
    let query: Matrix
    let key: Matrix

    var total: Matrix { output + value + query + key }

    /// tr(K^Q + K^K)/tr K: the share of queries and keys.
    var attentionShare: Double {
      let attention = query.trace + key.trace
      return attention / (output.trace + value.trace + attention)
    }

    init(_ encoder: Encoder, _ pass: EncoderPass) {
      let sequences = pass.sequences
      output = Matrix.symmetricProduct(pass.features)
      value = Self.valueKernel(pass, factor: encoder.featureFactor / Double(sequences.length))
      var scores = ScoreDerivatives(sequences)
      scores.update(encoder, pass)
      let square = encoder.scoreFactor * encoder.scoreFactor
      query = Self.scoreKernel(
        sequences, sequences.tokens, scores.mixed,
        square * Matrix.symmetricProduct(encoder.weights.key, transposingLeft: true))
      key = Self.scoreKernel(
        sequences, scores.mixed, sequences.tokens,
        square * Matrix.symmetricProduct(encoder.weights.query, transposingLeft: true))
    }

    /// factor²·Σ_{ij} ⟨z_{n,i}, z_{m,j}⟩·⟨w_O ⊙ M_{n,i}, w_O ⊙ M_{m,j}⟩.
    private static func valueKernel(_ pass: EncoderPass, factor: Double) -> Matrix {
      let (count, length) = (pass.sequences.count, pass.sequences.length)
      let gates = Matrix.symmetricProduct(pass.gates)
      let mixed = Matrix.symmetricProduct(pass.mixed)
      let rows = gates.rows
      var kernel = Matrix(rows: count, columns: count)
      kernel.withUnsafeMutableElements { kernel in
        gates.withUnsafeElements { gates in
          mixed.withUnsafeElements { mixed in
            for r in 0..<rows {
              for s in 0..<rows {
                kernel[r / length * count + s / length] += factor * factor * gates[r * rows + s] * mixed[r * rows + s]
              }
            }
          }
        }
      }
      kernel.copyLowerTriangle()
      return kernel
    }

    /// tr(A_n·C·A_mᵀ) with A_n = left_nᵀ·right_n: K^Q for A = G and C = τ₀²·W_KᵀW_K, K^K for Gᵀ and τ₀²·W_QᵀW_Q.
    private static func scoreKernel(
      _ sequences: TokenSequences, _ left: Matrix, _ right: Matrix, _ form: Matrix
    ) -> Matrix {
      let (count, length, d) = (sequences.count, sequences.length, sequences.dimension)
      var stacked = Matrix(rows: count * d, columns: d)
      for n in 0..<count {
        let rows = (n * length)..<((n + 1) * length)
        Matrix.multiply(left[rows: rows].transposed, right[rows: rows], into: &stacked, row: n * d)
      }
      // Row by row, the matrices of one sequence are one vector of d² numbers.
      let images = Matrix(rows: count, columns: d * d, elements: (stacked * form).elements)
      let vectors = Matrix(rows: count, columns: d * d, elements: stacked.elements)
      var kernel = Matrix.multiply(vectors, images, transposingRight: true)
      kernel.copyLowerTriangle()
      return kernel
    }
  }
}
