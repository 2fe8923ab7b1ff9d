/// A random change of images for training.
///
/// A list of them is applied from first to last: `[.crop(padding: 4), .horizontalFlip()]`.
public enum Augmentation: Sendable, Hashable {
  /// What a random choice is made for.
  public enum Scope: Sendable, Hashable {
    case image
    case batch
  }

  /// Each image is mirrored, left to right, with this probability.
  case horizontalFlip(probability: Double = 0.5)

  /// Each image gets a border of `padding` zeros and is cut back to its size at a random place.
  case crop(padding: Int)

  /// Images are moved by `pixels` up, down, left or right, with zeros where nothing comes from.
  ///
  /// Whether it happens is decided for each image or for the whole batch (`coin`), and so is the direction.
  case translation(pixels: Int = 1, probability: Double = 1, coin: Scope = .image, direction: Scope = .image)

  /// Normal noise is added to each number; its standard deviation is drawn for each image, uniformly in this range.
  case noise(ClosedRange<Double>)

  /// Each image x becomes s·x + lift·(1 − s)·u, with s uniform in `scale` and u uniform in [0, 1).
  case contrast(scale: ClosedRange<Double>, lift: Double = 0)

  /// Numbers are clipped to [0, 1].
  case clipping

  /// Normal noise of one standard deviation.
  public static func noise(_ standardDeviation: Double) -> Augmentation {
    .noise(standardDeviation...standardDeviation)
  }
}
