import Learning
import Testing

@Suite struct ImageKernelsTests {
  @Test func mirroringTurnsColumnsRound() {
    var pixels: [Float] = [1, 10, 2, 20, 3, 30, 4, 40, 5, 50, 6, 60]
    pixels.withUnsafeMutableBufferPointer { ImageKernels.mirror($0, ImageShape(height: 2, width: 3, channels: 2)) }
    #expect(pixels == [3, 30, 2, 20, 1, 10, 6, 60, 5, 50, 4, 40])
  }

  /// Every distance, also beyond the image, against the definition: out[i][j] = in[i − down][j − right], or 0.
  @Test(arguments: [ImageShape(height: 3, width: 4, channels: 2), ImageShape(height: 1, width: 1, channels: 1)])
  func translationFollowsItsDefinition(shape: ImageShape) {
    let image = (1...shape.size).map(Float.init)
    for down in -5...5 {
      for right in -5...5 {
        var moved = image
        moved.withUnsafeMutableBufferPointer { ImageKernels.translate($0, shape, down: down, right: right) }
        var expected = [Float](repeating: 0, count: shape.size)
        for i in 0..<shape.height {
          for j in 0..<shape.width where (0..<shape.height).contains(i - down) && (0..<shape.width).contains(j - right)
          {
            for c in 0..<shape.channels {
              expected[(i * shape.width + j) * shape.channels + c] =
                image[((i - down) * shape.width + j - right) * shape.channels + c]
            }
          }
        }
        #expect(moved == expected, "down \(down), right \(right)")
      }
    }
  }

  @Test func dataSetsMoveImageByImage() {
    let images = ImageDataset(
      name: "toy", shape: ImageShape(height: 2, width: 2, channels: 1), classCount: 1,
      pixels: [1, 2, 3, 4, 5, 6, 7, 8], labels: [0, 0])
    #expect(images.translated(down: 1, right: 0).pixels == [0, 0, 1, 2, 0, 0, 5, 6])
    #expect(images.translated(down: 0, right: -1).pixels == [2, 0, 4, 0, 6, 0, 8, 0])
  }
}
