import Experiments
import NumericalCore

/// The functions on the circle that are learnt: Bernoulli polynomials, whose Fourier coefficients are known.
enum SmoothTarget: String, ParameterChoice {
  /// u² − u + 1/6, with the coefficients 1/(√2π²m²) of √2cos(2πmu).
  case b2 = "B2"
  /// u⁴ − 2u³ + u² − 1/30, with −3/(√2π⁴m⁴).
  case b4 = "B4"

  func value(_ u: Double) -> Double {
    let w = u * (u - 1)
    return self == .b2 ? w + 1.0 / 6 : w * w - 1.0 / 30
  }

  /// The exponent of the Fourier coefficients.
  private var decay: Double { self == .b2 ? 2 : 4 }

  /// b = 2·decay − 2s of cₘ(0) ∝ m⁻ᵇ.
  func sourceExponent(_ kernel: SplineKernel) -> Double { 2 * decay - 2 * Double(kernel.order) }

  /// cₘ(0) = coefficient²/λₘ of the first frequencies.
  func start(_ kernel: SplineKernel, count: Int) -> [Double] {
    let pi4 = Double.pi * Double.pi * Double.pi * Double.pi
    let first = self == .b2 ? 0.5 / pi4 : 4.5 / (pi4 * pi4)
    return Vector.powerLaw(exponent: sourceExponent(kernel), count: count).map { first * $0 }
  }
}
