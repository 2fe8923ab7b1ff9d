import NumericalCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension CovariateShiftKernels {
  /// Inputs x = Σ^½·z with the spectrum Σ = diag(j^−a), and the linear target of unit variance.
  struct PowerLawInputs {
    /// The eigenvalues j^−a of Σ_p.
    let spectrum: [Double]

    init(dimension: Int, decay: Double) {
      spectrum = (1...dimension).map { pow(Double($0), -decay) }
    }

    /// The rows Σ^½·z of latent rows z.
    func inputs(_ latents: Matrix) -> Matrix {
      let deviations = spectrum.map { $0.squareRoot() }
      var result = latents
      result.withUnsafeMutableElements { elements in
        for row in 0..<latents.rows {
          for j in 0..<latents.columns { elements[row &* latents.columns &+ j] *= deviations[j] }
        }
      }
      return result
    }

    /// f*(x) = ⟨θ, x⟩/ν at each row, with θ_j = j^−½ and ν² = Σ θ_j²·j^−a.
    func targets(_ inputs: Matrix) -> [Double] {
      let theta = (1...spectrum.count).map { 1 / Double($0).squareRoot() }
      let variance = zip(theta, spectrum).reduce(0) { $0 + $1.0 * $1.0 * $1.1 }
      return inputs * theta.map { $0 / variance.squareRoot() }
    }
  }
}
