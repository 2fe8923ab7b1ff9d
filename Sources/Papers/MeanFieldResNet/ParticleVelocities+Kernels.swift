import NumericalCore

extension MeanFieldResNet.ParticleVelocities {
  /// ‖z_i‖² + 1: the squared length of the gradient of ⟨w, z_i⟩ + b in (w, b).
  static func squaredNormsPlusOne(_ points: Matrix) -> [Double] {
    (0..<points.rows).map { i in points.withUnsafeRow(i) { 1 + Vector.dot($0, $0) } }
  }

  /// slopes ← scale·r_i·a_k·(1 − h²) and divergences ← 2·scale·a_k·Σ_i r_i·h·(1 − h²)·norms_i, as −tanh″ = 2h(1 − h²).
  static func differentiate(
    _ h: Matrix, _ a: [Double], _ scale: Double, _ residual: [Double], _ norms: [Double], _ slopes: inout Matrix,
    _ divergences: inout [Double]
  ) {
    for k in divergences.indices { divergences[k] = 0 }
    let columns = h.columns
    h.withUnsafeElements { h in
      slopes.withUnsafeMutableElements { slopes in
        divergences.withUnsafeMutableBufferPointer { divergences in
          a.withUnsafeBufferPointer { a in
            for i in residual.indices {
              let (factor, norm) = (scale * residual[i], 2 * norms[i])
              let row = i &* columns
              for k in 0..<columns {
                let value = h[row &+ k]
                let slope = factor * a[k] * (1 - value * value)
                slopes[row &+ k] = slope
                divergences[k] += norm * value * slope
              }
            }
          }
        }
      }
    }
  }

  /// The same with products P = ⟨∂𝓛/∂z_i, u_m⟩ in the place of r_i·a_k.
  static func differentiate(
    _ t: Matrix, _ products: Matrix, _ scale: Double, _ norms: [Double], _ slopes: inout Matrix,
    _ divergences: inout [Double]
  ) {
    for m in divergences.indices { divergences[m] = 0 }
    let columns = t.columns
    t.withUnsafeElements { t in
      products.withUnsafeElements { products in
        slopes.withUnsafeMutableElements { slopes in
          divergences.withUnsafeMutableBufferPointer { divergences in
            for i in norms.indices {
              let (norm, row) = (2 * norms[i], i &* columns)
              for m in 0..<columns {
                let value = t[row &+ m]
                let slope = scale * products[row &+ m] * (1 - value * value)
                slopes[row &+ m] = slope
                divergences[m] += norm * value * slope
              }
            }
          }
        }
      }
    }
  }

  /// sums ← the sum of each column.
  static func sumRows(_ matrix: Matrix, into sums: inout [Double]) {
    for k in sums.indices { sums[k] = 0 }
    for i in 0..<matrix.rows {
      matrix.withUnsafeRow(i) { row in sums.withUnsafeMutableBufferPointer { Vector.axpy(1, row, into: $0) } }
    }
  }
}
