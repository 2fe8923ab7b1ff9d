import Testing

@testable import NumericalCore

@Suite struct TriangularTests {
  /// The triangle of a matrix as a matrix of its own.
  private func triangle(_ a: Matrix, _ triangle: Triangle, unit: Bool) -> Matrix {
    Matrix(rows: a.rows, columns: a.columns) { i, j in
      if i == j { return unit ? 1 : a[i, j] }
      return (triangle == .lower) == (i > j) ? a[i, j] : 0
    }
  }

  @Test(arguments: [Triangle.lower, .upper], [false, true]) func everyVariant(which: Triangle, transposing: Bool) {
    for unit in [false, true] {
      var a = RandomMatrices.normal(6, 6, 3)
      a.addToDiagonal(4)
      let part = triangle(a, which, unit: unit)
      let effective = transposing ? part.transposed() : part
      let b = RandomMatrices.normal(6, 3, 4)
      var x = b
      a.solveTriangular(which, transposing: transposing, unitDiagonal: unit, into: &x)
      #expect(distance(effective * x, b) < 1e-10)
      var y = b.transposed()
      a.solveTriangular(which, side: .right, transposing: transposing, unitDiagonal: unit, into: &y)
      #expect(distance(y * effective, b.transposed()) < 1e-10)
      var z = b.column(1)
      a.solveTriangular(which, transposing: transposing, unitDiagonal: unit, into: &z)
      #expect(distance(z, x.column(1)) < 1e-12)
    }
  }

  @Test func choleskyTakesOverTheStorage() throws {
    var a = RandomMatrices.positive(40, 1)
    let before = a.withUnsafeElements { $0.baseAddress }
    let factor = try Cholesky(consume a)
    #expect(factor.lower.withUnsafeElements { $0.baseAddress } == before)
    a = RandomMatrices.positive(40, 1)
    let b = RandomMatrices.normal(40, 2, 2)
    var x = RandomMatrices.normal(40, 2, 2)
    let address = x.withUnsafeElements { $0.baseAddress }
    factor.solve(into: &x)
    #expect(x.withUnsafeElements { $0.baseAddress } == address)
    #expect(distance(a * x, b) < 1e-8)
    #expect(distance(a * factor.inverse(), .identity(40)) < 1e-9)
    var again = a
    try again.factorizeByCholesky()
    #expect(again == factor.lower)
  }

  @Test func luInverseAndDeterminant() throws {
    for size in [1, 2, 7, 40] {
      let a = RandomMatrices.normal(size, size, size)
      let lu = try LU(a)
      #expect(distance(a * lu.inverse(), .identity(size)) < 1e-9)
      var x = RandomMatrices.normal(size, 2, 1)
      let b = x
      lu.solveTransposed(into: &x)
      #expect(distance(a.transposed() * x, b) < 1e-9)
      let (log, sign) = lu.logDeterminant
      #expect(agree(sign * Elementary.exp(log), lu.determinant, relative: 1e-12))
    }
    let huge = try LU(1e200 * Matrix([[0, 1], [1, 0]]))
    #expect(huge.determinant == -.infinity && huge.logDeterminant.sign == -1)
    #expect(agree(huge.logDeterminant.logMagnitude, 400 * Elementary.log(10), relative: 1e-14))
    #expect(throws: LinearAlgebraError.self) { try LU(Matrix([[.nan]])) }
  }
}
