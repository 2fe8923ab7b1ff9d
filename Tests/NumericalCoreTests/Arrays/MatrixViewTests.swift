import Testing

@testable import NumericalCore

@Suite struct MatrixViewTests {
  @Test func viewsAreTheirElements() {
    let a = Matrix(rows: 5, columns: 7) { Double(10 * $0 + $1) }
    let view = a[rows: 1..<4, columns: 2...]
    #expect(view.rows == 3 && view.columns == 5 && view[0, 0] == 12 && view[2, 4] == 36)
    #expect(Matrix(view.transposed) == Matrix(view).transposed())
    let inner = view.transposed[rows: 2..<4, columns: 1...]
    #expect(Matrix(inner) == Matrix([[24, 34], [25, 35]]))
    #expect(Matrix(inner.transposed) == Matrix([[24, 25], [34, 35]]))
    #expect(Matrix(a[rows: 4...]) == Matrix([a.row(4)]) && Matrix(a[columns: ..<1]).elements == a.column(0))
    #expect(Matrix(a[rows: 2..<2]).rows == 0)
  }

  @Test func aViewKeepsItsElements() {
    var a = Matrix.identity(2)
    let view = a.view
    a[0, 0] = 9
    #expect(view[0, 0] == 1)
  }

  /// All four transpositions, of blocks inside larger matrices, into a block of a larger one.
  @Test(arguments: [false, true], [false, true])
  func productsOfBlocks(left: Bool, right: Bool) {
    let (a, b) = (RandomMatrices.normal(12, 12, 1), RandomMatrices.normal(12, 12, 2))
    let x = left ? a[rows: 2..<7, columns: 3..<6].transposed : a[rows: 3..<6, columns: 2..<7]
    let y = right ? b[rows: 1..<5, columns: 4..<9].transposed : b[rows: 4..<9, columns: 1..<5]
    let product = Matrix(rows: 3, columns: 4) { i, j in (0..<5).reduce(0) { $0 + x[i, $1] * y[$1, j] } }
    #expect(distance(Matrix.multiply(x, y), product) < 1e-13)
    var target = Matrix(rows: 6, columns: 6, repeating: 1)
    Matrix.multiply(x, y, times: 2, keeping: 3, into: &target, row: 1, column: 2)
    var expected = Matrix(rows: 6, columns: 6, repeating: 1)
    expected.setBlock(row: 1, column: 2, to: Matrix(rows: 3, columns: 4) { 2 * product[$0, $1] + 3 })
    #expect(distance(target, expected) < 1e-12)
  }

  @Test func emptyProducts() {
    let a = Matrix(rows: 2, columns: 0)
    #expect(Matrix.multiply(a.view, a.view.transposed) == Matrix(rows: 2, columns: 2))
  }

  @Test func blocksOutOfPlaceTrap() async {
    await #expect(processExitsWith: .failure) { _ = Matrix.identity(3)[rows: 1..<5, columns: 0..<1] }
    await #expect(processExitsWith: .failure) {
      var result = Matrix.identity(3)
      Matrix.multiply(Matrix.identity(2).view, Matrix.identity(2).view, into: &result, row: 2)
    }
  }
}
