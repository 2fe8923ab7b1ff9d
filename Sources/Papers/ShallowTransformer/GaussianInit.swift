import Experiments

extension ShallowTransformer {
  /// The variances of the Gaussian initial weights, and the factor τ₁ of the last hidden layer that goes with them.
  enum GaussianInit: String, ParameterChoice {
    case lecun, he, ntk

    /// Of w_O.
    func outputVariance(width: Int) -> Double {
      switch self {
      case .lecun: 1 / Double(width)
      case .he: 2 / Double(width)
      case .ntk: 1
      }
    }

    /// Of W_Q, W_K and W_V.
    func inputVariance(dimension: Int) -> Double {
      switch self {
      case .lecun: 1 / Double(dimension)
      case .he: 2 / Double(dimension)
      case .ntk: 1
      }
    }

    /// τ₁.
    func featureFactor(width: Int) -> Double { self == .ntk ? 1 / Double(width).squareRoot() : 1 }
  }
}
