import COpenBLAS
import Diagnostics

/// Symmetric matrices: products of a matrix with its own transpose, and small changes in place.
extension Matrix {
  /// A·Aᵀ, or Aᵀ·A, exactly symmetric.
  /// - Parameter transposingLeft: whether the left factor is the transposed one: Aᵀ·A.
  /// - Complexity: half the operations of the general product.
  public static func symmetricProduct(_ a: Matrix, transposingLeft: Bool = false) -> Matrix {
    let size = transposingLeft ? a.columns : a.rows
    var result = Matrix(rows: size, columns: size)
    symmetricProduct(a, transposingLeft: transposingLeft, into: &result)
    return result
  }

  /// result ← factor·A·Aᵀ + keep·result (or with Aᵀ·A), for a symmetric result, without allocating.
  ///
  /// Of the old result only the lower triangle is read; both are written.
  public static func symmetricProduct(
    _ a: Matrix, transposingLeft: Bool = false, times factor: Double = 1, keeping keep: Double = 0,
    into result: inout Matrix
  ) {
    let (size, inner) = transposingLeft ? (a.columns, a.rows) : (a.rows, a.columns)
    if result.rows != size || result.columns != size {
      trap("symmetricProduct of \(a.shape)\(transposingLeft ? ", transposed," : "") into \(result.shape)")
    }
    if size == 0 { return }
    if inner == 0 { return Vector.scale(&result.elements, by: keep) }
    BLAS.prepare()
    result.elements.withUnsafeMutableBufferPointer { c in
      a.elements.withUnsafeBufferPointer { a1 in
        cblas_dsyrk(
          CblasRowMajor, CblasLower, transposingLeft ? CblasTrans : CblasNoTrans, blasint(size), blasint(inner), factor,
          a1.baseAddress, blasint(a.columns), keep, c.baseAddress, blasint(size))
      }
    }
    result.copyLowerTriangle()
  }

  /// Writes the lower triangle of a square matrix over its upper one.
  /// - Complexity: O(n²).
  public mutating func copyLowerTriangle() {
    if !isSquare { trap("copyLowerTriangle of a matrix of \(shape)") }
    let size = rows
    elements.withUnsafeMutableBufferPointer { c in
      for columnStart in stride(from: 0, to: size, by: Self.tile) {
        let columnEnd = min(columnStart &+ Self.tile, size)
        for rowStart in stride(from: columnStart, to: size, by: Self.tile) {
          let rowEnd = min(rowStart &+ Self.tile, size)
          for j in columnStart..<columnEnd {
            for i in max(rowStart, j)..<max(rowEnd, j) { c[j &* size &+ i] = c[i &* size &+ j] }
          }
        }
      }
    }
  }

  /// Adds `value` to every diagonal element of a square matrix.
  public mutating func addToDiagonal(_ value: Double) {
    if !isSquare { trap("addToDiagonal of a matrix of \(shape)") }
    for index in 0..<rows { elements[index * (columns + 1)] += value }
  }

  /// self ← self + factor·x·yᵀ.
  /// - Complexity: O(rows · columns).
  public mutating func addOuterProduct(_ x: [Double], _ y: [Double], times factor: Double = 1) {
    if x.count != rows || y.count != columns { trap("addOuterProduct: \(x.count) × \(y.count) to \(shape)") }
    let width = columns
    elements.withUnsafeMutableBufferPointer { c in
      y.withUnsafeBufferPointer { y in
        for i in x.indices {
          Vector.axpy(factor * x[i], y, into: UnsafeMutableBufferPointer(rebasing: c[(i * width)..<((i + 1) * width)]))
        }
      }
    }
  }
}
