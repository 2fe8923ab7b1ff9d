import Testing

@testable import NumericalCore

@Suite struct IterativeSolverTests {
  @Test func conjugateGradientsSolve() throws {
    let a = RandomMatrices.positive(30, 1)
    let b = RandomMatrices.normal(30, 1, 2).elements
    let exact = try Cholesky(a).solve(b)
    var solver = ConjugateGradients(dimension: 30)
    var x = [Double](repeating: 1, count: 30)
    let report = solver.solve(b, into: &x, tolerance: 1e-12, maximumIterations: 400) { x, y in a.multiply(x, into: &y) }
    #expect(report.outcome == .converged && report.residual <= 1e-12)
    #expect(Vector.norm(Vector.subtract(a * x, b)) < 1e-10 * Vector.norm(b))
    #expect(distance(x, exact) < 1e-6 * Vector.maxNorm(exact))
    // A good start ends at once, and so does a right-hand side of zeros.
    #expect(solver.solve(b, into: &x, tolerance: 1e-9) { x, y in a.multiply(x, into: &y) }.iterations == 0)
    #expect(solver.solve([Double](repeating: 0, count: 30), into: &x) { _, _ in }.outcome == .converged)
    #expect(x.allSatisfy { $0 == 0 })
  }

  /// With k different eigenvalues the method ends after k steps; the preconditioner makes them all 1.
  @Test func numbersOfIterations() {
    let diagonal = (0..<50).map { [1.0, 10, 1000][$0 % 3] }
    let b = RandomMatrices.normal(50, 1, 3).elements
    func multiply(_ x: [Double], _ y: inout [Double]) { for i in x.indices { y[i] = diagonal[i] * x[i] } }
    var solver = ConjugateGradients(dimension: 50)
    var x = [Double](repeating: 0, count: 50)
    #expect(solver.solve(b, into: &x, tolerance: 1e-11, multiply: multiply).iterations == 3)
    x = [Double](repeating: 0, count: 50)
    let report = solver.solve(
      b, into: &x, tolerance: 1e-12, preconditioner: { r, z in for i in r.indices { z[i] = r[i] / diagonal[i] } },
      multiply: multiply)
    #expect(report.iterations == 1 && report.outcome == .converged)
  }

  @Test func failuresAreOutcomes() {
    var solver = ConjugateGradients(dimension: 2)
    var x = [0.0, 0.0]
    let indefinite = solver.solve([1, 1], into: &x) { x, y in (y[0], y[1]) = (x[0], -2 * x[1]) }
    #expect(indefinite.outcome == .brokeDown)
    x = [0, 0]
    let limited = solver.solve([1, 1], into: &x, maximumIterations: 1) { x, y in (y[0], y[1]) = (x[0], 9 * x[1]) }
    #expect(limited.outcome == .limitReached && limited.iterations == 1 && x != [0, 0])
    x = [0, 0]
    #expect(solver.solve([1, 1], into: &x) { _, y in y[0] = .nan }.outcome == .notFinite)
  }

  @Test func powerIterationFindsTheLargestModulus() throws {
    let a = RandomMatrices.positive(12, 4) - 3.0 * Matrix.identity(12)
    let result = PowerIteration(start: [Double](repeating: 1, count: 12), tolerance: 1e-9, maximumIterations: 100_000) {
      x, y in a.multiply(x, into: &y)
    }
    let values = try SymmetricEigen.values(of: a)
    #expect(result.outcome == .converged && agree(result.value, values[11], relative: 1e-9))
    #expect(result.residual <= 1e-9 * result.value && agree(Vector.norm(result.vector), 1, relative: 1e-12))
    let flipped = PowerIteration(start: [1, 2], maximumIterations: 50) { x, y in (y[0], y[1]) = (x[0], -x[1]) }
    #expect(flipped.outcome == .limitReached && flipped.iterations == 50)
    #expect(PowerIteration(start: [1, 2]) { _, y in (y[0], y[1]) = (0, 0) }.outcome == .brokeDown)
  }

  @Test(arguments: [Lanczos.End.smallest, .largest]) func lanczosFindsTheEnds(end: Lanczos.End) throws {
    let a = RandomMatrices.symmetric(120, 5)
    let eigen = try SymmetricEigen(a)
    let found = Lanczos(dimension: 120, count: 3, at: end, source: RandomSource(seed: 1, stream: "start")) { x, y in
      a.multiply(x, into: &y)
    }
    #expect(found.outcome == .converged && found.steps < 120)
    for index in 0..<3 {
      let column = end == .smallest ? index : 119 - index
      #expect(agree(found.values[index], eigen.values[column], absolute: 1e-8))
      #expect(distance(found.vectors.column(index), eigen.vectors.column(column)) < 1e-6)
      let v = found.vectors.column(index)
      var residual = a * v
      Vector.axpy(-found.values[index], v, into: &residual)
      #expect(Vector.norm(residual) < found.residuals[index] + 1e-11)
    }
  }

  /// Small spaces: the whole spectrum, an operator with an invariant subspace, a limit that is too low.
  @Test func lanczosAtItsLimits() throws {
    let a = RandomMatrices.symmetric(6, 6)
    let source = RandomSource(seed: 2, stream: "start")
    let all = Lanczos(dimension: 6, count: 6, source: source) { x, y in a.multiply(x, into: &y) }
    #expect(all.outcome == .converged)
    #expect(distance(all.values.reversed(), try SymmetricEigen.values(of: a)) < 1e-12)
    let identity = Lanczos(dimension: 5, count: 3, source: source) { x, y in for i in x.indices { y[i] = x[i] } }
    #expect(identity.outcome == .converged && distance(identity.values, [1, 1, 1]) < 1e-14)
    let big = RandomMatrices.symmetric(60, 7)
    let short = Lanczos(dimension: 60, count: 2, source: source, maximumSteps: 8) { x, y in big.multiply(x, into: &y) }
    #expect(short.outcome == .limitReached && short.steps == 8 && short.values.count == 2)
    #expect(Lanczos(dimension: 2, source: source) { _, y in y[0] = .infinity }.outcome == .notFinite)
  }
}
