import Experiments

extension FastAdversarialTraining {
  /// What the examples of a training step are.
  enum TrainingMethod: String, ParameterChoice {
    /// The images themselves.
    case standard
    /// One signed gradient step of the full radius.
    case fgsm
    /// One signed gradient step of 1.25 radii from a random point, cut back to the ball.
    case fgsmRS = "fgsm-rs"
    /// As `fgsm`, with a penalty on gradients that turn within the ball.
    case gradalign
    /// Five signed gradient steps of half a radius.
    case pgd

    /// Forward and backward passes of a training step.
    var passes: Int {
      switch self {
      case .standard: 2
      case .fgsm, .fgsmRS: 4
      case .gradalign: 8
      case .pgd: 12
      }
    }
  }
}
