/// Gradient descent with momentum: g′ = g + weightDecay·w, v ← momentum·v + g′,
/// w ← w − stepSize·v, or with Nesterov's momentum w ← w − stepSize·(g′ + momentum·v).
/// - Source: Sutskever, Martens, Dahl & Hinton, "On the importance of initialization and momentum" (2013), as PyTorch has it.
public struct DescentRule: Sendable, Hashable {
  /// In [0, 1).
  public var momentum: Double
  public var isNesterov: Bool
  /// Factor λ ≥ 0 of the penalty ½·λ·‖w‖², whose gradient is added to g.
  public var weightDecay: Double

  public init(momentum: Double = 0, isNesterov: Bool = false, weightDecay: Double = 0) {
    self.momentum = momentum
    self.isNesterov = isNesterov
    self.weightDecay = weightDecay
  }
}
