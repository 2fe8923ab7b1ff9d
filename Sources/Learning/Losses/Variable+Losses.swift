import Diagnostics
import NumericalCore

/// Losses of every example, `[examples]`; `mean()` makes one number of them. Cross-entropy with labels is `crossEntropies`.
extension Variable {
  /// −Σⱼ pⱼ·log softmax(z)ⱼ of rows of logits with rows of probabilities.
  /// - Parameter targets: `[examples × classes]`.
  public func crossEntropies(targets: Tensor<Scalar>) -> Variable {
    if rank != 2 || targets.shape != shape { trap("targets of \(targets.shape) for logits of \(shape)") }
    return -(logSoftmax() * Variable(targets)).sum(along: 1)
  }

  /// Cross-entropy with (1 − s)·one-hot + s/classes.
  /// - Parameter smoothing: s in [0, 1].
  /// - Source: Szegedy et al., "Rethinking the Inception architecture" (2016), section 7.
  public func crossEntropies(_ labels: [Int], smoothing: Scalar) -> Variable {
    if smoothing == 0 { return crossEntropies(labels) }
    if rank != 2 || labels.count != shape[0] { trap("\(labels.count) labels for logits of \(shape)") }
    let targets = Tensor<Scalar>.oneHot(labels, classes: shape[1]).affine(1 - smoothing, smoothing / Scalar(shape[1]))
    return crossEntropies(targets: targets)
  }

  /// The mean of (xⱼ − tⱼ)² over the outputs of each example.
  public func squaredErrors(_ targets: Tensor<Scalar>) -> Variable {
    if rank == 0 || targets.count != count { trap("targets of \(targets.shape) for outputs of \(shape)") }
    return (self - Variable(targets.reshaped(to: shape))).square().flattenedRows().mean(along: 1)
  }

  /// log(1 + exp(−y·z)) of one output z an example and y = ±1.
  public func logisticLosses(signs: [Int]) -> Variable {
    if count != signs.count || !signs.allSatisfy({ abs($0) == 1 }) { trap("\(signs.count) signs for outputs of \(shape)") }
    let factors = Tensor<Scalar>(vector: signs.map { Scalar(-$0) })
    return (reshaped(to: [count]) * Variable(factors)).softplus()
  }

  /// maxⱼ≠y zⱼ − z_y: positive where the label loses.
  public func margins(_ labels: [Int]) -> Variable { AttackObjective.margin.values(self, labels) }

  /// max(z_y − maxⱼ≠y zⱼ, −κ): what an attack minimises.
  /// - Parameter confidence: κ ≥ 0.
  /// - Source: Carlini & Wagner, "Towards evaluating the robustness of neural networks" (2017), f₆ untargeted.
  public func carliniWagner(_ labels: [Int], confidence: Scalar = 0) -> Variable {
    let won = -margins(labels)
    return .maximum(won, Variable(Tensor(won.shape, repeating: -confidence)))
  }

  /// −(z_y − maxⱼ≠y zⱼ)/(z₁ − z₃) with the logits sorted downwards, for three classes or more.
  /// - Source: Croce & Hein, "Reliable evaluation of adversarial robustness" (2020), equation 6.
  public func logitRatios(_ labels: [Int]) -> Variable { AttackObjective.logitRatio.values(self, labels) }

  /// −(z_y − z_t)/(z₁ − (z₃ + z₄)/2), for four classes or more.
  /// - Source: Croce & Hein (2020), equation 7.
  public func logitRatios(_ labels: [Int], targets: [Int]) -> Variable {
    AttackObjective.targetedLogitRatio(targets: targets).values(self, labels)
  }

  /// KL(p‖q) = Σⱼ pⱼ·(log pⱼ − log qⱼ) of q = softmax(self) from p = softmax(natural): the robustness term of TRADES,
  /// where these are the logits of adversarial examples.
  /// - Source: Zhang et al., "Theoretically principled trade-off between robustness and accuracy" (2019), equation 5.
  public func divergences(from natural: Variable) -> Variable {
    if rank != 2 || natural.shape != shape { trap("a divergence of logits of \(shape) from \(natural.shape)") }
    let logarithms = natural.logSoftmax()
    return (logarithms.exp() * (logarithms - logSoftmax())).sum(along: 1)
  }
}
