import Diagnostics

extension ImageDataset {
  /// The first `count` images.
  /// - Throws: `DataError.tooFew` if there are not so many: fewer than asked for would be another experiment.
  public func first(_ count: Int) throws(DataError) -> ImageDataset {
    if count > self.count { throw .tooFew(name: name, wanted: count, found: self.count) }
    return self[0..<count]
  }

  /// The images of a range.
  public subscript(range: Range<Int>) -> ImageDataset {
    if range.lowerBound < 0 || range.upperBound > count { trap("images \(range) of \(count)") }
    return ImageDataset(
      name: name, shape: shape, classCount: classCount,
      pixels: Array(pixels[(range.lowerBound * shape.size)..<(range.upperBound * shape.size)]),
      labels: Array(labels[range]))
  }

  /// The images at `indices`, in that order; an index may come again.
  public func subset(_ indices: some Collection<Int>) -> ImageDataset {
    let pixels = [Float](unsafeUninitializedCapacity: indices.count * shape.size) { buffer, filled in
      copyPixels(of: indices, into: UnsafeMutableBufferPointer(rebasing: buffer[..<(indices.count * shape.size)]))
      filled = indices.count * shape.size
    }
    return ImageDataset(
      name: name, shape: shape, classCount: classCount, pixels: pixels, labels: indices.map { labels[$0] })
  }

  /// The same under another name.
  public func named(_ name: String) -> ImageDataset {
    ImageDataset(name: name, shape: shape, classCount: classCount, pixels: pixels, labels: labels)
  }

  /// All images of data sets of one shape, one set after the other, under the name of the first.
  public static func joining(_ parts: [ImageDataset]) -> ImageDataset {
    guard let first = parts.first else { trap("ImageDataset.joining: no parts") }
    for part in parts where part.shape != first.shape || part.classCount != first.classCount {
      trap(
        "ImageDataset.joining: \(part.shape) of \(part.classCount) classes after \(first.shape) of \(first.classCount)")
    }
    return ImageDataset(
      name: first.name, shape: first.shape, classCount: first.classCount, pixels: parts.flatMap(\.pixels),
      labels: parts.flatMap(\.labels))
  }
}
