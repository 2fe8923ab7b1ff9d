import Learning
import NumericalCore
import Testing

@Suite struct ImageDatasetTests {
  private static let shape = ImageShape(height: 2, width: 3, channels: 2)
  /// Four images of 2 × 3 × 2 whose numbers are their indices.
  private let images = ImageDataset(
    name: "toy", shape: shape, classCount: 3, pixels: (0..<48).map(Float.init), labels: [2, 0, 1, 0])

  @Test func selectionsKeepImagesAndLabelsTogether() throws {
    #expect(try images.first(2).pixels == (0..<24).map(Float.init))
    #expect(images[1..<3].labels == [0, 1] && images[1..<3].pixels.first == 12)
    let chosen = images.subset([3, 0, 3])
    #expect(chosen.labels == [0, 2, 0])
    #expect(chosen.pixels == Array(images.image(3)) + Array(images.image(0)) + Array(images.image(3)))
    #expect(images.subset([]).count == 0)
    #expect(images.classCounts == [2, 1, 1])
    #expect(ImageDataset.joining([images[0..<1], images[1..<4]]) == images)
  }

  @Test func askingForTooManyIsAnError() {
    #expect(throws: DataError.tooFew(name: "toy", wanted: 5, found: 4)) { try images.first(5) }
    #expect("\(DataError.tooFew(name: "toy", wanted: 5, found: 4))" == "toy has 4 examples; 5 are asked for")
  }

  @Test func batchesAreCopiedIntoTheCallersMemory() {
    var pixels = [Float](repeating: -1, count: 30)
    var labels = [-1, -1, -1]
    images.copyPixels(of: [2, 1], into: &pixels)
    images.copyLabels(of: [2, 1], into: &labels)
    #expect(pixels == Array(images.image(2)) + Array(images.image(1)) + [Float](repeating: -1, count: 6))
    #expect(labels == [1, 0, -1])
  }

  @Test func matricesHaveOneRowAnImage() {
    #expect(images.matrix.rows == 4 && images.matrix.columns == 12 && images.matrix[2, 5] == 29)
    #expect(images.oneHotLabels == Matrix([[0, 0, 1], [1, 0, 0], [0, 1, 0], [1, 0, 0]]))
  }

  @Test func changesGoPixelByPixel() {
    #expect(images.mapPixels { 2 * $0 + 1 }.pixels[5] == 11)
    let standardised = images.standardised(mean: [1, 2], deviation: [2, 4])
    #expect(standardised.pixels[6] == 2.5 && standardised.pixels[7] == 1.25)
  }
}
