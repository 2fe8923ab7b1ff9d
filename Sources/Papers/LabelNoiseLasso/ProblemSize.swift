import Experiments

extension LabelNoiseLasso {
  /// The sizes of the random sparse regression that most experiments of the paper start from.
  struct ProblemSize: ParameterGroup {
    @Parameter("Number of samples $n$.", range: .atLeast(2), default: 40) var n: Int
    @Parameter("Number of features $d$, at least $n$.", range: .atLeast(2), default: 100) var d: Int
    @Parameter("Size $s$ of the support, less than $n$.", range: .atLeast(1), default: 4) var s: Int

    func problems() -> [ParameterProblem] { SparseRegression.problems(samples: n, features: d, sparsity: s) }

    /// The problem of the replicate.
    func draw(in context: RunContext) throws -> SparseRegression {
      try SparseRegression.random(samples: n, features: d, sparsity: s, from: context.random("problem"))
    }
  }
}
