import NumericalCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension ShallowTransformer {
  /// The limit of the tangent kernel as d_m → ∞ under τ₀ = d_m⁻¹ and NTK initialisation: that of a two-layer ReLU
  /// network on the mean tokens, in its two parts.
  ///
  /// - Source: Cho and Saul, "Kernel methods for deep learning" (2009), orders 1 and 0.
  struct LimitKernel {
    /// ‖x̄‖‖x̄′‖·(sin θ + (π − θ)·cos θ)/2π, the limit of F·Fᵀ.
    let first: Matrix
    /// ⟨x̄, x̄′⟩·(π − θ)/2π.
    let second: Matrix

    var total: Matrix { first + second }

    init(_ sequences: TokenSequences) {
      let products = Matrix.symmetricProduct(sequences.means)
      let norms = products.diagonal.map { $0.squareRoot() }
      func part(_ value: (_ scale: Double, _ cosine: Double, _ angle: Double) -> Double) -> Matrix {
        Matrix(rows: products.rows, columns: products.columns) { n, m in
          let scale = norms[n] * norms[m]
          if scale == 0 { return 0 }
          let cosine = n == m ? 1 : min(1, max(-1, products[n, m] / scale))
          return value(scale, cosine, n == m ? 0 : acos(cosine)) / (2 * .pi)
        }
      }
      first = part { scale, cosine, angle in
        scale * ((1 - cosine * cosine).squareRoot() + (.pi - angle) * cosine)
      }
      second = part { scale, cosine, angle in scale * cosine * (.pi - angle) }
    }
  }
}
