import Learning
import NumericalCore
import Testing

@Suite struct ImageDatasetTensorsTests {
  @Test func batchesKeepTheOrderOfAxes() {
    let images = ImageDataset(
      name: "toy", shape: ImageShape(height: 2, width: 3, channels: 2), classCount: 2, pixels: (0..<36).map(Float.init),
      labels: [1, 0, 1])
    #expect(images.tensor.shape == [3, 2, 3, 2])
    #expect(images.tensor[1, 1, 2, 0] == 12 + 6 + 4)
    let batch = images.batch([2, 0])
    #expect(batch.shape == [2, 2, 3, 2] && batch[0, 0, 0, 1] == 25 && batch[1, 1, 0, 0] == 6)
    #expect(images.labels(of: [2, 1]) == [1, 0])
  }

  @Test func tensorsAreAugmentedAsArraysAre() {
    let augmentations: [Augmentation] = [.crop(padding: 2), .horizontalFlip(), .noise(0.1)]
    var batch = Digits.train.batch(0..<50)
    let kept = batch
    var pixels = Array(Digits.train.pixels.prefix(50 * 64))
    var (a, b) = (RandomSource(seed: 1, stream: "a"), RandomSource(seed: 1, stream: "a"))
    augmentations.apply(to: &batch, random: &a)
    augmentations.apply(to: &pixels, count: 50, shape: Digits.shape, random: &b)
    #expect(batch.elements == pixels)
    #expect(kept == Digits.train.batch(0..<50))
  }
}
