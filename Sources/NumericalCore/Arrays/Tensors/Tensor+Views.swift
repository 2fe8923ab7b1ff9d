import Diagnostics

/// Views of the same memory: nothing is copied.
extension Tensor {
  /// The same elements under another shape of as many.
  public func reshaped(to shape: Shape) -> Tensor {
    if shape.count != count { trap("a tensor of \(self.shape) reshaped to \(shape)") }
    return Tensor(shape: shape, storage: storage, offset: offset)
  }

  /// The sub-tensors `range` along the first axis.
  public func rows(_ range: Range<Int>) -> Tensor {
    if rank == 0 || range.lowerBound < 0 || range.upperBound > shape[0] { trap("rows \(range) of a tensor of \(shape)") }
    var part = shape
    part[0] = range.count
    return Tensor(shape: part, storage: storage, offset: offset + range.lowerBound * (part.count(of: 1..<rank)))
  }

  /// The sub-tensor at `index` along the first axis, which goes away.
  public func row(_ index: Int) -> Tensor { rows(index..<(index + 1)).reshaped(to: shape.removing(0)) }

  /// The part of the flattened tensor that starts at `start`, as a tensor of the given shape.
  public func slice(from start: Int, shape part: Shape) -> Tensor {
    if start < 0 || start + part.count > count { trap("\(part) from element \(start) of a tensor of \(shape)") }
    return Tensor(shape: part, storage: storage, offset: offset + start)
  }

  /// One axis for the first, one for all the others.
  public var flattenedRows: Tensor {
    if rank == 0 { trap("rows of a scalar") }
    return reshaped(to: [shape[0], shape.count(of: 1..<rank)])
  }
}
