import NumericalCore
import Testing

@testable import Papers

@Suite struct MultitaskLossTests {
  /// Both forms, Gram matrices and designs, against the sum over samples and its finite differences.
  @Test(arguments: [(5, 3), (5, 8), (64, 4)]) func valueAndGradient(_ size: (d: Int, m: Int)) throws {
    let (problem, truth) = TraceNorm.MultitaskProblem.random(d: size.d, r: 2, tasks: 3, samples: size.m)
    let loss = try TraceNorm.MultitaskLoss(problem)
    func direct(_ coefficients: Matrix) -> Double {
      (0..<3).reduce(0) { sum, task in
        let residual = Vector.subtract(problem.designs[task] * coefficients.row(task), problem.targets[task])
        return sum + Vector.squaredNorm(residual) / Double(2 * 3 * size.m)
      }
    }
    var hessian = truth
    loss.applyHessian(truth, into: &hessian)
    #expect(abs(loss.value(truth, hessian: hessian) / direct(truth) - 1) < 1e-12)
    #expect(abs(loss.lossAtZero / direct(Matrix(rows: 3, columns: size.d)) - 1) < 1e-14)
    let gradient = loss.gradient(truth)
    for (task, j) in [(0, 0), (1, size.d - 1), (2, 2)] {
      var (up, down) = (truth, truth)
      up[task, j] += 1e-3
      down[task, j] -= 1e-3
      #expect(abs((direct(up) - direct(down)) / 2e-3 - gradient[task, j]) < 1e-10)
    }
    for task in 0..<3 {
      let row = loss.gram(task) * truth.row(task)
      #expect(Vector.squaredDistance(row, hessian.row(task)) < 1e-24)
      #expect(try SymmetricEigen.values(of: loss.gram(task)).last! <= loss.lipschitz * (1 + 1e-12))
    }
  }

  @Test(arguments: [(3, 8), (8, 3), (5, 5)]) func thresholdingAgreesWithTheDecomposition(_ size: (Int, Int)) throws {
    var source = RandomSource(seed: 6, stream: "test")
    let matrix = Matrix(rows: size.0, columns: size.1, elements: source.normals(size.0 * size.1))
    let decomposition = try SVD(matrix)
    for threshold in [0, 1e-9, 0.3, 1.5, 100] {
      var result = matrix
      var map = TraceNorm.SingularValueThreshold(rows: size.0, columns: size.1)
      let values = try map.apply(matrix, threshold: threshold, into: &result)
      #expect((result - decomposition.map { max(0, $0 - threshold) }).frobeniusNorm < 1e-12)
      for (a, b) in zip(values, decomposition.values) { #expect(abs(a - max(0, b - threshold)) < 1e-12) }
      #expect(values.count == min(size.0, size.1))
    }
  }
}
