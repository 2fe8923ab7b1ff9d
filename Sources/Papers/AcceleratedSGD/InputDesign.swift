import Experiments

/// How the inputs a are drawn.
enum InputDesign: String, ParameterChoice {
  /// a ~ N(0, diag(λ)).
  case gaussian
  /// a = eᵢ with probability λᵢ.
  case onehot
}
