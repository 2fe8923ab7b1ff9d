import NumericalCore
import Testing

@testable import Papers

@Suite struct ArcCosineKernelTests {
  @Test func knownValues() {
    #expect(abs(ArcCosineKernel.value(0.6) - 0.67754757) < 1e-8)
    #expect(ArcCosineKernel.value(1.0000001) == 1)
    #expect(abs(ArcCosineKernel.value(-1)) < 1e-15)
    #expect(abs(ArcCosineKernel.value(0) - 1 / Double.pi) < 1e-15)
  }

  @Test func itIsTheMeanOverRandomNeurons() {
    // 2d·E[σ(⟨w, x⟩)σ(⟨w, x′⟩)] over w uniform on the sphere.
    var random = RandomSource(seed: 3, stream: "neurons")
    let neurons = SingleNeuron.inputs(100_000, dimension: 3, from: &random)
    let points = Matrix([[1, 0, 0], [0.6, 0, 0.8]])
    let features = Matrix.multiply(neurons, points, transposingRight: true)
    let products = (0..<neurons.rows).map { 6 * max(0, features[$0, 0]) * max(0, features[$0, 1]) }
    #expect(abs(Statistics.mean(products) - ArcCosineKernel.value(0.6)) < 5 * Statistics.standardError(products))
  }

  @Test func symmetricMatrixIsTheGeneralOne() {
    var random = RandomSource(seed: 6, stream: "points")
    let points = SingleNeuron.inputs(7, dimension: 4, from: &random)
    let (half, full) = (ArcCosineKernel.matrix(points), ArcCosineKernel.matrix(points, points))
    for i in 0..<7 { for j in 0..<7 { #expect(abs(half[i, j] - full[i, j]) < 1e-14) } }
  }

  @Test func bestRidgeIsTheBestOfDirectSolutions() throws {
    let problem = NeuronSamples(
      SingleNeuron(.dense, dimension: 4), samples: 30, tests: 50, noise: 0.1, random: RandomSource(seed: 9, stream: "krr"))
    let found = try KernelRidge.best(
      inputs: problem.inputs, targets: problem.targets, testInputs: problem.testInputs, testTargets: problem.testTargets)
    var best = (error: Double.infinity, lambda: 0.0, train: 0.0)
    for lambda in KernelRidge.grid where lambda > 1e-7 {
      var kernel = ArcCosineKernel.matrix(problem.inputs)
      let train = kernel
      for i in 0..<30 { kernel[i, i] += 30 * lambda }
      let coefficients = try Cholesky(kernel).solve(problem.targets)
      let predictions = ArcCosineKernel.matrix(problem.testInputs, problem.inputs) * coefficients
      let error = Vector.squaredDistance(predictions, problem.testTargets) / 50
      if error < best.error {
        best = (error, lambda, Vector.squaredDistance(train * coefficients, problem.targets) / 30)
      }
    }
    #expect(abs(found.testError / best.error - 1) < 1e-8)
    #expect(found.lambda == best.lambda)
    #expect(abs(found.trainError / best.train - 1) < 1e-6)
    #expect(abs(KernelRidge.grid[0] / 1e-9 - 1) < 1e-12 && abs(KernelRidge.grid[20] - 10) < 1e-12)
  }

  @Test func targetsHaveMeanSquareOne() {
    var random = RandomSource(seed: 7, stream: "x")
    let inputs = SingleNeuron.inputs(20_000, dimension: 6, from: &random)
    for direction in SingleNeuron.Direction.allCases {
      let squares = SingleNeuron(direction, dimension: 6).values(inputs).map { $0 * $0 }
      #expect(abs(Statistics.mean(squares) - 1) < 5 * Statistics.standardError(squares))
    }
    #expect(SingleNeuron(along: [3, 4]).direction == [0.6, 0.8])
  }

  @Test func latticeOfTheSphere() {
    let points = BarronPathNorm.KernelCurse.fibonacci(100)
    for i in 0..<100 { #expect(abs(Vector.norm(points.row(i)) - 1) < 1e-12) }
    for j in 0..<3 { #expect(abs(Statistics.mean(points.column(j))) < 0.02) }
    #expect(points[0, 2] == 0.99)
  }
}
