extension SharpnessGeneralization {
  /// Shares of images that a network puts into a wrong class.
  struct PoolErrors: Sendable, Hashable {
    var train: Double
    var test: Double
    var shift: Double
    var noise: Double
    var contrast: Double

    /// The mean over the three shifts of the distribution.
    var outOfDistribution: Double { (shift + noise + contrast) / 3 }
    var gap: Double { test - train }
  }
}
