import Learning

extension SharpnessGeneralization {
  /// How the stroke images of a training step are changed.
  enum StrokeAugmentation: String, CaseIterable, Sendable {
    case none
    /// Normal noise of deviation 0.2.
    case noise
    /// Half of the images are moved by one pixel, all in one direction.
    case translation

    var changes: [Augmentation] {
      switch self {
      case .none: []
      case .noise: [.noise(0.2)]
      case .translation: [.translation(pixels: 1, probability: 0.5, coin: .image, direction: .batch)]
      }
    }
  }
}
