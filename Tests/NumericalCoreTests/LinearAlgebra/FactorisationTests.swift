import Testing

@testable import NumericalCore

@Suite struct FactorisationTests {
  func random(_ rows: Int, _ columns: Int, _ seed: Int) -> Matrix {
    var source = RandomSource(key: UInt64(seed), stream: 99)
    return Matrix(rows: rows, columns: columns) { _, _ in source.normal() }
  }

  func positive(_ size: Int, _ seed: Int) -> Matrix {
    let a = random(size, size + 2, seed)
    return Matrix.multiply(a, a, transposingRight: true)
  }

  @Test(arguments: 1...12) func choleskySolves(size: Int) throws {
    let a = positive(size, size)
    let factor = try Cholesky(a)
    #expect((Matrix.multiply(factor.lower, factor.lower, transposingRight: true) - a).frobeniusNorm < 1e-12 * a.frobeniusNorm)
    let b = random(size, 3, size + 50)
    #expect((a * factor.solve(b) - b).frobeniusNorm < 1e-8)
    #expect(Vector.maxNorm(Vector.subtract(factor.solve(b.column(1)), factor.solve(b).column(1))) < 1e-12 * 1e4)
  }

  @Test func choleskyNamesThePivot() {
    #expect(throws: LinearAlgebraError.notPositiveDefinite(pivot: 1)) { try Cholesky(Matrix([[1, 2], [2, 1]])) }
    #expect(throws: LinearAlgebraError.notPositiveDefinite(pivot: 0)) { try Cholesky(Matrix([[.nan]])) }
  }

  @Test func logDeterminantOfADiagonal() throws {
    #expect(abs(try Cholesky(.diagonal([2, 3, 4])).logDeterminant - 3.1780538303479458) < 1e-14)
  }

  @Test(arguments: 1...12) func symmetricEigen(size: Int) throws {
    let a = positive(size, size)
    let eigen = try SymmetricEigen(a)
    #expect((eigen.map { $0 } - a).frobeniusNorm < 1e-12 * a.frobeniusNorm)
    let gram = Matrix.multiply(eigen.vectors, eigen.vectors, transposingLeft: true)
    #expect((gram - .identity(size)).frobeniusNorm < 1e-12)
    #expect(eigen.values == eigen.values.sorted())
    let alone = try SymmetricEigen.values(of: a)
    #expect(Vector.maxNorm(Vector.subtract(alone, eigen.values)) < 1e-11 * a.frobeniusNorm)
  }

  @Test func pseudoInverseOfALaplacian() throws {
    let path = Matrix([[1, -1, 0], [-1, 2, -1], [0, -1, 1]])
    let inverse = try path.symmetricPseudoInverse()
    #expect((path * inverse * path - path).frobeniusNorm < 1e-13)
    #expect(Vector.maxNorm(inverse * [1, 1, 1]) < 1e-14)
  }
}
