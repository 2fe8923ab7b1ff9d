import Learning
import NumericalCore

extension RobustOverfitting {
  /// Some of the training digits, a share of them with wrong labels.
  enum NoisyDigits {
    /// Random images, each label replaced by a different one, uniform among the others, with probability `noise`.
    ///
    /// The images do not depend on `noise`, and the labels wrong at one level are wrong at every higher one.
    /// - Parameter count: at most the 1297 images there are.
    static func sample(_ count: Int, noise: Double, random: RandomSource) -> ImageDataset {
      var (choice, replacement) = (random.substream("images"), random.substream("labels"))
      let images = Digits.train.subset(choice.sample(count, of: Digits.trainCount))
      let labels = images.labels.map { label in
        let isReplaced = replacement.uniform() < noise
        let shift = 1 + replacement.integer(below: images.classCount - 1)
        return isReplaced ? (label + shift) % images.classCount : label
      }
      return ImageDataset(
        name: images.name, shape: images.shape, classCount: images.classCount, pixels: images.pixels, labels: labels)
    }
  }
}
