import NumericalCore

extension CovariateShiftKernels {
  /// The exact variance of weighted ridge regression with the linear kernel, and its spectral bound
  /// (σ²·‖Σ_q‖₂/d)·Σ_j 1/μ_j(R), which holds for all weights because X·Xᵀ/d ⪯ R = X·Xᵀ/d + λn·W⁻¹.
  struct LinearVariance {
    /// (σ²/d²)·‖R⁻¹·X·Σ_q^½‖²_F.
    let variance: Double
    let bound: Double

    /// - Parameters:
    ///   - inputs: X, `[n × d]`.
    ///   - weights: w > 0, `[n]`.
    ///   - moments: the diagonal of Σ_q, `[d]`.
    ///   - noise: σ.
    /// - Complexity: O(n²·(n + d)), or O(n·d²) where there are more samples than dimensions.
    init(inputs: Matrix, weights: [Double], ridge: Double, moments: [Double], noise: Double)
      throws(UnsolvableProblem)
    {
      let d = Double(inputs.columns)
      let (gain, trace): (Double, Double)
      if inputs.rows > inputs.columns,
        let primal = try Self.primal(inputs, weights, ridge * Double(inputs.rows), moments)
      {
        (gain, trace) = primal
      } else {
        (gain, trace) = try Self.dual(inputs, weights, ridge, moments)
      }
      variance = noise * noise / (d * d) * gain
      bound = noise * noise * (moments.max() ?? 0) / d * trace
    }

    /// ‖R⁻¹·X·Σ_q^½‖² and tr R⁻¹ from R itself.
    static func dual(_ inputs: Matrix, _ weights: [Double], _ ridge: Double, _ moments: [Double])
      throws(UnsolvableProblem) -> (gain: Double, trace: Double)
    {
      let gram = InnerProductKernel.linear.matrix(inputs, inputs)
      let system = WeightedRidge.regularised(gram: gram, weights: weights, ridge: ridge)
      let inverse = try WeightedRidge.factor(system).inverse()
      let influence = inverse * scalingColumns(inputs, by: moments.map { $0.squareRoot() })
      return (Vector.squaredNorm(influence.elements), inverse.trace)
    }

    /// The same by Woodbury's identity R⁻¹·X = W·X·A⁻¹ with A = λn·I + Xᵀ·W·X/d; nil where the trace would be a small
    /// difference of large numbers.
    static func primal(_ inputs: Matrix, _ weights: [Double], _ scale: Double, _ moments: [Double])
      throws(UnsolvableProblem) -> (gain: Double, trace: Double)?
    {
      let d = Double(inputs.columns)
      let once = scalingRows(inputs, by: weights.map { $0.squareRoot() })
      let twice = scalingRows(inputs, by: weights)
      var system = Matrix(rows: inputs.columns, columns: inputs.columns)
      Matrix.symmetricProduct(once, transposingLeft: true, times: 1 / d, into: &system)
      system.addToDiagonal(scale)
      let inverse = try WeightedRidge.factor(system).inverse()
      let squares = Matrix.symmetricProduct(twice, transposingLeft: true)
      let product = inverse * squares
      let total = Vector.sum(weights)
      let rest = total - product.trace / d
      if !(rest > 1e-6 * total) { return nil }
      // ‖W·X·A⁻¹·Σ^½‖² = tr(Σ·A⁻¹·XᵀW²X·A⁻¹).
      let gain = moments.indices.reduce(0) { sum, j in
        sum + moments[j] * Vector.dot(product.row(j), inverse.row(j))
      }
      return (gain, rest / scale)
    }

    private static func scalingRows(_ matrix: Matrix, by factors: [Double]) -> Matrix {
      var result = matrix
      result.withUnsafeMutableElements { elements in
        for (row, factor) in factors.enumerated() {
          for j in 0..<matrix.columns { elements[row &* matrix.columns &+ j] *= factor }
        }
      }
      return result
    }

    private static func scalingColumns(_ matrix: Matrix, by factors: [Double]) -> Matrix {
      var result = matrix
      result.withUnsafeMutableElements { elements in
        for row in 0..<matrix.rows {
          for j in 0..<matrix.columns { elements[row &* matrix.columns &+ j] *= factors[j] }
        }
      }
      return result
    }
  }
}
