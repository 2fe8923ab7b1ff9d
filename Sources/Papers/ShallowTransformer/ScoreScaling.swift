import Experiments

extension ShallowTransformer {
  /// The factor τ₀ of the scores inside the softmax.
  enum ScoreScaling: String, ParameterChoice {
    /// τ₀ = d_m^(−1/2), as networks are built.
    case sqrt
    /// τ₀ = d_m^(−1), as limits of infinite width take it.
    case inv

    func factor(width: Int) -> Double {
      switch self {
      case .sqrt: 1 / Double(width).squareRoot()
      case .inv: 1 / Double(width)
      }
    }
  }
}
