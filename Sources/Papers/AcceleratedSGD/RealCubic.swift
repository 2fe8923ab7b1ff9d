import NumericalCore

/// The polynomial x³ + a₂x² + a₁x + a₀ with real coefficients, not all three of them 0.
struct RealCubic {
  let a2, a1, a0: Double

  init(a2: Double, a1: Double, a0: Double) {
    (self.a2, self.a1, self.a0) = (a2, a1, a0)
  }

  /// The characteristic polynomial det(x − A) of a 3 × 3 matrix.
  init(characteristicOf a: Matrix) {
    func minor(_ i: Int, _ j: Int) -> Double { a[i, i] * a[j, j] - a[i, j] * a[j, i] }
    let determinant =
      a[0, 0] * (a[1, 1] * a[2, 2] - a[1, 2] * a[2, 1]) - a[0, 1] * (a[1, 0] * a[2, 2] - a[1, 2] * a[2, 0])
      + a[0, 2] * (a[1, 0] * a[2, 1] - a[1, 1] * a[2, 0])
    self.init(a2: -a.trace, a1: minor(0, 1) + minor(0, 2) + minor(1, 2), a0: -determinant)
  }

  func value(at x: Double) -> Double { ((x + a2) * x + a1) * x + a0 }

  /// The three roots as real and imaginary parts: a real one within Cauchy's bound, and those of the quadratic left.
  var roots: [(real: Double, imaginary: Double)] {
    let bound = 1 + max(abs(a2), abs(a1), abs(a0))
    let real = RootFinding.brent(in: -bound...bound, tolerance: 0, value(at:)).value
    // x² + 2hx + k.
    let h = 0.5 * (a2 + real)
    let k = a1 + real * (a2 + real)
    let discriminant = h * h - k
    if discriminant < 0 {
      let imaginary = (-discriminant).squareRoot()
      return [(real, 0), (-h, imaginary), (-h, -imaginary)]
    }
    let far = h < 0 ? -h + discriminant.squareRoot() : -h - discriminant.squareRoot()
    return [(real, 0), (far, 0), (far == 0 ? 0 : k / far, 0)]
  }
}
