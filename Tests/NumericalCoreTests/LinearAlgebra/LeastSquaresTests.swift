import Testing

@testable import NumericalCore

@Suite struct LeastSquaresTests {
  /// Ranks below, at and above the number of unknowns; against the pseudo-inverse.
  @Test(arguments: [(10, 4, 4), (10, 4, 2), (4, 10, 4), (4, 10, 3), (6, 6, 1), (5, 3, 0)])
  func leastNormSolutions(rows: Int, columns: Int, rank: Int) throws {
    let a = RandomMatrices.normal(rows, rank, 1) * RandomMatrices.normal(rank, columns, 2)
    let b = RandomMatrices.normal(rows, 3, 3)
    let fit = try LeastSquares(a, b)
    #expect(fit.rank == rank)
    let inverse = try SVD(a).map { $0 > 1e-10 ? 1 / $0 : 0 }
    // U·f(σ)·Vᵀ is the transpose of the pseudo-inverse.
    #expect(distance(fit.solution, Matrix.multiply(inverse, b, transposingLeft: true)) < 1e-10)
    #expect(fit.singularValues.count == min(rows, columns))
    let residual = Vector.subtract(a * fit.solution.column(2), b.column(2))
    #expect(agree(fit.squaredResiduals[2], Vector.squaredNorm(residual), absolute: 1e-12))
    let one = try LeastSquares(a, b.column(1))
    #expect(distance(one.coefficients, fit.solution.column(1)) < 1e-12)
  }

  @Test func tolerancesCutTheRank() throws {
    let a = Matrix.diagonal([1, 1e-3])
    #expect(try LeastSquares(a, [1, 1]).rank == 2)
    let fit = try LeastSquares(a, [1, 1], tolerance: 1e-2)
    #expect(fit.rank == 1 && distance(fit.coefficients, [1, 0]) < 1e-15)
    #expect(throws: LinearAlgebraError.noConvergence) { try LeastSquares(Matrix([[.nan]]), [1]) }
    #expect(try LeastSquares(Matrix(rows: 2, columns: 0), [3, 4]).squaredResiduals == [25])
  }
}
