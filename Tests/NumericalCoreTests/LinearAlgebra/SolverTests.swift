import Testing

@testable import NumericalCore

@Suite struct SolverTests {
  private func random(_ rows: Int, _ columns: Int, _ seed: Int) -> Matrix {
    var source = RandomSource(key: UInt64(seed), stream: 7)
    return Matrix(rows: rows, columns: columns) { _, _ in source.normal() }
  }

  @Test(arguments: 1...10) func luSolves(size: Int) throws {
    let a = random(size, size, size)
    let b = random(size, 2, size + 20)
    let lu = try LU(a)
    #expect((a * lu.solve(b) - b).frobeniusNorm < 1e-10)
    #expect(agree(lu.solve(b.column(0))[0], lu.solve(b)[0, 0], relative: 1e-9))
  }

  @Test func luDeterminantAndSingularity() throws {
    #expect(agree(try LU(Matrix([[0, 2], [3, 4]])).determinant, -6, relative: 1e-15))
    #expect(throws: LinearAlgebraError.singular(pivot: 1)) { try LU(Matrix([[1, 2], [2, 4]])) }
  }

  @Test(arguments: [(1, 1), (3, 5), (5, 3), (8, 8), (20, 4)]) func svdReconstructs(rows: Int, columns: Int) throws {
    let a = random(rows, columns, 3)
    let svd = try SVD(a)
    #expect((svd.map { $0 } - a).frobeniusNorm < 1e-12 * (1 + a.frobeniusNorm))
    let gram = Matrix.multiply(svd.left, svd.left, transposingLeft: true)
    #expect((gram - .identity(min(rows, columns))).frobeniusNorm < 1e-13)
    #expect(zip(svd.values, svd.values.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(svd.rank() == min(rows, columns))
    #expect(throws: LinearAlgebraError.noConvergence) { try SVD(Matrix([[.nan]])) }
  }

  @Test(arguments: [(1, 1), (5, 3), (8, 8), (30, 4)]) func qrFactorises(rows: Int, columns: Int) throws {
    let a = random(rows, columns, 4)
    let b = random(rows, 1, 5).elements
    let qr = QR(a)
    #expect((qr.orthonormal * qr.upper - a).frobeniusNorm < 1e-12)
    let gram = Matrix.multiply(qr.orthonormal, qr.orthonormal, transposingLeft: true)
    #expect((gram - .identity(columns)).frobeniusNorm < 1e-13)
    #expect(qr.upper.diagonal.allSatisfy { $0 >= 0 })
    let x = try qr.leastSquares(b)
    var gradient = [Double](repeating: 0, count: columns)
    a.multiplyTransposed(Vector.subtract(a * x, b), into: &gradient)
    #expect(Vector.maxNorm(gradient) < 1e-11)
    #expect(Vector.maxNorm(Vector.subtract(try SVD(a).leastSquares(b), x)) < 1e-9)
  }

  @Test func rankDeficientLeastSquares() throws {
    let a = Matrix([[1, 1], [1, 1], [0, 0]])
    #expect(throws: LinearAlgebraError.singular(pivot: 1)) { try QR(a).leastSquares([1, 1, 1]) }
    let x = try SVD(a).leastSquares([1, 1, 1])
    #expect(agree(x[0], 0.5, relative: 1e-14) && agree(x[1], 0.5, relative: 1e-14))
  }

  /// Reference: scipy.linalg.expm (scipy 1.17.1).
  @Test func exponential() throws {
    let a = Matrix([[1, 2, 0], [-3, 0.5, 4], [0, 1, -2]])
    let expected = Matrix([
      [-2.398816993836611, 1.9041012717762462, 2.6112396800068076],
      [-2.856151907664368, -1.5692224717772696, -0.10865697645772009],
      [-0.9792148800025523, -0.027164244114429786, 0.4571178985139105],
    ])
    #expect((try a.exponential() - expected).frobeniusNorm < 1e-13)
    #expect(agree(try (10.0 * a).exponential()[0, 0], -115108.48272267224, relative: 1e-12))
    #expect((try Matrix(rows: 2, columns: 2).exponential() - .identity(2)).frobeniusNorm < 1e-15)
    let nilpotent = try Matrix([[0, 1], [0, 0]]).exponential()
    #expect((nilpotent - Matrix([[1, 1], [0, 1]])).frobeniusNorm < 1e-15)
  }
}
