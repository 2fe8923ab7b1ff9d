import Testing

@testable import NumericalCore

@Suite struct ProximalGradientTests {
  private let design = RandomMatrices.normal(30, 50, 11)
  private let targets = RandomMatrices.normal(30, 1, 12).elements

  private func solve(_ momentum: ProximalGradient.Momentum, iterations: Int, tolerance: Double = 1e-9) throws
    -> (report: ProximalGradient.Report, x: [Double])
  {
    let smoothness = try design.spectralNorm() * design.spectralNorm()
    var method = ProximalGradient(dimension: 50)
    var x = [Double](repeating: 0, count: 50)
    var residual = targets
    let report = method.minimize(
      &x, stepSize: 1 / smoothness, momentum: momentum, tolerance: tolerance, maximumIterations: iterations,
      gradient: { x, g in
        design.multiply(x, into: &residual)
        Vector.axpy(-1, targets, into: &residual)
        design.multiplyTransposed(residual, into: &g)
      }, prox: { Proximal.l1Norm(&$0, threshold: 2 * $1) })
    return (report, x)
  }

  /// Every momentum reaches the solution that coordinate descent proves by its duality gap.
  @Test(arguments: [ProximalGradient.Momentum.none, .accelerated, .restarted])
  func lasso(momentum: ProximalGradient.Momentum) throws {
    let exact = Lasso(design: design, targets: targets).solve(penalty: 2, tolerance: 1e-14)
    let (report, x) = try solve(momentum, iterations: 200_000)
    #expect(report.outcome == .converged && report.gradientMapping <= 1e-9)
    #expect(distance(x, exact.coefficients) < 1e-6)
    #expect((report.restarts > 0) == (momentum == .restarted))
  }

  @Test func accelerationPays() throws {
    let plain = try solve(.none, iterations: 200_000).report.iterations
    let restarted = try solve(.restarted, iterations: 200_000).report.iterations
    #expect(restarted * 3 < plain)
  }

  @Test func stronglyConvexRate() {
    // f = ½(x₀² + 0.01·x₁²): the error falls at least by 1 − √q = 0.9 an iteration.
    func run(_ momentum: ProximalGradient.Momentum) -> ProximalGradient.Report {
      var method = ProximalGradient(dimension: 2)
      var x = [1.0, 1.0]
      return method.minimize(
        &x, stepSize: 1, momentum: momentum, tolerance: 1e-10,
        gradient: { x, g in (g[0], g[1]) = (x[0], 0.01 * x[1]) }, prox: { _, _ in })
    }
    let fast = run(.stronglyConvex(convexity: 0.01))
    #expect(fast.outcome == .converged && fast.iterations < 260)
    #expect(run(.none).iterations > 1500)
  }

  @Test func endings() throws {
    #expect(try solve(.accelerated, iterations: 3).report.outcome == .limitReached)
    var method = ProximalGradient(dimension: 1)
    var x = [1.0]
    let observed = method.minimize(
      &x, stepSize: 0.1, gradient: { x, g in g[0] = x[0] }, prox: { _, _ in }, observe: { count, _ in count == 5 })
    #expect(observed.outcome == .converged && observed.iterations == 5)
    x = [1]
    let diverging = method.minimize(&x, stepSize: 10, gradient: { x, g in g[0] = x[0] * x[0] * x[0] }, prox: { _, _ in })
    #expect(diverging.outcome == .notFinite)
  }
}
