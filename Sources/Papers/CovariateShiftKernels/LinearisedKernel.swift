import NumericalCore

extension CovariateShiftKernels {
  /// The expansion of an inner-product kernel in high dimension: constant + linear + diagonal.
  ///
  /// K ≈ (h(0) + h″(0)·tr Σ_p²/(2d²))·11ᵀ + h′(0)·X·Xᵀ/d + (h(τ) − h(0) − h′(0)·τ)·I with τ = tr Σ_p/d, and across the
  /// shift k(t, X) ≈ h(0) + h″(0)·tr(Σ_p·Σ_q)/(2d²) + h′(0)·X·t/d, which has no diagonal.
  struct LinearisedKernel {
    let kernel: InnerProductKernel
    /// The diagonal of Σ_p.
    let spectrum: [Double]

    private var dimension: Double { Double(spectrum.count) }

    /// h(0) + h″(0)·tr(Σ_p·Σ)/(2d²).
    func constant(_ moments: [Double]) -> Double {
      let (value, _, second) = kernel.derivativesAtZero
      return value + second * Vector.dot(spectrum, moments) / (2 * dimension * dimension)
    }

    /// h(τ) − h(0) − h′(0)·τ.
    var diagonal: Double {
      let (value, slope, _) = kernel.derivativesAtZero
      let tau = Vector.sum(spectrum) / dimension
      return kernel.value(tau) - value - slope * tau
    }

    /// The expansion between the training inputs: `[n × n]`.
    func gram(_ inputs: Matrix) -> Matrix {
      var result = expansion(inputs, inputs, constant: constant(spectrum))
      for i in 0..<inputs.rows { result[i, i] += diagonal }
      return result
    }

    /// The expansion between test inputs, with second moments Σ_q, and training inputs: `[tests × n]`.
    func cross(_ tests: Matrix, _ inputs: Matrix, moments: [Double]) -> Matrix {
      expansion(tests, inputs, constant: constant(moments))
    }

    private func expansion(_ left: Matrix, _ right: Matrix, constant: Double) -> Matrix {
      var result = Matrix(rows: left.rows, columns: right.rows, repeating: constant)
      Matrix.multiply(
        left, right, transposingRight: true, times: kernel.derivativesAtZero.1 / dimension, keeping: 1, into: &result)
      return result
    }
  }
}
