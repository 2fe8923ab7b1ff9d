import NumericalCore

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
