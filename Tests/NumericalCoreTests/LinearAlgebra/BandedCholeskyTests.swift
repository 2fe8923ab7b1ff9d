import Testing

@testable import NumericalCore

@Suite struct BandedCholeskyTests {
  @Test(arguments: [(1, 0), (5, 1), (12, 3), (4, 3), (40, 2)]) func agreesWithTheDenseOne(size: Int, bandwidth: Int) throws {
    var dense = Matrix(rows: size, columns: size)
    var diagonals = Matrix(rows: size, columns: bandwidth + 1, repeating: .nan)
    var source = RandomSource(key: UInt64(size), stream: 1)
    for j in 0..<size {
      for d in 0...bandwidth where j + d < size {
        let value = d == 0 ? 2 * Double(bandwidth) + 1 : source.uniform()
        (dense[j, j + d], dense[j + d, j], diagonals[j, d]) = (value, value, value)
      }
    }
    let b = source.normals(size)
    #expect(distance(try BandedCholesky(diagonals: diagonals).solve(b), try Cholesky(dense).solve(b)) < 1e-12)
  }

  @Test func namesThePivot() {
    #expect(throws: LinearAlgebraError.notPositiveDefinite(pivot: 1)) {
      try BandedCholesky(diagonals: Matrix([[1, 2], [1, 0]]))
    }
    #expect(throws: LinearAlgebraError.notPositiveDefinite(pivot: 0)) { try BandedCholesky(diagonals: Matrix([[.nan]])) }
  }
}
