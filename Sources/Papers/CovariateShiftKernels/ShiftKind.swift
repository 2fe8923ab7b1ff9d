import Experiments

extension CovariateShiftKernels {
  /// The shifts with a bounded weight in closed form.
  enum ShiftKind: String, ParameterChoice {
    /// The first m latent coordinates have standard deviation s < 1 under q.
    case contract
    /// The first latent coordinate is skew-normal under q.
    case skew
    /// q = p.
    case none
  }

  /// The shifts that move only second moments, which determine the risk of a linear predictor without any test point.
  enum CovarianceShift: String, ParameterChoice {
    case contract, none
  }

  /// Whether the loss of an example counts with its importance weight q(x)/p(x).
  enum Weighting: String, CaseIterable {
    case none, iw
  }
}
