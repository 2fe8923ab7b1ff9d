import NumericalCore

/// Batches of examples: the first axis counts them.
extension Tensor {
  /// Every example times a factor of its own.
  func scalingRows(by factors: [Scalar]) -> Tensor {
    var column = shape
    for axis in 1..<Swift.max(rank, 1) { column[axis] = 1 }
    return self * Tensor(column, elements: factors)
  }

  /// Writes the examples of `other` where `chosen` is true.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  mutating func replaceRows(where chosen: [Bool], with other: Tensor) {
    let width = count / Swift.max(shape[0], 1)
    withMutableElements { target in
      other.withElements { source in
        for (row, isChosen) in chosen.enumerated() where isChosen {
          for index in (row * width)..<((row + 1) * width) { target[index] = source[index] }
        }
      }
    }
  }

  /// Writes row i of `other` over the row `indices[i]`.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  mutating func replaceRows(_ indices: [Int], with other: Tensor) {
    let width = count / Swift.max(shape[0], 1)
    withMutableElements { target in
      other.withElements { source in
        for (from, to) in indices.enumerated() {
          for column in 0..<width { target[to * width + column] = source[from * width + column] }
        }
      }
    }
  }
}
