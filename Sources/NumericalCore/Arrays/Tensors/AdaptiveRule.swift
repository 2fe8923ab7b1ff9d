/// Adam: m and s are moving averages of the gradient and of its square,
/// w ← w − stepSize·m̂ / (√ŝ + epsilon), where m̂ = m/(1 − firstDecayᵗ) and ŝ = s/(1 − secondDecayᵗ).
/// - Source: Kingma & Ba, "Adam" (2015), algorithm 1; Loshchilov & Hutter, "Decoupled weight decay regularization" (2019).
public struct AdaptiveRule: Sendable, Hashable {
  /// β₁ in [0, 1).
  public var firstDecay: Double
  /// β₂ in [0, 1).
  public var secondDecay: Double
  public var epsilon: Double
  /// λ ≥ 0.
  public var weightDecay: Double
  /// Whether w ← (1 − stepSize·λ)·w replaces adding λ·w to the gradient.
  public var isDecayDecoupled: Bool

  public init(
    firstDecay: Double = 0.9, secondDecay: Double = 0.999, epsilon: Double = 1e-8, weightDecay: Double = 0,
    isDecayDecoupled: Bool = false
  ) {
    self.firstDecay = firstDecay
    self.secondDecay = secondDecay
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    self.isDecayDecoupled = isDecayDecoupled
  }
}
