import Experiments

/// The four descents on θ for the predictor β = θ ⊙ θ.
enum DescentAlgorithm: String, ParameterChoice {
  /// Gradient descent on all data.
  case gd
  /// Gradient descent with fresh noise on all labels at each step.
  case lngd
  /// One uniformly drawn sample a step.
  case sgd
  /// One uniformly drawn sample a step, and fresh noise on all labels.
  case sgdWithLabelNoise = "sgd-ln"

  var hasLabelNoise: Bool { self == .lngd || self == .sgdWithLabelNoise }
  var drawsSamples: Bool { self == .sgd || self == .sgdWithLabelNoise }
}
