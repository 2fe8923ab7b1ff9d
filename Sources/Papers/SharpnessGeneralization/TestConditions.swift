import Learning
import NumericalCore

extension SharpnessGeneralization {
  /// Images that a network is judged by: of the training law, and of three shifted ones.
  struct TestConditions {
    private typealias Part = (images: Tensor<Float>, labels: [Int])

    private let train: Part
    private let test: Part
    private let shift: Part
    private let noise: Part
    private let contrast: Part

    init(train: ImageDataset, test: ImageDataset, shift: ImageDataset, noise: ImageDataset, contrast: ImageDataset) {
      func part(_ data: ImageDataset) -> Part { (data.tensor, data.labels) }
      self.train = part(train)
      self.test = part(test)
      self.shift = part(shift)
      self.noise = part(noise)
      self.contrast = part(contrast)
    }

    /// The test digits; moved by one pixel in each of four directions, in noise of deviation ¼, and with less contrast.
    static func digits(train: ImageDataset, noise: RandomSource) -> TestConditions {
      let test = Digits.test
      var random = noise
      return TestConditions(
        train: train, test: test,
        shift: .joining(directions.map { test.translated(down: $0.down, right: $0.right) }),
        noise: test.augmented([.noise(0.25)], random: &random), contrast: test.mapPixels(paler))
    }

    /// `count` strokes drawn like those of the training; and 2000 others moved by two pixels (a quarter of them in each of
    /// four directions), in more noise, and with less contrast.
    static func strokes(train: ImageDataset, count: Int) -> TestConditions {
      let pens = Strokes(noise: strokeNoise)
      let others = pens.images(seed: 5, 0..<2000)
      let moved = directions.enumerated().map { index, step in
        others[(index * 500)..<((index + 1) * 500)].translated(down: 2 * step.down, right: 2 * step.right)
      }
      return TestConditions(
        train: train, test: pens.test(count), shift: .joining(moved),
        noise: Strokes(noise: 0.35).images(seed: 3, 0..<2000), contrast: others.mapPixels(paler))
    }

    /// Standard deviation of the noise in the strokes.
    static let strokeNoise = 0.2
    private static let directions: [(down: Int, right: Int)] = [(-1, 0), (1, 0), (0, -1), (0, 1)]
    private static func paler(_ pixel: Float) -> Float { 0.35 * pixel + 0.3 }

    func errors(of network: Network<Float>) -> PoolErrors {
      func error(_ part: Part) -> Double {
        let predicted = network(part.images).argmaxOfRows()
        return Double(zip(predicted, part.labels).count { $0 != $1 }) / Double(part.labels.count)
      }
      return PoolErrors(
        train: error(train), test: error(test), shift: error(shift), noise: error(noise), contrast: error(contrast))
    }
  }
}
