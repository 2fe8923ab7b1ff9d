import NumericalCore

extension CovariateShiftKernels {
  /// Kernel ridge regression with weighted losses: f̂(x) = k(x, X)·R⁻¹·y with R = K + λn·W⁻¹.
  ///
  /// The weights act as a ridge that looks at the data, strong where the test law has little mass.
  struct WeightedRidge {
    private let factor: Cholesky

    /// - Parameters:
    ///   - gram: K, `[n × n]`.
    ///   - weights: w > 0, `[n]`.
    ///   - ridge: λ > 0.
    /// - Complexity: O(n³).
    init(gram: Matrix, weights: [Double], ridge: Double) throws(LinearAlgebraError) {
      factor = try Cholesky(Self.regularised(gram: gram, weights: weights, ridge: ridge))
    }

    /// R = K + λn·W⁻¹.
    static func regularised(gram: Matrix, weights: [Double], ridge: Double) -> Matrix {
      var result = gram
      let scale = ridge * Double(gram.rows)
      for (index, weight) in weights.enumerated() { result[index, index] += scale / weight }
      return result
    }

    /// R⁻¹·y.
    func coefficients(_ targets: [Double]) -> [Double] { factor.solve(targets) }

    /// Σ_l p_l·‖R⁻¹·k(X, t_l)‖², the variance that noise of unit variance in the labels leaves in the predictions.
    func noiseGain(_ tests: KernelTests) -> Double {
      switch tests.influence {
      case .roots(let roots): return Vector.squaredNorm(factor.solve(roots).elements)
      case .moments(let moments):
        let inverse = factor.solve(.identity(tests.cross.columns))
        let product = inverse * moments
        return inverse.withUnsafeElements { a in product.withUnsafeElements { b in Vector.dot(a, b) } }
      }
    }
  }
}
