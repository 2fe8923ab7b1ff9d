import NumericalCore

extension SGDSparseFeatures {
  /// The twelve points of the paper's one-dimensional regression.
  enum ReLUProblem {
    static let points = (0..<12).map { (Double($0) - 5.5) / 4 + 0.07 }
    static let targets = [-2, 1.5, 0, 0, 2, 1, 0, -1, 0, 1, 2, -1].map { $0 + 0.345 }
    static let first = points[0]
    static let last = points[11]
    /// x and 1, `[12 × 2]`.
    static let inputs = affine(points)

    /// Rows (x, 1).
    static func affine(_ points: [Double]) -> Matrix {
      Matrix(rows: points.count, columns: 2) { i, j in j == 0 ? points[i] : 1 }
    }

    /// Equidistant points on the range of the data.
    static func grid(_ count: Int) -> [Double] { Vector.linearlySpaced(from: first, through: last, count: count) }

    /// w = ±2.5, b ~ 2.5·N(0, 1), a ~ 4·N(0, 1).
    static func network(width: Int, from source: RandomSource) -> TwoLayerReLU {
      var random = source
      let slopes = (0..<width).map { _ in 2.5 * random.rademacher() }
      let biases = random.normals(width).map { 2.5 * $0 }
      return TwoLayerReLU(weights: slopes + biases, output: random.normals(width).map { 4 * $0 })
    }

    /// The total variation of the slopes between neighbours of 2001 grid points: ∫|h″|.
    static func slopeVariation(_ network: TwoLayerReLU) -> Double {
      let points = grid(2001)
      let values = network.values(affine(points))
      let spacing = (last - first) / 2000
      var variation = 0.0
      for index in 2..<points.count {
        variation += abs(values[index] - 2 * values[index - 1] + values[index - 2]) / spacing
      }
      return variation
    }

    /// Singular values of the Jacobian on 300 grid points above 10⁻³ of the largest.
    static func jacobianRank(_ network: TwoLayerReLU) throws(LinearAlgebraError) -> Int {
      let values = try SVD.values(of: network.jacobian(affine(grid(300))))
      return values.count { $0 > 1e-3 * (values.first ?? 0) }
    }
  }
}
