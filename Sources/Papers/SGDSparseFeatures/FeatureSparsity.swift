import NumericalCore

extension SGDSparseFeatures {
  /// The paper's feature sparsity coefficient: the share of positive entries left once all but one of each group of
  /// correlated units are deleted.
  struct FeatureSparsity: Equatable {
    /// Positive entries of the kept units, over samples × all units.
    let coefficient: Double
    let keptUnits: Int

    /// - Parameters:
    ///   - features: after the rectifier, `[samples × units]`, finite.
    ///   - threshold: ρ in [0, 1].
    init(_ features: Matrix, threshold: Double) { self.init(units: features.transposed(), threshold: threshold) }

    /// Units that are positive on no sample are dropped. The others are scanned in order, and a unit is deleted if its
    /// correlation with another one not yet deleted, earlier or later, exceeds the threshold in absolute value.
    ///
    /// - Parameter units: the features, `[units × samples]`.
    /// - Complexity: O(samples · units²).
    init(units: Matrix, threshold: Double) {
      let positive = (0..<units.rows).map { unit in units.withUnsafeRow(unit) { row in row.count { $0 > 0 } } }
      let active = positive.indices.filter { positive[$0] > 0 }
      let correlations = Self.correlations(active.count == units.rows ? units : units.selectingRows(active))
      var isAlive = [Bool](repeating: true, count: active.count)
      for unit in active.indices {
        isAlive[unit] = !active.indices.contains { other in
          other != unit && isAlive[other] && min(1, abs(correlations[unit, other])) > threshold
        }
      }
      let kept = active.indices.filter { isAlive[$0] }
      let size = units.rows * units.columns
      coefficient = size == 0 ? 0 : Double(kept.reduce(0) { $0 + positive[active[$1]] }) / Double(size)
      keptUnits = kept.count
    }

    /// Pearson's correlation of each pair of rows, to rounding; 0 with a constant one.
    private static func correlations(_ rows: Matrix) -> Matrix {
      var standard = rows
      for unit in 0..<rows.rows {
        standard.withUnsafeMutableRow(unit) { row in
          guard let first = row.first else { return }
          // The rounding of a constant row's mean must not pass for variation.
          let isConstant = !row.contains { $0 != first }
          let mean = isConstant ? first : Vector.sum(UnsafeBufferPointer(row)) / Double(row.count)
          for index in row.indices { row[index] -= mean }
          if isConstant { return }
          let norm = Vector.dot(UnsafeBufferPointer(row), UnsafeBufferPointer(row)).squareRoot()
          Vector.scale(row, by: 1 / norm)
        }
      }
      return Matrix.symmetricProduct(standard)
    }
  }
}
