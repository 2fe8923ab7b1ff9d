import Diagnostics

/// The same elements in another order or place; these copy.
extension Tensor {
  /// The strides of a row-major tensor of the given shape.
  static func strides(_ shape: Shape) -> [Int] {
    var result = [Int](repeating: 1, count: shape.rank)
    for axis in stride(from: shape.rank - 2, through: 0, by: -1) { result[axis] = result[axis + 1] * shape[axis + 1] }
    return result
  }

  /// A tensor of `shape` whose element at index i is that of this one's memory at ⟨i, strides⟩ + start.
  func gathered(_ shape: Shape, strides: [Int], start: Int = 0) -> Tensor {
    Tensor(shape) { target in
      guard let y = target.baseAddress, !target.isEmpty else { return }
      withExtendedLifetime(storage) {
        Scalar._copyStrided(shape.array, pointer + start, strides, y, Tensor.strides(shape), adding: false)
      }
    }
  }

  /// The axes in another order: axis i of the result is axis `axes[i]` of this tensor.
  public func permuted(_ axes: [Int]) -> Tensor {
    if axes.sorted() != Array(0..<rank) { trap("axes \(axes) of a tensor of \(shape) permuted") }
    if axes == Array(0..<rank) { return self }
    let strides = Tensor.strides(shape)
    return gathered(Shape(axes.map { shape[$0] }), strides: axes.map { strides[$0] })
  }

  /// The last two axes exchanged.
  public func transposed() -> Tensor {
    if rank < 2 { trap("the transpose of a tensor of \(shape)") }
    var axes = Array(0..<rank)
    axes.swapAt(rank - 1, rank - 2)
    return permuted(axes)
  }

  /// The part `range` of an axis.
  public func sliced(_ range: Range<Int>, along axis: Int) -> Tensor {
    let axis = shape.resolved(axis)
    if range.lowerBound < 0 || range.upperBound > shape[axis] { trap("\(range) along axis \(axis) of a tensor of \(shape)") }
    if axis == 0 { return rows(range) }
    var part = shape
    part[axis] = range.count
    let strides = Tensor.strides(shape)
    return gathered(part, strides: strides, start: range.lowerBound * strides[axis])
  }

  /// A tensor of zeros of extent `extent` along `axis` with this one at `start`: the adjoint of `sliced`.
  public func embedded(in extent: Int, at start: Int, along axis: Int) -> Tensor {
    let axis = shape.resolved(axis)
    if start < 0 || start + shape[axis] > extent { trap("a tensor of \(shape) at \(start) of \(extent) along axis \(axis)") }
    var whole = shape
    whole[axis] = extent
    var result = Tensor(whole)
    result.replace(along: axis, at: start, with: self)
    return result
  }

  /// Writes `part` over the places from `start` on along an axis.
  public mutating func replace(along axis: Int, at start: Int, with part: Tensor) {
    let axis = shape.resolved(axis)
    var expected = shape
    expected[axis] = part.rank == rank ? part.shape[axis] : 0
    if part.shape != expected || start < 0 || start + expected[axis] > shape[axis] {
      trap("a tensor of \(part.shape) at \(start) along axis \(axis) of one of \(shape)")
    }
    if part.count == 0 { return }
    let strides = Tensor.strides(shape)
    withMutableElements { y in
      guard let y = y.baseAddress else { return }
      withExtendedLifetime(part.storage) {
        Scalar._copyStrided(
          part.shape.array, part.pointer, Tensor.strides(part.shape), y + start * strides[axis], strides, adding: false)
      }
    }
  }

  /// Tensors that agree in all other axes, one after the other along `axis`.
  public static func concatenated(_ parts: [Tensor], along axis: Int = 0) -> Tensor {
    guard let first = parts.first else { trap("the concatenation of no tensors") }
    let axis = first.shape.resolved(axis)
    var whole = first.shape
    whole[axis] = parts.reduce(0) { $0 + $1.shape[axis] }
    var result = Tensor(whole, uninitialised: { _ in })
    var start = 0
    for part in parts {
      result.replace(along: axis, at: start, with: part)
      start += part.shape[axis]
    }
    return result
  }

  /// The sub-tensors at `indices` along the first axis, in that order.
  public func gatheringRows(_ indices: [Int]) -> Tensor {
    if rank == 0 { trap("rows of a scalar") }
    var result = shape
    result[0] = indices.count
    let width = shape.count(of: 1..<rank)
    return Tensor(result) { target in
      withElements { source in
        guard let from = source.baseAddress, let to = target.baseAddress else { return }
        for (position, index) in indices.enumerated() {
          if index < 0 || index >= shape[0] { trap("row \(index) of a tensor of \(shape)") }
          (to + position * width).update(from: from + index * width, count: width)
        }
      }
    }
  }

  /// A tensor of zeros with `rows` rows, to whose row `indices[i]` row i of this one is added: the adjoint of `gatheringRows`.
  public func scatteringRows(_ indices: [Int], into rows: Int) -> Tensor {
    if rank == 0 || shape[0] != indices.count { trap("\(indices.count) indices for the rows of a tensor of \(shape)") }
    var whole = shape
    whole[0] = rows
    let width = shape.count(of: 1..<rank)
    var result = Tensor(whole)
    result.withMutableElements { target in
      guard let to = target.baseAddress else { return }
      for (position, index) in indices.enumerated() {
        if index < 0 || index >= rows { trap("row \(index) of a tensor of \(whole)") }
        Scalar._axpy(1, pointer + position * width, to + index * width, width)
      }
    }
    return result
  }

  /// Element `indices[i]` of row i of a matrix.
  public func picking(_ indices: [Int]) -> Tensor {
    if rank != 2 || shape[0] != indices.count { trap("\(indices.count) indices into the rows of a tensor of \(shape)") }
    return Tensor([indices.count]) { target in
      withElements { source in
        for (row, index) in indices.enumerated() {
          if index < 0 || index >= shape[1] { trap("column \(index) of a tensor of \(shape)") }
          target[row] = source[row * shape[1] + index]
        }
      }
    }
  }

  /// A matrix of zeros but for element i of this vector in column `indices[i]` of row i: the adjoint of `picking`.
  public func placing(_ indices: [Int], columns: Int) -> Tensor {
    if rank != 1 || count != indices.count { trap("\(indices.count) columns for a tensor of \(shape)") }
    var result = Tensor([count, columns])
    result.withMutableElements { target in
      withElements { source in
        for (row, index) in indices.enumerated() {
          if index < 0 || index >= columns { trap("column \(index) of \(columns)") }
          target[row * columns + index] = source[row]
        }
      }
    }
    return result
  }

  /// The rows with a one in the given columns, zeros elsewhere.
  public static func oneHot(_ indices: [Int], classes: Int) -> Tensor {
    Tensor([indices.count], repeating: 1).placing(indices, columns: classes)
  }
}
