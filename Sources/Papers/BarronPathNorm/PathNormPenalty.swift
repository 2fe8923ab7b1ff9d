import NumericalCore

/// The regularisation of the rate theorem.
enum PathNormPenalty {
  /// λ = 0.01·n^{−(d+2)/(2d+2)}.
  static func prescribed(samples: Int, dimension: Int) -> Double {
    let d = Double(dimension)
    return 0.01 * Elementary.exp(-(d + 2) / (2 * d + 2) * Elementary.log(Double(samples)))
  }
}
