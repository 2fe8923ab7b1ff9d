import NumericalCore
import Testing

@testable import Papers

@Suite struct DiagonalNetworkDescentTests {
  private func problem(samples: Int, dimension: Int) -> SparseFeatures.DiagonalProblem {
    .gaussian(samples: samples, dimension: dimension, sparsity: 3, from: RandomSource(seed: 3, stream: "data"))
  }

  /// Computed with independent code; a step that used the new u for v would differ in the second digit.
  @Test func fourStepsByHand() {
    let inputs = Matrix([[1, 2, 0], [0, 1, -1]])
    // y = (1, 0.5) = Xβ for β = (0, ½, 0).
    var descent = SparseFeatures.DiagonalNetworkDescent(.init(inputs: inputs, truth: [0, 0.5, 0]))
    for sample in [0, 1, 0, 1] { descent.step(sample: sample, stepSize: 0.25) }
    #expect(Vector.maxNorm(Vector.subtract(descent.u, [0.10615158, 0.15072783, 0.10149450])) < 1e-8)
    #expect(Vector.maxNorm(Vector.subtract(descent.v, [0.04960633, 0.13116385, -0.02445178])) < 1e-8)
  }

  /// For every residue of the dimension modulo the block, against the formula coordinate by coordinate.
  @Test(arguments: 5...9) func stepsOfAnyDimension(dimension: Int) {
    let problem = problem(samples: 4, dimension: dimension)
    var descent = SparseFeatures.DiagonalNetworkDescent(problem)
    var (u, v) = ([Double](repeating: 0.1, count: dimension), [Double](repeating: 0, count: dimension))
    for step in 0..<50 {
      let (i, noise) = (step % 4, 0.1 * Double(step % 3))
      let x = problem.inputs.row(i)
      let residual = zip(x, zip(u, v)).reduce(0) { $0 + $1.0 * $1.1.0 * $1.1.1 } - problem.targets[i] - noise
      let r = x.map { 0.1 * residual * $0 }
      (u, v) = (zip(u, zip(r, v)).map { $0 - $1.0 * $1.1 }, zip(v, zip(r, u)).map { $0 - $1.0 * $1.1 })
      descent.step(sample: i, stepSize: 0.1, noise: noise)
    }
    #expect(Vector.maxNorm(Vector.subtract(descent.u, u)) < 1e-13 && Vector.maxNorm(Vector.subtract(descent.v, v)) < 1e-13)
    #expect(Vector.maxNorm(Vector.subtract(descent.coefficients, zip(u, v).map { $0 * $1 })) < 1e-13)
  }

  /// The full step against central differences of the loss.
  @Test func fullStepFollowsTheGradient() {
    let problem = problem(samples: 5, dimension: 7)
    var descent = SparseFeatures.DiagonalNetworkDescent(problem)
    for sample in 0..<5 { descent.step(sample: sample, stepSize: 0.2) }
    let (u, v) = (descent.u, descent.v)
    descent.fullStep(stepSize: 0.3)
    func loss(_ u: [Double], _ v: [Double]) -> Double { problem.trainingLoss(zip(u, v).map { $0 * $1 }) }
    for k in 0..<7 {
      var (up, down) = (u, u)
      up[k] += 1e-5
      down[k] -= 1e-5
      #expect(abs(descent.u[k] - (u[k] - 0.3 * (loss(up, v) - loss(down, v)) / 2e-5)) < 1e-9)
      (up, down) = (v, v)
      up[k] += 1e-5
      down[k] -= 1e-5
      #expect(abs(descent.v[k] - (v[k] - 0.3 * (loss(u, up) - loss(u, down)) / 2e-5)) < 1e-9)
    }
  }

  /// u² − v² moves only in the second order of the step: by (1 − r²) in each step, exactly.
  @Test func imbalanceShrinksByAProduct() {
    let problem = problem(samples: 5, dimension: 7)
    var descent = SparseFeatures.DiagonalNetworkDescent(problem)
    for step in 0..<20 {
      let (u, v, x) = (descent.u, descent.v, problem.inputs.row(step % 5))
      let residual = Vector.dot(x, descent.coefficients) - problem.targets[step % 5]
      descent.step(sample: step % 5, stepSize: 0.2)
      for k in 0..<7 {
        let factor = 0.2 * residual * x[k]
        let expected = (u[k] * u[k] - v[k] * v[k]) * (1 - factor * factor)
        #expect(abs(descent.u[k] * descent.u[k] - descent.v[k] * descent.v[k] - expected) < 1e-15)
      }
    }
  }

  @Test func dataAreSparseAndOfNormOne() {
    let problem = problem(samples: 6, dimension: 9)
    #expect(abs(Vector.norm(problem.truth) - 1) < 1e-14)
    #expect(problem.truth[0..<3].allSatisfy { $0 > 0 } && problem.truth[3...].allSatisfy { $0 == 0 })
    #expect(problem.trainingLoss(problem.truth) == 0 && problem.risk(problem.truth) == 0)
    let zeros = [Double](repeating: 0, count: 9)
    #expect(abs(problem.risk(zeros) - 0.5) < 1e-14)
    #expect(abs(problem.trainingLoss(zeros) - Vector.squaredNorm(problem.targets) / 12) < 1e-14)
  }

  /// Against the singular values of the Jacobian itself.
  @Test func rankIsThatOfTheJacobian() throws {
    var random = RandomSource(seed: 5, stream: "rank")
    let inputs = random.normalMatrix(rows: 12, columns: 6)
    let probe = SparseFeatures.JacobianProbe(inputs: inputs)
    for scale in [1, 1e-1, 1e-2, 1e-3] {
      let u = [1, 1, scale, scale, 2, 0]
      let v = [0, 0.5, scale, 0, 1, 0]
      let jacobian = Matrix(rows: 12, columns: 12) { i, j in inputs[i, j % 6] * (j < 6 ? u[j] : v[j - 6]) }
      let values = try SVD.values(of: jacobian)
      let expected = values.count { $0 > 1e-2 * values[0] }
      #expect(try probe.rank(u, v) == expected, "\(scale)")
    }
  }

  @Test func schedules() {
    let decaying = SparseFeatures.DiagonalSchedule.decaying("x", stepSize: 0.2, steps: 1000, after: 0.3, by: 4)
    #expect(decaying.stepSize(at: 299) == 0.2 && decaying.stepSize(at: 300) == 0.05 && decaying.noise(at: 0) == 0)
    let noisy = SparseFeatures.DiagonalSchedule.labelNoise("x", stepSize: 0.05, steps: 1000, noise: 0.5, until: 0.5)
    #expect(noisy.noise(at: 499) == 0.5 && noisy.noise(at: 500) == 0 && noisy.stepSize(at: 999) == 0.05)
  }
}
