import Learning
import NumericalCore
import Testing

@Suite struct AugmentationTests {
  private static let shape = ImageShape(height: 3, width: 3, channels: 1)
  private static let image = (1...9).map(Float.init)

  private func augmented(_ augmentations: [Augmentation], count: Int, seed: UInt64 = 1) -> [[Float]] {
    var pixels = [Float]()
    for _ in 0..<count { pixels += Self.image }
    var random = RandomSource(seed: seed, stream: "augmentation")
    augmentations.apply(to: &pixels, count: count, shape: Self.shape, random: &random)
    return (0..<count).map { Array(pixels[(9 * $0)..<(9 * $0 + 9)]) }
  }

  private func moved(_ down: Int, _ right: Int) -> [Float] {
    ImageDataset(name: "", shape: Self.shape, classCount: 1, pixels: Self.image, labels: [0]).translated(
      down: down, right: right
    ).pixels
  }

  @Test func equalSourcesGiveEqualBits() {
    let all: [Augmentation] = [
      .crop(padding: 1), .horizontalFlip(), .contrast(scale: 0.5...1, lift: 0.6), .noise(0.1...0.2), .clipping,
    ]
    #expect(augmented(all, count: 20) == augmented(all, count: 20))
    #expect(augmented(all, count: 20) != augmented(all, count: 20, seed: 2))
  }

  @Test func flippingMirrorsAboutHalf() {
    let images = augmented([.horizontalFlip()], count: 1000)
    let mirrored: [Float] = [3, 2, 1, 6, 5, 4, 9, 8, 7]
    let flips = images.count { $0 == mirrored }
    #expect(images.allSatisfy { $0 == mirrored || $0 == Self.image })
    #expect(abs(flips - 500) < 65)
    #expect(augmented([.horizontalFlip(probability: 1)], count: 5).allSatisfy { $0 == mirrored })
  }

  @Test func croppingGivesEveryShiftOfTheBorder() {
    let images = augmented([.crop(padding: 1)], count: 900)
    for down in -1...1 {
      for right in -1...1 {
        let expected = moved(down, right)
        // 900 images in nine places: 100 each, standard deviation 9.4.
        #expect(abs(images.count { $0 == expected } - 100) < 40)
      }
    }
  }

  @Test func translationsGoInFourDirections() {
    let images = augmented([.translation(probability: 0.8)], count: 1000)
    for (down, right) in [(-1, 0), (1, 0), (0, -1), (0, 1)] {
      let expected = moved(down, right)
      #expect(abs(images.count { $0 == expected } - 200) < 55)
    }
    #expect(abs(images.count { $0 == Self.image } - 200) < 55)
  }

  @Test func coinAndDirectionCanBeSharedByABatch() {
    var kinds: Set<[Float]> = []
    var still = 0
    for seed in 0..<200 {
      let together = augmented(
        [.translation(probability: 0.5, coin: .batch, direction: .batch)], count: 8, seed: UInt64(seed))
      #expect(Set(together).count == 1)
      kinds.insert(together[0])
      if together[0] == Self.image { still += 1 }
      let oneDirection = augmented([.translation(probability: 0.5, direction: .batch)], count: 8, seed: UInt64(seed))
      #expect(Set(oneDirection).subtracting([Self.image]).count <= 1)
      let manyDirections = augmented([.translation(probability: 0.5, coin: .batch)], count: 8, seed: UInt64(seed))
      #expect(manyDirections.allSatisfy { $0 == Self.image } || !manyDirections.contains(Self.image))
    }
    #expect(kinds.count == 5)
    #expect(abs(still - 100) < 35)
  }

  @Test func noiseHasTheStatedDeviation() {
    let differences = augmented([.noise(0.25)], count: 5000).flatMap { zip($0, Self.image).map { Double($0 - $1) } }
    let mean = differences.reduce(0, +) / 45000
    let variance = differences.reduce(0) { $0 + $1 * $1 } / 45000
    #expect(abs(mean) < 0.006)
    #expect(abs(variance.squareRoot() - 0.25) < 0.004)
  }

  @Test func noiseOfARangeVariesFromImageToImage() {
    let deviations = augmented([.noise(0...0.4)], count: 4000).map { image in
      (zip(image, Self.image).reduce(0) { $0 + Double(($1.0 - $1.1) * ($1.0 - $1.1)) } / 9).squareRoot()
    }
    // The mean square of U(0, 0.4) is 0.16 / 3.
    #expect(abs(deviations.reduce(0) { $0 + $1 * $1 } / 4000 - 0.16 / 3) < 0.004)
    #expect(deviations.contains { $0 < 0.02 } && deviations.contains { $0 > 0.4 })
  }

  @Test func contrastShrinksAndLifts() {
    let images = augmented([.contrast(scale: 0.35...1, lift: 0.6)], count: 2000)
    var scales: [Double] = []
    for image in images {
      let scale = Double(image[8] - image[0]) / 8
      let offset = Double(image[0]) - scale
      scales.append(scale)
      #expect(scale > 0.3499 && scale < 1.0001)
      #expect(offset > -1e-5 && offset < 0.6 * (1 - scale) + 1e-5)
    }
    #expect(abs(scales.reduce(0, +) / 2000 - 0.675) < 0.02)
    let fixed = augmented([.contrast(scale: 0.5...0.5)], count: 1)[0]
    #expect(fixed == Self.image.map { 0.5 * $0 })
  }

  @Test func clippingKeepsToTheUnitInterval() {
    #expect(augmented([.noise(30), .clipping], count: 10).flatMap { $0 }.allSatisfy { $0 >= 0 && $0 <= 1 })
  }

  @Test func dataSetsAreAugmentedAsOneBatch() {
    var random = RandomSource(seed: 1, stream: "augmentation")
    let three = ImageDataset(
      name: "", shape: Self.shape, classCount: 1, pixels: Self.image + Self.image + Self.image, labels: [0, 0, 0])
    #expect(three.augmented([.noise(1)], random: &random).pixels == augmented([.noise(1)], count: 3).flatMap { $0 })
  }
}
