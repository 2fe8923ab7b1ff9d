import Testing

@testable import NumericalCore

@Suite struct MatrixEquationTests {
  @Test(arguments: [(1, 1), (3, 5), (5, 2), (20, 20)]) func sylvester(m: Int, n: Int) throws {
    let (a, b, c) = (RandomMatrices.normal(m, m, 1), RandomMatrices.normal(n, n, 2), RandomMatrices.normal(m, n, 3))
    let x = try MatrixEquation.sylvester(a, b, c)
    #expect(distance(a * x + x * b, c) < 1e-8)
  }

  @Test(arguments: [1, 2, 7, 30]) func lyapunov(size: Int) throws {
    var a = RandomMatrices.normal(size, size, 4)
    a.addToDiagonal(-12)
    for q in [RandomMatrices.positive(size, 5), RandomMatrices.normal(size, size, 6)] {
      let x = try MatrixEquation.lyapunov(a, q)
      #expect((a * x + Matrix.multiply(x, a, transposingRight: true) + q).frobeniusNorm < 1e-10)
    }
  }

  @Test(arguments: [1, 3, 20]) func stein(size: Int) throws {
    let a = RandomMatrices.normal(size, size, 7)
    let stable = (0.95 / (try GeneralEigen.spectralRadius(of: a))) * a
    let q = RandomMatrices.positive(size, 8)
    let x = try MatrixEquation.stein(stable, q)
    #expect(distance(x, Matrix.multiply(stable * x, stable, transposingRight: true) + q) < 1e-10 * x.frobeniusNorm)
  }

  @Test func equationsWithoutSolutions() {
    let a = Matrix([[0, 1], [-1, 0]])
    #expect(throws: LinearAlgebraError.singularEquation) { try MatrixEquation.lyapunov(a, .identity(2)) }
    #expect(throws: LinearAlgebraError.singularEquation) {
      try MatrixEquation.sylvester(Matrix([[2]]), Matrix([[-2]]), Matrix([[1]]))
    }
    #expect(throws: LinearAlgebraError.unstable) { try MatrixEquation.stein(a, .identity(2)) }
    #expect(throws: LinearAlgebraError.unstable) { try MatrixEquation.stein(Matrix([[1.5]]), Matrix([[1]])) }
  }
}
