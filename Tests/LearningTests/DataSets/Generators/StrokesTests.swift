import Learning
import Testing

@Suite struct StrokesTests {
  private func sum(_ pixels: some Sequence<Float>) -> Double { pixels.reduce(0) { $0 + Double($1) } }

  @Test func firstImagesAreThePublishedOnes() {
    let images = Strokes().train(4)
    #expect(images.labels == [7, 1, 7, 6])
    for (index, expected) in [32.7482575, 24.7112783, 36.7836013, 49.1796655].enumerated() {
      // The published sums have seven decimals; single-precision pixels cost 1e-6.
      #expect(abs(sum(images.image(index)) - expected) < 2e-6)
    }
  }

  @Test func manyImagesHaveThePublishedTotals() {
    let images = Strokes().train(1500)
    #expect(images.classCounts == [150, 146, 161, 174, 156, 146, 121, 161, 142, 143])
    #expect(abs(sum(images.pixels.prefix(1000 * 256)) - 44729.4115) < 2e-4)
    #expect(images.pixels.allSatisfy { $0 >= 0 && $0 <= 1 })
  }

  @Test func imagesDoNotDependOnEachOther() {
    let all = Strokes().images(seed: 5, 0..<20)
    let some = Strokes().images(seed: 5, 13..<17)
    #expect(some.pixels == all[13..<17].pixels && some.labels == all[13..<17].labels)
    #expect(Strokes().test(3).pixels == Strokes().images(seed: 2, 0..<3).pixels)
  }

  /// The expected numbers were computed in Python from the definition (see the doc comment of `Strokes`).
  @Test func otherSidesAndNoiseFollowTheDefinition() {
    let plain = Strokes(side: 28, noise: 0).images(seed: 3, 7..<8)
    #expect(plain.shape == ImageShape(height: 28, width: 28, channels: 1))
    #expect(plain.labels == [5])
    #expect(abs(sum(plain.pixels) - 151.2844952) < 1e-5)
    let noisy = Strokes(side: 12, noise: 0.25).images(seed: 4_294_967_295, 100..<101)
    #expect(noisy.labels == [3])
    #expect(abs(sum(noisy.pixels) - 32.3379853) < 1e-5)
  }
}
