import NumericalCore

extension SGDSparseFeatures {
  /// The paper's feature sparsity coefficient: the share of positive entries left once all but one of each group of
  /// correlated units are deleted.
  struct FeatureSparsity: Equatable {
    /// Positive entries of the kept units, over samples × all units.
    let coefficient: Double
    let keptUnits: Int

    /// Units that are positive on no sample are dropped. The others are scanned in order, and a unit is deleted if its
    /// correlation with another one not yet deleted, earlier or later, exceeds the threshold in absolute value.
    ///
    /// - Parameters:
    ///   - features: after the rectifier, `[samples × units]`, finite.
    ///   - threshold: ρ in [0, 1].
    /// - Complexity: O(samples · units²).
    init(_ features: Matrix, threshold: Double) {
      let columns = (0..<features.columns).map { features.column($0) }.filter { $0.contains { $0 > 0 } }
      let correlations = Self.correlations(columns)
      var isAlive = [Bool](repeating: true, count: columns.count)
      for unit in columns.indices {
        isAlive[unit] = !columns.indices.contains { other in
          other != unit && isAlive[other] && correlations[unit, other] > threshold
        }
      }
      let positive = columns.indices.reduce(0) { sum, unit in
        isAlive[unit] ? sum + columns[unit].count { $0 > 0 } : sum
      }
      let size = features.rows * features.columns
      coefficient = size == 0 ? 0 : Double(positive) / Double(size)
      keptUnits = isAlive.count { $0 }
    }

    /// |Pearson| of each pair of columns; 0 for a constant one.
    private static func correlations(_ columns: [[Double]]) -> Matrix {
      let count = columns.first?.count ?? 0
      var units = Matrix(rows: columns.count, columns: count)
      for (index, column) in columns.enumerated() {
        // The rounding of a constant column's mean must not pass for variation.
        guard let low = column.min(), let high = column.max(), low < high else { continue }
        let mean = Vector.sum(column) / Double(count)
        var centred = column.map { $0 - mean }
        Vector.scale(&centred, by: 1 / Vector.norm(centred))
        units.setRow(index, to: centred)
      }
      let products = Matrix.symmetricProduct(units)
      return Matrix(rows: products.rows, columns: products.columns) { i, j in min(1, abs(products[i, j])) }
    }
  }
}
