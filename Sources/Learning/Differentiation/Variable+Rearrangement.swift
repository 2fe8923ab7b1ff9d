import Diagnostics
import NumericalCore

/// The same elements in another shape, order or place.
extension Variable {
  /// The same elements under another shape of as many.
  public func reshaped(to target: Shape) -> Variable {
    if target == shape { return self }
    return .recorded(value.reshaped(to: target), from: self) { pass in
      // A per-example gradient never arrives here: it is collected at the leaf itself.
      [pass.gradient.reshaped(to: shape)]
    }
  }

  /// One axis for the first, one for all the others.
  public func flattenedRows() -> Variable { reshaped(to: [shape[0], shape.count(of: 1..<rank)]) }

  /// The axes in another order: axis i of the result is axis `axes[i]`.
  public func permuted(_ axes: [Int]) -> Variable {
    .recorded(value.permuted(axes), from: self) { pass in
      var inverse = axes
      for (position, axis) in axes.enumerated() { inverse[axis] = position }
      return [pass.gradient.permuted(inverse)]
    }
  }

  /// The last two axes exchanged.
  public func transposed() -> Variable {
    var axes = Array(0..<rank)
    if rank < 2 { trap("the transpose of a variable of \(shape)") }
    axes.swapAt(rank - 1, rank - 2)
    return permuted(axes)
  }

  /// The part `range` of an axis.
  public func sliced(_ range: Range<Int>, along axis: Int = 0) -> Variable {
    let axis = shape.resolved(axis)
    return .recorded(value.sliced(range, along: axis), from: self) { pass in
      [pass.gradient.embedded(in: shape[axis], at: range.lowerBound, along: axis)]
    }
  }

  /// Zeros of extent `extent` along an axis, with this variable at `start`.
  public func embedded(in extent: Int, at start: Int, along axis: Int) -> Variable {
    let axis = shape.resolved(axis)
    return .recorded(value.embedded(in: extent, at: start, along: axis), from: self) { pass in
      [pass.gradient.sliced(start..<(start + shape[axis]), along: axis)]
    }
  }

  /// Variables that agree in all other axes, one after the other along an axis.
  public static func concatenated(_ parts: [Variable], along axis: Int = 0) -> Variable {
    guard let first = parts.first else { trap("the concatenation of no variables") }
    let axis = first.shape.resolved(axis)
    return .recorded(Tensor.concatenated(parts.map { $0.value }, along: axis), from: parts) { pass in
      var start = 0
      return parts.enumerated().map { index, part in
        let range = start..<(start + part.shape[axis])
        start = range.upperBound
        return pass.needs(index) ? pass.gradient.sliced(range, along: axis) : nil
      }
    }
  }

  /// The sub-tensors at `indices` along the first axis: a look-up in a table of embeddings.
  public func gatheringRows(_ indices: [Int]) -> Variable {
    .recorded(value.gatheringRows(indices), from: self) { pass in
      guard let examples = pass.examples(forLeaf: 0) else {
        return [pass.gradient.scatteringRows(indices, into: shape[0])]
      }
      return [pass.gradient.scatteringRowsPerExample(indices, into: shape[0], examples: examples)]
    }
  }

  /// Zeros, to whose row `indices[i]` row i is added.
  public func scatteringRows(_ indices: [Int], into rows: Int) -> Variable {
    .recorded(value.scatteringRows(indices, into: rows), from: self) { [$0.gradient.gatheringRows(indices)] }
  }

  private func scatteringRowsPerExample(_ indices: [Int], into rows: Int, examples: Int) -> Variable {
    let each = indices.count / examples
    if each * examples != indices.count { trap("\(indices.count) rows gathered for \(examples) examples") }
    let shifted = indices.enumerated().map { $0 / each * rows + $1 }
    var whole = shape.inserting(examples, at: 0)
    whole[1] = rows
    return scatteringRows(shifted, into: rows * examples).reshaped(to: whole)
  }

  /// Element `indices[i]` of row i of a matrix.
  public func picking(_ indices: [Int]) -> Variable {
    .recorded(value.picking(indices), from: self) { [$0.gradient.placing(indices, columns: shape[1])] }
  }

  /// A matrix of zeros but for element i of this vector in column `indices[i]` of row i.
  public func placing(_ indices: [Int], columns: Int) -> Variable {
    .recorded(value.placing(indices, columns: columns), from: self) { [$0.gradient.picking(indices)] }
  }
}
