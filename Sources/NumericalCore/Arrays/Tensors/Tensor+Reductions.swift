import Diagnostics

/// Functions of the elements along axes.
extension Tensor {
  /// The reduction of one axis, which goes away, or stays with extent 1.
  public func reduced(_ operation: ReductionKernel, along axis: Int, keepingAxis: Bool = false) -> Tensor {
    let axis = shape.resolved(axis)
    var result = shape
    result[axis] = 1
    if shape[axis] == 0 && (operation == .maximum || operation == .minimum) {
      trap("the \(operation) along axis \(axis) of a tensor of \(shape)")
    }
    let (outer, inner) = (shape.count(of: 0..<axis), shape.count(of: (axis + 1)..<rank))
    return Tensor(keepingAxis ? result : shape.removing(axis)) { target in
      guard let y = target.baseAddress, !target.isEmpty else { return }
      withExtendedLifetime(storage) { Scalar._reduce(operation, pointer, y, outer, shape[axis], inner) }
    }
  }

  /// The sums along an axis.
  public func sum(along axis: Int, keepingAxis: Bool = false) -> Tensor {
    reduced(.sum, along: axis, keepingAxis: keepingAxis)
  }

  /// The sum of all elements.
  public func sum() -> Scalar { count == 0 ? 0 : reshaped(to: [count]).reduced(.sum, along: 0).scalar }

  /// The mean of all elements; NaN for none.
  public func mean() -> Scalar { sum() / Scalar(count) }

  /// The largest element; NaN if any is.
  public func max() -> Scalar { reshaped(to: [count]).reduced(.maximum, along: 0).scalar }

  /// The smallest element; NaN if any is.
  public func min() -> Scalar { reshaped(to: [count]).reduced(.minimum, along: 0).scalar }

  /// The index of the first largest element of every row of a matrix; NaN counts as less than everything.
  public func argmaxOfRows() -> [Int] {
    if rank != 2 || shape[1] == 0 { trap("argmax of the rows of a tensor of \(shape)") }
    let indices = [Int32](unsafeUninitializedCapacity: shape[0]) { buffer, initialized in
      initialized = shape[0]
      guard let places = buffer.baseAddress, shape[0] > 0 else { return }
      withExtendedLifetime(storage) { Scalar._argmax(pointer, places, shape[0], shape[1]) }
    }
    return indices.map { Int($0) }
  }

  /// The sum over the axes that broadcasting from `shape` added or repeated: the adjoint of `broadcast(to:)`.
  public func summed(to target: Shape) -> Tensor {
    if target == shape { return self }
    var result = self
    if rank > target.rank {
      let added = rank - target.rank
      result = reshaped(to: Shape([shape.count(of: 0..<added)] + shape.array.dropFirst(added))).sum(along: 0)
    }
    for axis in 0..<target.rank where target[axis] == 1 && result.shape[axis] != 1 {
      result = result.sum(along: axis, keepingAxis: true)
    }
    if result.shape != target { trap("a tensor of \(shape) summed to \(target)") }
    return result
  }

  /// The tensor repeated to a larger shape by NumPy's rule.
  public func broadcast(to target: Shape) -> Tensor {
    if target == shape { return self }
    if Shape.broadcast(shape, target) != target { trap("a tensor of \(shape) broadcast to \(target)") }
    let shift = target.rank - rank
    var strides = [Int](repeating: 0, count: target.rank)
    var step = 1
    for axis in stride(from: rank - 1, through: 0, by: -1) {
      if shape[axis] != 1 { strides[axis + shift] = step }
      step *= shape[axis]
    }
    return gathered(target, strides: strides)
  }
}
