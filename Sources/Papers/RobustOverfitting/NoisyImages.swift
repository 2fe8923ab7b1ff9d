import Learning
import NumericalCore

extension RobustOverfitting {
  /// Some of a set of images, a share of them with wrong labels.
  enum NoisyImages {
    /// Random images, each label replaced by a different one, uniform among the others, with probability `noise`.
    ///
    /// The images do not depend on `noise`, and the labels wrong at one level are wrong at every higher one.
    /// - Parameters:
    ///   - count: at most the number of images.
    ///   - noise: in [0, 1].
    static func sample(_ count: Int, of images: ImageDataset, noise: Double, random: RandomSource) -> ImageDataset {
      var (choice, replacement) = (random.substream("images"), random.substream("labels"))
      let chosen = images.subset(choice.sample(count, of: images.count))
      let labels = chosen.labels.map { label in
        let isReplaced = replacement.uniform() < noise
        let shift = 1 + replacement.integer(below: images.classCount - 1)
        return isReplaced ? (label + shift) % images.classCount : label
      }
      return ImageDataset(
        name: chosen.name, shape: chosen.shape, classCount: chosen.classCount, pixels: chosen.pixels, labels: labels)
    }
  }
}
