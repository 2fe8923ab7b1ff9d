import NumericalCore

/// Kernel ridge regression with the best ridge of a grid by the test error: the kernel is given an oracle.
struct KernelRidge {
  struct Fit {
    var lambda: Double
    var testError: Double
    var trainError: Double
  }

  /// λ = 10⁻⁹, 10⁻⁸·⁵, …, 10.
  static let grid = (0...20).map { Elementary.exp(Elementary.log(10) * (-9 + 0.5 * Double($0))) }

  /// The λ with the least test error.
  /// - Complexity: O(n³ + n²·tests) for n inputs; a value of λ costs O(n·tests).
  static func best(
    inputs: Matrix, targets: [Double], testInputs: Matrix, testTargets: [Double]
  ) throws -> Fit {
    let eigen = try SymmetricEigen(ArcCosineKernel.matrix(inputs))
    let count = Double(inputs.rows)
    var rotated = [Double](repeating: 0, count: inputs.rows)
    eigen.vectors.multiplyTransposed(targets, into: &rotated)
    let features = Matrix.multiply(ArcCosineKernel.matrix(testInputs, inputs), eigen.vectors)
    var best = Fit(lambda: .nan, testError: .infinity, trainError: .nan)
    for lambda in grid {
      let ridge = count * lambda
      let shrunk = zip(rotated, eigen.values).map { $0 / ($1 + ridge) }
      let error = Vector.squaredDistance(features * shrunk, testTargets) / Double(testTargets.count)
      if error < best.testError {
        // The residual of the training targets is ridge·(K + ridge)⁻¹y.
        best = Fit(lambda: lambda, testError: error, trainError: ridge * ridge * Vector.squaredNorm(shrunk) / count)
      }
    }
    return best
  }
}
