import NumericalCore

/// Streaming least squares in the eigenbasis of H = diag(λ) with the solution at 0: samples b = ε of inputs a, and the
/// constants of the paper's assumptions.
struct StreamingRegression: Sendable {
  /// λ, `[dimension]`; the probabilities of the one-hot design.
  let eigenvalues: [Double]
  let design: InputDesign

  /// λᵢ = i⁻ᵖ, for the one-hot design divided by their sum, as probabilities must be.
  static func powerLaw(dimension: Int, decay: Double, design: InputDesign) -> StreamingRegression {
    let powers = Vector.powerLaw(exponent: decay, count: dimension)
    let total = Vector.sum(powers)
    return StreamingRegression(eigenvalues: design == .onehot ? powers.map { $0 / total } : powers, design: design)
  }

  /// λᵢ = 1/d.
  static func isotropic(dimension: Int, design: InputDesign) -> StreamingRegression {
    StreamingRegression(eigenvalues: [Double](repeating: 1 / Double(dimension), count: dimension), design: design)
  }

  var dimension: Int { eigenvalues.count }
  var trace: Double { Vector.sum(eigenvalues) }
  var largest: Double { eigenvalues.max() ?? 0 }
  private var smallest: Double { eigenvalues.min() ?? 0 }
  var fourthMoment: FourthMoment { design == .gaussian ? .gaussian : .oneHot }

  /// R², the least number with E‖a‖²aaᵀ ≼ R²H.
  var squaredRadius: Double { design == .gaussian ? trace + 2 * largest : 1 }
  /// κ̃, the least number with E‖a‖²_{H⁻¹}aaᵀ ≼ κ̃H.
  var statisticalCondition: Double { design == .gaussian ? Double(dimension + 2) : 1 / smallest }
  /// κ of the uniform kurtosis E⟨a, Ma⟩aaᵀ ≼ κ tr(MH)H.
  var kurtosis: Double { design == .gaussian ? 3 : 1 / smallest }

  /// ½ δᵀHδ.
  func excessRisk(_ deviation: UnsafeBufferPointer<Double>) -> Double {
    var sum = 0.0
    for index in 0..<deviation.count { sum += eigenvalues[index] * deviation[index] * deviation[index] }
    return 0.5 * sum
  }

  func stepSizes(_ rule: StepRule) -> StepSizes {
    switch rule {
    case .figure:
      let beta = 1 / (3 * trace)
      return StepSizes(alpha: beta / Double(dimension), beta: beta, gamma: beta)
    case .theorem1:
      let beta = 1 / (3 * squaredRadius)
      return StepSizes(alpha: 0.5 * beta / statisticalCondition, beta: beta, gamma: beta)
    case .theorem3:
      let beta = 1 / (3 * kurtosis * trace)
      return StepSizes(alpha: 0.5 * beta / (kurtosis * Double(dimension)), beta: beta, gamma: beta)
    }
  }
}
