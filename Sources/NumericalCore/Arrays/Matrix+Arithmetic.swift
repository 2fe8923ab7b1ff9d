import Diagnostics

extension Matrix {
  /// The sum of two matrices of the same shape.
  public static func + (a: Matrix, b: Matrix) -> Matrix { combine(a, b, "+", +) }

  /// The difference of two matrices of the same shape.
  public static func - (a: Matrix, b: Matrix) -> Matrix { combine(a, b, "−", -) }

  /// The matrix with every element multiplied by `factor`.
  public static func * (factor: Double, a: Matrix) -> Matrix {
    var result = a
    Vector.scale(&result.elements, by: factor)
    return result
  }

  /// a ← a + b.
  public static func += (a: inout Matrix, b: Matrix) { a.add(b) }

  /// self ← self + factor·other, for a matrix of the same shape.
  public mutating func add(_ other: Matrix, times factor: Double = 1) {
    if rows != other.rows || columns != other.columns { trap("add: matrices of \(shape) and \(other.shape)") }
    Vector.axpy(factor, other.elements, into: &elements)
  }

  private static func combine(_ a: Matrix, _ b: Matrix, _ name: String, _ operation: (Double, Double) -> Double)
    -> Matrix
  {
    if a.rows != b.rows || a.columns != b.columns { trap("matrices of \(a.shape) \(name) \(b.shape)") }
    return Matrix(rows: a.rows, columns: a.columns, elements: zip(a.elements, b.elements).map(operation))
  }
}
