import Testing

@testable import NumericalCore

@Suite struct MatrixBlocksTests {
  @Test func rowsAndColumnsAreWritten() {
    var a = Matrix(rows: 2, columns: 3)
    a.setRow(1, to: [1, 2, 3])
    a.setColumn(0, to: [7, 8])
    #expect(a == Matrix([[7, 0, 0], [8, 2, 3]]))
    #expect(a.withUnsafeRow(1) { Vector.sum($0) } == 13)
    a.withUnsafeMutableRow(0) { $0[2] = 5 }
    #expect(a[0, 2] == 5)
    #expect(Matrix.stacked([a, Matrix([[1, 1, 1]])]).rows == 3)
    #expect(Matrix.beside([a, Matrix([[9], [10]])]) == Matrix([[7, 0, 5, 9], [8, 2, 3, 10]]))
  }

  /// (A ⊗ B)(x ⊗ y) = Ax ⊗ By.
  @Test func kroneckerProductActsOnProducts() {
    let (a, b) = (RandomMatrices.normal(2, 3, 1), RandomMatrices.normal(4, 2, 2))
    let (x, y) = (RandomMatrices.normal(3, 1, 3), RandomMatrices.normal(2, 1, 4))
    #expect(Matrix.kronecker(a, b).rows == 8)
    #expect(distance(Matrix.kronecker(a, b) * Matrix.kronecker(x, y), Matrix.kronecker(a * x, b * y)) < 1e-13)
    #expect(Matrix.kronecker(Matrix([[1, 2]]), Matrix([[1], [10]])) == Matrix([[1, 2], [10, 20]]))
  }

  @Test(arguments: [1, 5, 31, 32, 33, 100]) func symmetricProducts(size: Int) {
    let a = RandomMatrices.normal(size, 7, size)
    let outer = Matrix.symmetricProduct(a)
    #expect(distance(outer, a * a.transposed()) < 1e-12 && outer == outer.transposed())
    let inner = Matrix.symmetricProduct(a, transposingLeft: true)
    #expect(distance(inner, a.transposed() * a) < 1e-11)
    var kept = outer
    Matrix.symmetricProduct(a, times: -1, keeping: 1, into: &kept)
    #expect(kept.frobeniusNorm < 1e-12)
  }

  @Test(arguments: [(1, 1), (3, 100), (33, 65), (64, 31), (1, 9), (0, 4)]) func transposes(rows: Int, columns: Int) {
    let a = Matrix(rows: rows, columns: columns) { Double(1000 * $0 + $1) }
    #expect(a.transposed() == Matrix(rows: columns, columns: rows) { Double(1000 * $1 + $0) })
  }

  @Test func changesInPlace() {
    var a = Matrix([[1, 2], [3, 4]])
    a.addToDiagonal(10)
    a.addOuterProduct([1, 2], [3, 5], times: 2)
    #expect(a == Matrix([[17, 12], [15, 34]]))
    a.copyLowerTriangle()
    #expect(a == Matrix([[17, 15], [15, 34]]))
  }

  @Test func batchedProducts() {
    let a = MatrixBatch((0..<5).map { RandomMatrices.normal(3, 4, $0) })
    let b = MatrixBatch((0..<5).map { RandomMatrices.normal(4, 2, $0 + 9) })
    var c = MatrixBatch(count: 5, rows: 3, columns: 2, repeating: 1)
    MatrixBatch.multiply(a, b, times: 2, keeping: -1, into: &c)
    let ones = Matrix(rows: 3, columns: 2, repeating: 1)
    for i in 0..<5 { #expect(distance(c[i], 2 * (a[i] * b[i]) - ones) < 1e-13) }
    let at = MatrixBatch((0..<5).map { a[$0].transposed() })
    let bt = MatrixBatch((0..<5).map { b[$0].transposed() })
    var d = MatrixBatch(count: 5, rows: 3, columns: 2)
    MatrixBatch.multiply(at, bt, transposingLeft: true, transposingRight: true, into: &d)
    for i in 0..<5 { #expect(distance(d[i], a[i] * b[i]) < 1e-13) }
    MatrixBatch.multiply(a, b[3], into: &d)
    for i in 0..<5 { #expect(distance(d[i], a[i] * b[3]) < 1e-13) }
  }
}
