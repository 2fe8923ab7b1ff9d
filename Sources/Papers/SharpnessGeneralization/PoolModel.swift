extension SharpnessGeneralization {
  /// A trained network of a pool: how it was trained, and what was measured of it.
  struct PoolModel: Sendable {
    /// How it was trained.
    struct Setting: Sendable, Hashable {
      var stepSize: Double
      var samRadius = 0.0
      /// Name of the augmentation.
      var augmentation = StrokeAugmentation.none.rawValue
      var weightDecay = 0.0
      var hidden: Int
      var replicate = 0

      var isAugmented: Bool { augmentation != StrokeAugmentation.none.rawValue }
    }

    /// Networks with more training errors than this have not been fitted, and do not enter rank correlations.
    static let largestTrainingError = 0.1

    var setting: Setting
    var errors: PoolErrors
    /// One value for each of the pool's kinds.
    var sharpness: [Double]

    var isFitted: Bool { errors.train <= PoolModel.largestTrainingError }
  }
}
