import Experiments
import NumericalCore

extension SparseRegression {
  /// The least domination gap that the generator accepts, so that the decay rates are bounded away from zero.
  static let leastGap = 0.05
  /// Draws after which the generator gives up.
  static let maximumDraws = 20_000

  /// Draws Xᵢⱼ ~ N(0, 1) and β°ₖ ~ U[0.5, 1.5] for k < s until the domination gaps exceed 0.05 and the Lasso shrinks
  /// every coordinate of the support.
  ///
  /// - Throws: `UnsolvableProblem` if no draw of 20 000 will do, as for n close to s.
  static func random(samples: Int, features: Int, sparsity: Int, from source: RandomSource) throws -> SparseRegression {
    var source = source
    for _ in 0..<maximumDraws {
      let problem = try draw(samples: samples, features: features, sparsity: sparsity, from: &source)
      let dominated = problem.offSupport.allSatisfy { problem.dominationGaps[$0] > leastGap }
      if dominated && problem.shrinkage.allSatisfy({ $0 > 0 }) { return problem }
    }
    throw UnsolvableProblem(
      "no Gaussian design with n = \(samples), d = \(features), s = \(sparsity) satisfies the domination condition in "
        + "\(maximumDraws) draws; take more samples (label-noise-lasso/domination shows how many)")
  }

  /// One draw, whatever its domination gaps.
  static func draw(
    samples: Int, features: Int, sparsity: Int, from source: inout RandomSource
  ) throws -> SparseRegression {
    let design = Matrix(rows: samples, columns: features, elements: source.normals(samples * features))
    let truth = (0..<features).map { $0 < sparsity ? source.uniform(in: 0.5..<1.5) : 0 }
    return try SparseRegression(
      design: design, targets: design * truth, truth: truth, support: Array(0..<sparsity))
  }

  /// What is wrong with a size, which must satisfy d ≥ n > s.
  static func problems(samples: Int, features: Int, sparsity: Int) -> [ParameterProblem] {
    var problems: [ParameterProblem] = []
    if features < samples { problems.append(.inconsistent("d", "is \(features): must be at least n = \(samples)")) }
    if samples <= sparsity { problems.append(.inconsistent("n", "is \(samples): must be larger than s = \(sparsity)")) }
    return problems
  }
}
