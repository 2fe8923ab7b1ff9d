/// Four modes of a quadratic with γ = 1/L = 1.
struct ModeBlock {
  let lambda: SIMD4<Double>
  /// a = 1 − λ and a² − 1.
  let a: SIMD4<Double>
  let contraction: SIMD4<Double>
  /// The variance of the gradient noise in each coordinate.
  let variance: Double

  init(eigenvalues: SIMD4<Double>, variance: Double) {
    lambda = eigenvalues
    a = 1 - eigenvalues
    contraction = eigenvalues * (eigenvalues - 2)
    self.variance = variance
  }

  @inline(__always) func derivative(_ s: ModeMoments, _ c: MomentGrid.Coefficients) -> ModeMoments {
    let b = -c.stepSize * lambda
    let xx = (contraction - 2 * c.mixing) * s.xx + (2 * c.mixing) * s.xz + variance
    let xz =
      (c.mixingBack + a * b) * s.xx - (lambda + (c.mixing + c.mixingBack)) * s.xz + c.mixing * s.zz
      + variance * c.stepSize
    let zz =
      b * b * s.xx + 2 * (c.mixingBack + b) * s.xz - (2 * c.mixingBack) * s.zz + variance * c.stepSize * c.stepSize
    return ModeMoments(xx: xx, xz: xz, zz: zz)
  }
}
