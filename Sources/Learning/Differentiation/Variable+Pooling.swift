import NumericalCore

/// Windows of channels-last images.
extension Variable {
  /// The largest number of every window; the first of equal ones gets the gradient.
  public func maximumPooled(_ geometry: PoolingGeometry) -> Variable {
    let (values, places) = value.maximumPooled(geometry)
    return .recorded(values, from: self) { [$0.gradient.scattered(geometry, to: places)] }
  }

  private func scattered(_ geometry: PoolingGeometry, to places: [Int32]) -> Variable {
    .recorded(value.scattered(geometry, to: places), from: self) { [$0.gradient.gathered(geometry, from: places)] }
  }

  private func gathered(_ geometry: PoolingGeometry, from places: [Int32]) -> Variable {
    .recorded(value.gathered(geometry, from: places), from: self) { [$0.gradient.scattered(geometry, to: places)] }
  }

  /// The mean of every window.
  /// - Parameter countingPadding: whether the divisor is the size of the window, not its part inside of the image.
  public func averagePooled(_ geometry: PoolingGeometry, countingPadding: Bool = true) -> Variable {
    averagePooled(geometry, countingPadding, adjoint: false)
  }

  private func averagePooled(_ geometry: PoolingGeometry, _ countingPadding: Bool, adjoint: Bool) -> Variable {
    let result = value.averagePooled(geometry, countingPadding: countingPadding, adjoint: adjoint)
    return .recorded(result, from: self) { [$0.gradient.averagePooled(geometry, countingPadding, adjoint: !adjoint)] }
  }
}
