import NumericalCore

extension SGDSparseFeatures {
  /// The numerical rank of the Jacobian J = [X·diag(u), X·diag(v)] of a diagonal linear network on fresh inputs X.
  ///
  /// JJᵀ = X·diag(u² + v²)·Xᵀ, so that the singular values of J are the roots of the eigenvalues of
  /// diag(s)·XᵀX·diag(s), s = √(u² + v²): half the size, and XᵀX does not change along a run.
  struct JacobianProbe {
    /// Relative to the largest singular value.
    static let threshold = 1e-2
    /// XᵀX, `[d × d]`.
    private let gram: Matrix

    init(inputs: Matrix) { gram = Matrix.symmetricProduct(inputs, transposingLeft: true) }

    /// 2d fresh inputs.
    init(dimension: Int, from source: RandomSource) {
      var random = source
      self.init(inputs: random.normalMatrix(rows: 2 * dimension, columns: dimension))
    }

    /// - Complexity: O(d³).
    func rank(_ u: [Double], _ v: [Double]) throws(LinearAlgebraError) -> Int {
      let scales = zip(u, v).map { ($0 * $0 + $1 * $1).squareRoot() }
      let scaled = Matrix(rows: u.count, columns: u.count) { i, j in scales[i] * gram[i, j] * scales[j] }
      let values = try SymmetricEigen.values(of: scaled)
      let cut = Self.threshold * Self.threshold * (values.last ?? 0)
      return values.count { $0 > cut }
    }
  }
}
