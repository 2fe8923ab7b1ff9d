import NumericalCore

extension TraceNormMultitask {
  /// The minimiser of f(M) + λ‖M‖_* as far as an iteration found it.
  struct TraceNormEstimate {
    /// `[T × d]`.
    let coefficients: Matrix
    /// Of the coefficients, descending: min(T, d) of them.
    let singularValues: [Double]
    let iterations: Int
    let penalty: Double
    /// f(M) + λ‖M‖_*.
    let objective: Double

    var nuclearNorm: Double { Vector.sum(singularValues) }

    /// The number of singular values above 10⁻⁶.
    var rank: Int { singularValues.count { $0 > 1e-6 } }

    /// The r leading directions of the coefficients in ℝᵈ, orthonormal: `[d × r]`.
    func subspace(rank: Int) throws(LinearAlgebraError) -> Matrix {
      try TraceNormMultitask.leadingEigenvectors(
        Matrix.symmetricProduct(coefficients, transposingLeft: true), count: rank)
    }

    /// (1/T)·‖M̂ − M*‖².
    func error(_ truth: Matrix) -> Double {
      Vector.squaredDistance(coefficients.elements, truth.elements) / Double(truth.rows)
    }

    /// Ω = (M̂·M̂ᵀ)^½/√T in ℝᵈ, the quadratic form by which the trace norm penalises one more task: `[d × d]`.
    func priorCovariance() throws(LinearAlgebraError) -> Matrix {
      let eigen = try SymmetricEigen(Matrix.symmetricProduct(coefficients, transposingLeft: true))
      let scale = 1 / Double(coefficients.rows).squareRoot()
      return eigen.map { max(0, $0).squareRoot() * scale }
    }

    /// How far the two conditions of optimality are from holding: ‖∇f(M)‖ ≤ λ and ⟨∇f(M), M⟩ = −λ‖M‖_*.
    /// - Returns: ‖∇f(M)‖/λ − 1, and the second condition's residual relative to λ‖M‖_* (0 for M = 0).
    func optimality(_ loss: MultitaskLoss) throws(LinearAlgebraError) -> (operator: Double, inner: Double) {
      let gradient = loss.gradient(coefficients)
      let scale = penalty * nuclearNorm
      let inner = Vector.dot(gradient.elements, coefficients.elements)
      return (try gradient.spectralNorm() / penalty - 1, scale > 0 ? abs(inner + scale) / scale : 0)
    }
  }

  /// The orthonormal eigenvectors of the largest eigenvalues of a symmetric matrix, in columns.
  static func leadingEigenvectors(_ matrix: Matrix, count: Int) throws(LinearAlgebraError) -> Matrix {
    let eigen = try SymmetricEigen(matrix)
    return eigen.vectors.selectingColumns((0..<count).map { matrix.rows - 1 - $0 })
  }
}
