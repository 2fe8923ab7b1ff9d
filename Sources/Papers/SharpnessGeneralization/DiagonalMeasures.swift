import NumericalCore

extension SharpnessGeneralization {
  /// Sharpness of the diagonal linear network f(x) = ⟨u ⊙ v, x⟩ under the square loss ‖Xβ − y‖²/(2n), β = u ⊙ v, at a
  /// solution Xβ = y.
  struct DiagonalMeasures {
    /// X, `[examples × features]`.
    let design: Matrix
    /// hᵢ = ‖X_{:,i}‖²/n.
    let moments: [Double]

    init(_ design: Matrix) {
      self.design = design
      moments = (0..<design.columns).map { Vector.squaredNorm(design.column($0)) / Double(design.rows) }
    }

    /// E L(u + ρg, v + ρg′) − L(u, v) = ½·Σ hᵢ·(ρ²(uᵢ² + vᵢ²) + ρ⁴), exact for every ρ and residual.
    func average(_ u: [Double], _ v: [Double], radius: Double) -> Double {
      let square = radius * radius
      return 0.5 * sum(u, v) { u, v in square * (u * u + v * v) + square * square }
    }

    /// The same for perturbations in proportion to the weights: ½·Σ hᵢβᵢ²·(2ρ² + ρ⁴).
    func adaptiveAverage(_ u: [Double], _ v: [Double], radius: Double) -> Double {
      let square = radius * radius
      return 0.5 * sum(u, v) { u, v in u * u * v * v * (2 * square + square * square) }
    }

    /// The limits of `average` and `adaptiveAverage` over ρ² for ρ → 0.
    func averageCoefficients(_ u: [Double], _ v: [Double]) -> (plain: Double, adaptive: Double) {
      (0.5 * sum(u, v) { $0 * $0 + $1 * $1 }, sum(u, v) { $0 * $0 * $1 * $1 })
    }

    /// The limits of the worst case within ‖·‖₂ ≤ ρ over ρ² for ρ → 0: ½·λmax(JᵀJ/n) for J = [X·diag(v), X·diag(u)], and
    /// λmax(diag(β)XᵀX·diag(β)/n).
    func worstCoefficients(_ u: [Double], _ v: [Double]) throws -> (plain: Double, adaptive: Double) {
      (
        0.5 * (try largestEigenvalue(zip(u, v).map { $0 * $0 + $1 * $1 })),
        try largestEigenvalue(zip(u, v).map { $0 * $0 * $1 * $1 })
      )
    }

    /// λmax(X·diag(w)·Xᵀ/n), which is that of diag(√w)·XᵀX·diag(√w)/n.
    private func largestEigenvalue(_ weights: [Double]) throws -> Double {
      let scaled = Matrix(rows: design.rows, columns: design.columns) { i, j in
        design[i, j] * (weights[j] / Double(design.rows)).squareRoot()
      }
      let isWide = design.columns > design.rows
      let gram = Matrix.multiply(scaled, scaled, transposingLeft: !isWide, transposingRight: isWide)
      return try SymmetricEigen.values(of: gram).last ?? 0
    }

    private func sum(_ u: [Double], _ v: [Double], _ term: (Double, Double) -> Double) -> Double {
      var total = 0.0
      for index in moments.indices { total += moments[index] * term(u[index], v[index]) }
      return total
    }
  }
}
