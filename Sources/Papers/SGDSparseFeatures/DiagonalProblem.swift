import NumericalCore

extension SGDSparseFeatures {
  /// Noiseless sparse regression y = Xβ* with normal inputs, for the diagonal linear network ⟨x, u ⊙ v⟩.
  struct DiagonalProblem {
    /// X, `[n × d]`.
    let inputs: Matrix
    /// y, `[n]`.
    let targets: [Double]
    /// β*, `[d]`.
    let truth: [Double]

    init(inputs: Matrix, truth: [Double]) {
      self.inputs = inputs
      self.truth = truth
      targets = inputs * truth
    }

    /// β* is positive on its first `sparsity` coordinates, 0 elsewhere, and of norm 1.
    static func gaussian(samples: Int, dimension: Int, sparsity: Int, from source: RandomSource) -> DiagonalProblem {
      var random = source
      let inputs = random.normalMatrix(rows: samples, columns: dimension)
      var truth = random.normals(sparsity).map { abs($0) }
      Vector.scale(&truth, by: 1 / Vector.norm(truth))
      return DiagonalProblem(
        inputs: inputs, truth: truth + [Double](repeating: 0, count: dimension - sparsity))
    }

    /// ‖Xβ − y‖²/(2n).
    func trainingLoss(_ beta: [Double]) -> Double {
      Vector.squaredDistance(inputs * beta, targets) / (2 * Double(inputs.rows))
    }

    /// ½‖β − β*‖², the exact risk under normal inputs.
    func risk(_ beta: [Double]) -> Double { 0.5 * Vector.squaredDistance(beta, truth) }
  }
}
