import Experiments

/// Which of the paper's step sizes are taken.
enum StepRule: String, ParameterChoice {
  /// β = γ = 1/(3 tr H), α = 1/(3d tr H), those of Figure 1.
  case figure
  /// β = γ = 1/(3R²), α = 1/(6κ̃R²), the corollary of Theorem 1.
  case theorem1
  /// β = γ = 1/(3κ tr H), α = β/(2κd), the conditions of Theorem 3 met with a third to spare.
  case theorem3
}
