import Diagnostics
import NumericalCore

/// Sums, means and extremes, and their adjoints.
extension Variable {
  /// The sum over the axes that broadcasting from `target` added or repeated.
  public func summed(to target: Shape) -> Variable {
    if target == shape { return self }
    return .recorded(value.summed(to: target), from: self) { [$0.gradient.broadcast(to: shape)] }
  }

  /// Repeats to a larger shape by NumPy's rule.
  public func broadcast(to target: Shape) -> Variable {
    if target == shape { return self }
    return .recorded(value.broadcast(to: target), from: self) { [$0.gradient.summed(to: shape)] }
  }

  /// The sum of all elements, of no axes.
  public func sum() -> Variable {
    .recorded(Tensor(scalar: value.sum()), from: self) { [$0.gradient.broadcast(to: shape)] }
  }

  /// The mean of all elements, of no axes.
  public func mean() -> Variable { sum().scaled(by: 1 / Scalar(count)) }

  /// The sums along an axis.
  public func sum(along axis: Int, keepingAxis: Bool = false) -> Variable {
    let axis = shape.resolved(axis)
    return .recorded(value.sum(along: axis, keepingAxis: keepingAxis), from: self) { pass in
      var kept = shape
      kept[axis] = 1
      return [pass.gradient.reshaped(to: kept).broadcast(to: shape)]
    }
  }

  /// The means along an axis.
  public func mean(along axis: Int, keepingAxis: Bool = false) -> Variable {
    sum(along: axis, keepingAxis: keepingAxis).scaled(by: 1 / Scalar(shape[axis]))
  }

  /// The largest elements along an axis; equal ones share the gradient.
  public func max(along axis: Int, keepingAxis: Bool = false) -> Variable {
    let axis = shape.resolved(axis)
    let kept = value.reduced(.maximum, along: axis, keepingAxis: true)
    let result = keepingAxis ? kept : kept.reshaped(to: shape.removing(axis))
    return .recorded(result, from: self) { pass in
      let below = (value - kept).map(.sign)  // 0 at the largest, else −1
      let largest = below.affine(1, 1)
      let share = largest / largest.sum(along: axis, keepingAxis: true)
      return [pass.gradient.reshaped(to: kept.shape) * Variable(share)]
    }
  }

  /// ⟨a, b⟩ over all elements, of no axes.
  public static func dot(_ a: Variable, _ b: Variable) -> Variable {
    .recorded(Tensor(scalar: Tensor.dot(a.value, b.value)), from: a, b) { pass in
      [pass.needs(0) ? pass.gradient * pass(b) : nil, pass.needs(1) ? pass.gradient * pass(a) : nil]
    }
  }

  /// The Euclidean norms of the flattened sub-tensors along the first axis, `[first axis]`.
  public func normsOfRows() -> Variable { flattenedRows().square().sum(along: 1).squareRoot() }
}
