import NumericalCore

extension TraceNormMultitask {
  /// Errors (1/T)·‖M̂ − M*‖² of estimators that see each task alone, or through a given subspace.
  struct TaskBaselines {
    let problem: MultitaskProblem
    /// M*, `[T × d]`.
    let truth: Matrix
    private let spectra: [TaskSpectrum]

    /// The ridges of which the best is taken in hindsight.
    static let ridges = [0.03, 0.1, 0.3, 1, 3, 10]

    init(_ problem: MultitaskProblem, truth: Matrix) throws(LinearAlgebraError) {
      self.problem = problem
      self.truth = truth
      var spectra: [TaskSpectrum] = []
      for task in 0..<problem.taskCount {
        spectra.append(try TaskSpectrum(problem.designs[task], problem.targets[task], truth: truth.row(task)))
      }
      self.spectra = spectra
    }

    /// Xᵀ(XXᵀ + ρmI)⁻¹y with the ρ that suits the truth best, which favours this baseline.
    func bestRidgeError() -> Double {
      Self.ridges.map { ridge in mean { $0.ridgeError(ridge * Double(problem.sampleCount)) } }.min() ?? 0
    }

    /// X⁺y.
    func minimumNormError() -> Double { mean(\.minimumNormError) }

    private func mean(_ error: (TaskSpectrum) -> Double) -> Double {
      spectra.reduce(0) { $0 + error($1) } / Double(spectra.count)
    }

    /// B̂·(X_t·B̂)⁺·y_t for an orthonormal basis B̂ `[d × r]`.
    func projectionError(_ basis: Matrix) throws(LinearAlgebraError) -> Double {
      var sum = 0.0
      for task in 0..<problem.taskCount {
        let coordinates = try SVD(problem.designs[task] * basis).leastSquares(problem.targets[task])
        sum += Vector.squaredDistance(basis * coordinates, truth.row(task))
      }
      return sum / Double(problem.taskCount)
    }

    /// Ω·Xᵀ(XΩXᵀ + ρmI)⁻¹y for a prior covariance Ω `[d × d]`, with the best ρ of a list in hindsight.
    func bestPriorError(_ prior: Matrix, ridges: [Double]) throws(LinearAlgebraError) -> Double {
      let m = problem.sampleCount
      var sums = [Double](repeating: 0, count: ridges.count)
      for task in 0..<problem.taskCount {
        let spread = Matrix.multiply(prior, problem.designs[task], transposingRight: true)
        let eigen = try SymmetricEigen(problem.designs[task] * spread)
        var rotated = [Double](repeating: 0, count: m)
        eigen.vectors.multiplyTransposed(problem.targets[task], into: &rotated)
        for (index, ridge) in ridges.enumerated() {
          let scaled = zip(rotated, eigen.values).map { $0 / (max(0, $1) + ridge * Double(m)) }
          sums[index] += Vector.squaredDistance(spread * (eigen.vectors * scaled), truth.row(task))
        }
      }
      return (sums.min() ?? 0) / Double(problem.taskCount)
    }

    /// The r leading eigenvectors of (1/mT)·Σ y²·x·xᵀ, the method of moments: `[d × r]`.
    static func momentSubspace(_ problem: MultitaskProblem, rank: Int) throws(LinearAlgebraError) -> Matrix {
      var moments = Matrix(rows: problem.dimension, columns: problem.dimension)
      for (design, target) in zip(problem.designs, problem.targets) {
        let scaled = Matrix(rows: design.rows, columns: design.columns) { i, j in target[i] * design[i, j] }
        Matrix.symmetricProduct(
          scaled, transposingLeft: true, times: 1 / Double(problem.sampleCount * problem.taskCount), keeping: 1,
          into: &moments)
      }
      return try leadingEigenvectors(moments, count: rank)
    }
  }
}
