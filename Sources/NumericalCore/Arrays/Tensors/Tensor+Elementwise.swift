import Diagnostics

/// Functions of every element.
extension Tensor {
  /// The function `operation` of every element.
  public func map(_ operation: UnaryKernel) -> Tensor {
    Tensor(shape) { target in
      guard let y = target.baseAddress, count > 0 else { return }
      withElements { Scalar._unary(operation, $0.baseAddress ?? pointer, y, count) }
    }
  }

  /// factor·x + shift.
  public func affine(_ factor: Scalar, _ shift: Scalar = 0) -> Tensor {
    Tensor(shape) { target in
      guard let y = target.baseAddress, count > 0 else { return }
      withExtendedLifetime(storage) { Scalar._affine(pointer, factor, shift, y, count) }
    }
  }

  /// min(max(x, low), high).
  public func clamped(_ low: Scalar, _ high: Scalar) -> Tensor {
    Tensor(shape) { target in
      guard let y = target.baseAddress, count > 0 else { return }
      withExtendedLifetime(storage) { Scalar._clamp(pointer, low, high, y, count) }
    }
  }

  /// The function `operation` of two tensors whose shapes broadcast by NumPy's rule.
  public static func combine(_ operation: BinaryKernel, _ a: Tensor, _ b: Tensor) -> Tensor {
    guard let shape = Shape.broadcast(a.shape, b.shape) else {
      trap("\(operation) of tensors of \(a.shape) and \(b.shape)")
    }
    if shape.count == 0 { return Tensor(shape) }
    // The gate has no kernel with its operands exchanged.
    if operation == .gate && a.count != shape.count { return combine(operation, a.broadcast(to: shape), b) }
    guard let (form, rows, columns) = BroadcastForm.matching(a.shape, b.shape, shape) else {
      return combine(operation, a.broadcast(to: shape), b.broadcast(to: shape))
    }
    return Tensor(shape) { target in
      guard let z = target.baseAddress else { return }
      withExtendedLifetime((a.storage, b.storage)) {
        Scalar._binary(operation, form, a.pointer, b.pointer, z, rows, columns)
      }
    }
  }

  public static func + (a: Tensor, b: Tensor) -> Tensor { combine(.add, a, b) }
  public static func - (a: Tensor, b: Tensor) -> Tensor { combine(.subtract, a, b) }
  public static func * (a: Tensor, b: Tensor) -> Tensor { combine(.multiply, a, b) }
  public static func / (a: Tensor, b: Tensor) -> Tensor { combine(.divide, a, b) }
  public static func * (a: Scalar, b: Tensor) -> Tensor { b.affine(a) }
  public static prefix func - (a: Tensor) -> Tensor { a.map(.negate) }

  /// self ← self + factor·other, of the same shape, in place.
  public mutating func add(_ other: Tensor, times factor: Scalar = 1) {
    if shape != other.shape { trap("a tensor of \(shape) plus one of \(other.shape)") }
    if count == 0 { return }
    if factor == 1 && !isKnownUniquelyReferenced(&storage) {
      // One pass instead of a copy and a sum.
      self = self + other
      return
    }
    withMutableElements { y in
      guard let y = y.baseAddress else { return }
      withExtendedLifetime(other.storage) { Scalar._axpy(factor, other.pointer, y, other.count) }
    }
  }

  /// self ← operation(self), in place.
  public mutating func apply(_ operation: UnaryKernel) {
    if count == 0 { return }
    withMutableElements { y in
      if let p = y.baseAddress { Scalar._unary(operation, UnsafePointer(p), p, y.count) }
    }
  }

  /// self ← factor·self, in place.
  public mutating func scale(by factor: Scalar) {
    if count == 0 { return }
    withMutableElements { y in
      if let p = y.baseAddress { Scalar._affine(UnsafePointer(p), factor, 0, p, y.count) }
    }
  }

  /// ⟨x, y⟩ over all elements, of tensors of the same shape.
  public static func dot(_ a: Tensor, _ b: Tensor) -> Scalar {
    if a.shape != b.shape { trap("the inner product of tensors of \(a.shape) and \(b.shape)") }
    if a.count == 0 { return 0 }
    return withExtendedLifetime((a.storage, b.storage)) { Scalar._dot(a.pointer, b.pointer, a.count) }
  }

  /// The Euclidean norm of all elements.
  public var norm: Scalar { Tensor.dot(self, self).squareRoot() }

  /// Whether every element is finite.
  public var isFinite: Bool {
    // Large numbers have an infinite sum of squares, too.
    Tensor.dot(self, self).isFinite || withElements { $0.allSatisfy { $0.isFinite } }
  }

  /// The same numbers in another precision.
  public func converted<Other: TensorScalar>(to type: Other.Type) -> Tensor<Other> {
    Tensor<Other>(shape) { target in
      withElements { source in for index in source.indices { target[index] = Other(source[index]) } }
    }
  }
}

extension BroadcastForm {
  /// The simple form in which shapes `a` and `b` meet, if there is one, and the [rows × columns] it sees the result as.
  static func matching(_ a: Shape, _ b: Shape, _ result: Shape) -> (form: BroadcastForm, rows: Int, columns: Int)? {
    let count = result.count
    if a == b || (a.count == count && b.count == count) { return (.same, 1, count) }
    if b.count == 1 { return (.rightScalar, 1, count) }
    if a.count == 1 { return (.leftScalar, 1, count) }
    if a.count == count, let (form, columns) = repeated(b, in: result) {
      return (form == .row ? .rightRow : .rightColumn, count / columns, columns)
    }
    if b.count == count, let (form, columns) = repeated(a, in: result) {
      return (form == .row ? .leftRow : .leftColumn, count / columns, columns)
    }
    return nil
  }

  private enum Part { case row, column }

  /// Whether `part` is the trailing axes of `whole` (a row) or its leading ones with 1 after them (a column).
  private static func repeated(_ part: Shape, in whole: Shape) -> (Part, columns: Int)? {
    let shift = whole.rank - part.rank
    func extent(_ axis: Int) -> Int { axis < shift ? 1 : part[axis - shift] }
    let axes = 0..<whole.rank
    if let first = axes.first(where: { extent($0) != 1 }),
      (first..<whole.rank).allSatisfy({ extent($0) == whole[$0] })
    {
      return (.row, part.count)
    }
    if let last = axes.last(where: { extent($0) != 1 }), (0...last).allSatisfy({ extent($0) == whole[$0] }) {
      return (.column, whole.count / part.count)
    }
    return nil
  }
}
