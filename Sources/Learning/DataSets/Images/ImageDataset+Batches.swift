import Diagnostics

extension ImageDataset {
  /// Copies the images at `indices` one after the other, without allocating.
  /// - Parameter target: `[indices.count × height·width·channels]`; may be uninitialised memory.
  /// - Complexity: O(indices · size).
  public func copyPixels(of indices: some Collection<Int>, into target: UnsafeMutableBufferPointer<Float>) {
    let size = shape.size
    if target.count != indices.count * size {
      trap("copyPixels: room for \(target.count) numbers, \(indices.count) images have \(indices.count * size)")
    }
    pixels.withUnsafeBufferPointer { source in
      guard var place = target.baseAddress, let start = source.baseAddress else { return }
      for index in indices {
        if index < 0 || index >= count { trap("copyPixels: image \(index) of \(count)") }
        place.initialize(from: start + index * size, count: size)
        place += size
      }
    }
  }

  /// Copies the images at `indices` into the beginning of `target`, without allocating.
  public func copyPixels(of indices: some Collection<Int>, into target: inout [Float]) {
    let needed = indices.count * shape.size
    if target.count < needed {
      trap("copyPixels: room for \(target.count) numbers, \(indices.count) images have \(needed)")
    }
    target.withUnsafeMutableBufferPointer {
      copyPixels(of: indices, into: UnsafeMutableBufferPointer(rebasing: $0[..<needed]))
    }
  }

  /// Copies the labels at `indices` into the beginning of `target`, without allocating.
  public func copyLabels(of indices: some Collection<Int>, into target: inout [Int]) {
    if target.count < indices.count { trap("copyLabels: room for \(target.count) labels, not \(indices.count)") }
    for (place, index) in indices.enumerated() { target[place] = labels[index] }
  }
}
