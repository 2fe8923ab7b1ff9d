import Testing

@testable import NumericalCore

@Suite struct MatrixTests {
  private func random(_ rows: Int, _ columns: Int, _ seed: UInt64) -> Matrix {
    var source = RandomSource(key: seed, stream: 0)
    return Matrix(rows: rows, columns: columns) { _, _ in source.normal() }
  }

  @Test func productsAgreeWithSums() {
    for (m, k, n) in [(1, 1, 1), (2, 3, 4), (5, 1, 7), (17, 9, 3), (40, 30, 20), (3, 0, 2)] {
      let (a, b) = (random(m, k, 1), random(k, n, 2))
      let product = Matrix(rows: m, columns: n) { i, j in (0..<k).reduce(0) { $0 + a[i, $1] * b[$1, j] } }
      #expect((a * b - product).frobeniusNorm < 1e-12)
      let (at, bt) = (a.transposed(), b.transposed())
      #expect((Matrix.multiply(at, b, transposingLeft: true) - product).frobeniusNorm < 1e-12)
      #expect((Matrix.multiply(a, bt, transposingRight: true) - product).frobeniusNorm < 1e-12)
      #expect((Matrix.multiply(at, bt, transposingLeft: true, transposingRight: true) - product).frobeniusNorm < 1e-12)
      var kept = product
      Matrix.multiply(a, b, times: 2, keeping: -1, into: &kept)
      #expect((kept - product).frobeniusNorm < 1e-12)
    }
  }

  @Test func vectorProductsAgreeWithSums() {
    for (m, n) in [(1, 1), (3, 5), (40, 100), (64, 64)] {
      let a = random(m, n, 3)
      let x = random(n, 1, 4).elements
      let z = random(m, 1, 5).elements
      #expect(Vector.maxNorm(Vector.subtract(a * x, (0..<m).map { Vector.dot(a.row($0), x) })) < 1e-12)
      var y = [Double](repeating: 7, count: n)
      a.multiplyTransposed(z, into: &y)
      #expect(Vector.maxNorm(Vector.subtract(y, (0..<n).map { Vector.dot(a.column($0), z) })) < 1e-12)
    }
  }

  @Test func rowsColumnsAndSelections() {
    let a = Matrix([[1, 2, 3], [4, 5, 6]])
    #expect(a.row(1) == [4, 5, 6] && a.column(2) == [3, 6] && a.diagonal == [1, 5] && a.trace == 6)
    #expect(a.transposed() == Matrix([[1, 4], [2, 5], [3, 6]]))
    #expect(a.selectingColumns([2, 0]) == Matrix([[3, 1], [6, 4]]))
    #expect(a.selectingRows([1]) == Matrix([[4, 5, 6]]))
    #expect(2 * a - a == a && a + a == 2 * a)
    #expect(Matrix.identity(2) * a == a)
    #expect(a.shape == "2 × 3")
  }

  @Test func shapeMistakesTrapWithBothShapes() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix(rows: 2, columns: 3) * Matrix(rows: 2, columns: 3)
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("product of 2 × 3 and 2 × 3 into 2 × 3"))
  }
}
