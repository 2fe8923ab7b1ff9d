import NumericalCore

extension ShallowTransformer.EncoderPass {
  /// Each row by its softmax, the largest score subtracted first.
  static func softmax(_ scores: inout Matrix) {
    let (rows, columns) = (scores.rows, scores.columns)
    scores.withUnsafeMutableElements { scores in
      for r in 0..<rows {
        let row = UnsafeMutableBufferPointer(rebasing: scores[(r * columns)..<((r + 1) * columns)])
        var largest = -Double.infinity
        for score in row where score > largest { largest = score }
        for j in row.indices { row[j] -= largest }
      }
      Elementary.exp(scores)
      for r in 0..<rows {
        let row = UnsafeMutableBufferPointer(rebasing: scores[(r * columns)..<((r + 1) * columns)])
        var sum = 0.0
        for weight in row { sum += weight }
        for j in row.indices { row[j] /= sum }
      }
    }
  }

  /// features_n ← factor·Σᵢ relu(h_{n,i}), and every h ← `output` where h > 0 and 0 elsewhere.
  static func average(
    _ hidden: inout Matrix, _ output: [Double], _ factor: Double, _ length: Int, into features: inout Matrix
  ) {
    let width = output.count
    hidden.withUnsafeMutableElements { hidden in
      features.withUnsafeMutableElements { features in
        output.withUnsafeBufferPointer { output in
          guard let h = hidden.baseAddress, let f = features.baseAddress, let w = output.baseAddress else { return }
          for n in 0..<(features.count / width) {
            let sums = f + n * width
            for k in 0..<width { sums[k] = 0 }
            for i in 0..<length {
              let row = h + (n * length + i) * width
              for k in 0..<width {
                let (value, weight) = (row[k], w[k])
                sums[k] += value > 0 ? value : 0
                row[k] = value > 0 ? weight : 0
              }
            }
            for k in 0..<width { sums[k] *= factor }
          }
        }
      }
    }
  }
}

extension ShallowTransformer.TokenSequences {
  /// result_{r,j} ← ⟨a_r, x_j⟩ for the tokens x_j of the sequence that row r belongs to: `[N·d_s × d_s]`.
  func multiply(_ a: Matrix, into result: inout Matrix) {
    let (length, d) = (length, dimension)
    result.withUnsafeMutableElements { result in
      a.withUnsafeElements { a in
        tokens.withUnsafeElements { x in
          for r in 0..<(result.count / length) {
            let start = r / length * length
            let row = UnsafeBufferPointer(rebasing: a[(r * d)..<((r + 1) * d)])
            for j in 0..<length {
              let token = UnsafeBufferPointer(rebasing: x[((start + j) * d)..<((start + j + 1) * d)])
              result[r * length + j] = Vector.dot(row, token)
            }
          }
        }
      }
    }
  }

  /// result_r ← Σ_j weights_{r,j}·x_j over the tokens of the sequence that row r belongs to: `[N·d_s × d]`.
  func mix(_ weights: Matrix, into result: inout Matrix) {
    let (length, d) = (length, dimension)
    result.withUnsafeMutableElements { result in
      weights.withUnsafeElements { weights in
        tokens.withUnsafeElements { x in
          for r in 0..<(weights.count / length) {
            let start = r / length * length
            let row = UnsafeMutableBufferPointer(rebasing: result[(r * d)..<((r + 1) * d)])
            for a in row.indices { row[a] = 0 }
            for j in 0..<length {
              let token = UnsafeBufferPointer(rebasing: x[((start + j) * d)..<((start + j + 1) * d)])
              Vector.axpy(weights[r * length + j], token, into: row)
            }
          }
        }
      }
    }
  }
}
