import Diagnostics

/// Windows of images.
extension Tensor {
  /// The largest number of every window of every channel, and where in the image it stands.
  /// - Returns: values `[image × row × column × channel]` and, in the same order, row·width + column of each.
  public func maximumPooled(_ geometry: PoolingGeometry) -> (values: Tensor, places: [Int32]) {
    if shape != geometry.imageShape { trap("a pooling of \(geometry.imageShape) for a tensor of \(shape)") }
    let count = geometry.responseShape.count
    var places: [Int32] = []
    let values = Tensor(geometry.responseShape) { target in
      places = [Int32](unsafeUninitializedCapacity: count) { buffer, initialized in
        initialized = count
        guard let y = target.baseAddress, let places = buffer.baseAddress, count > 0 else { return }
        withExtendedLifetime(storage) { Scalar._maximumPool(geometry, pointer, y, places) }
      }
    }
    return (values, places)
  }

  /// Images of zeros, to which the numbers of the windows are added at their places: the adjoint of `gathered`.
  public func scattered(_ geometry: PoolingGeometry, to places: [Int32]) -> Tensor {
    check(geometry.responseShape, places, geometry)
    return Tensor(geometry.imageShape) { target in
      guard let x = target.baseAddress, !target.isEmpty else { return }
      withExtendedLifetime(storage) { Scalar._maximumPoolScatter(geometry, pointer, places, x) }
    }
  }

  /// The numbers of images at the places of windows.
  public func gathered(_ geometry: PoolingGeometry, from places: [Int32]) -> Tensor {
    check(geometry.imageShape, places, geometry)
    return Tensor(geometry.responseShape) { target in
      guard let y = target.baseAddress, !target.isEmpty else { return }
      withExtendedLifetime(storage) { Scalar._maximumPoolGather(geometry, pointer, places, y) }
    }
  }

  /// The mean of every window of every channel; the adjoint of that map if `adjoint`.
  /// - Parameter countingPadding: whether the divisor is the size of the window, not its part inside of the image.
  public func averagePooled(_ geometry: PoolingGeometry, countingPadding: Bool, adjoint: Bool = false) -> Tensor {
    let (from, to) = adjoint ? (geometry.responseShape, geometry.imageShape) : (geometry.imageShape, geometry.responseShape)
    if shape != from { trap("a pooling of \(from) for a tensor of \(shape)") }
    return Tensor(to) { target in
      guard let y = target.baseAddress, !target.isEmpty else { return }
      withExtendedLifetime(storage) {
        Scalar._averagePool(adjoint: adjoint, countingPadding: countingPadding, geometry, pointer, y)
      }
    }
  }

  private func check(_ expected: Shape, _ places: [Int32], _ geometry: PoolingGeometry) {
    if shape != expected || places.count != geometry.responseShape.count {
      trap("a pooling of \(expected) with \(places.count) places for a tensor of \(shape)")
    }
  }
}
