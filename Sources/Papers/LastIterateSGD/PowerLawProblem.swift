import NumericalCore

/// Interpolating least squares with Gaussian inputs in its eigenbasis: the capacity condition λᵢ = i⁻ᵃ and the source
/// condition cᵢ(0) = ⟨θ₀ − θ*, eᵢ⟩² = i⁻ᵇ.
struct PowerLawProblem: Sendable {
  /// λ, `[dimension]`, descending.
  let eigenvalues: [Double]
  /// c(0), `[dimension]`.
  let start: [Double]

  init(eigenvalues: [Double], start: [Double]) {
    self.eigenvalues = eigenvalues
    self.start = start
  }

  /// - Parameter unitTrace: whether to divide the eigenvalues by their sum.
  init(dimension: Int, capacity a: Double, source b: Double, unitTrace: Bool = false) {
    let powers = Vector.powerLaw(exponent: a, count: dimension)
    let total = unitTrace ? Vector.sum(powers) : 1
    eigenvalues = powers.map { $0 / total }
    start = Vector.powerLaw(exponent: b, count: dimension)
  }

  var trace: Double { Vector.sum(eigenvalues) }

  /// The recursion of the second moments with a step γ.
  func moments(stepSize: Double, averaging: Bool = true) -> LeastSquaresMoments {
    LeastSquaresMoments(
      eigenvalues: eigenvalues, fourthMoment: .gaussian, stepSize: stepSize, start: start, averaging: averaging)
  }

  /// The risk ½ Σ λᵢ(1 − γλᵢ)²ᵗcᵢ(0) of gradient descent after t steps.
  func gradientDescentRisk(stepSize: Double, after t: Int) -> Double {
    var sum = 0.0
    for (lambda, c) in zip(eigenvalues, start) {
      let factor = abs(1 - stepSize * lambda)
      if factor > 0 { sum += lambda * c * Elementary.exp(2 * Double(t) * Elementary.log(factor)) }
      if factor == 0 && t == 0 { sum += lambda * c }
    }
    return 0.5 * sum
  }

  /// The exponent ρ = min{(b + a − 1)/a, 2 − 1/a} of SGD: the first is that of forgetting the start, the second that of the
  /// multiplicative noise.
  static func exponent(capacity a: Double, source b: Double) -> Double {
    min(descentExponent(capacity: a, source: b), 2 - 1 / a)
  }

  /// The exponent (b + a − 1)/a of gradient descent, which has no noise.
  static func descentExponent(capacity a: Double, source b: Double) -> Double { (b + a - 1) / a }

  /// The largest mean-square stable step γ*: the root of Σ γλᵢ/(1 − γλᵢ) = 2, at most 2/(3λ₁) as the first term alone is 2
  /// there.
  static func criticalStep(_ eigenvalues: [Double]) -> Double {
    let high = 2 / (3 * (eigenvalues.max() ?? 1))
    let root = RootFinding.brent(in: 0...high, tolerance: 0) { step in
      eigenvalues.reduce(-2) { $0 + step * $1 / (1 - step * $1) }
    }
    return root.value
  }
}
