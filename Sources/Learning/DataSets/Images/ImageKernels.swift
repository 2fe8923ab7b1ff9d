/// Changes of one image in place, without allocating.
public enum ImageKernels {
  /// The memory of image `index` in a batch.
  static func image(_ index: Int, of batch: UnsafeMutableBufferPointer<Float>, _ shape: ImageShape)
    -> UnsafeMutableBufferPointer<Float>
  {
    UnsafeMutableBufferPointer(rebasing: batch[(index * shape.size)..<((index + 1) * shape.size)])
  }

  /// Mirrors an image, left to right.
  /// - Parameter image: `[height × width × channels]`.
  public static func mirror(_ image: UnsafeMutableBufferPointer<Float>, _ shape: ImageShape) {
    for row in 0..<shape.height {
      for column in 0..<(shape.width / 2) {
        let left = (row * shape.width + column) * shape.channels
        let right = ((row + 1) * shape.width - 1 - column) * shape.channels
        for channel in 0..<shape.channels { image.swapAt(left + channel, right + channel) }
      }
    }
  }

  /// Moves an image by whole pixels, with zeros where nothing comes from; negative distances go up and left.
  /// - Parameter image: `[height × width × channels]`.
  public static func translate(_ image: UnsafeMutableBufferPointer<Float>, _ shape: ImageShape, down: Int, right: Int) {
    guard let start = image.baseAddress, down != 0 || right != 0 else { return }
    let rowLength = shape.width * shape.channels
    let kept = max(0, shape.width - abs(right)) * shape.channels
    let gap = rowLength - kept
    // Rows go in the order in which none is overwritten before it is moved.
    for step in 0..<shape.height {
      let row = down > 0 ? shape.height - 1 - step : step
      let target = start + row * rowLength
      guard row - down >= 0, row - down < shape.height, kept > 0 else {
        target.update(repeating: 0, count: rowLength)
        continue
      }
      let source = start + (row - down) * rowLength
      if right >= 0 {
        (target + gap).update(from: source, count: kept)
        target.update(repeating: 0, count: gap)
      } else {
        target.update(from: source + gap, count: kept)
        (target + kept).update(repeating: 0, count: gap)
      }
    }
  }
}
