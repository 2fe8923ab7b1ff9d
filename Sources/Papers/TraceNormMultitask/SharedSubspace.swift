import NumericalCore

extension TraceNormMultitask {
  /// A random r-dimensional subspace of ℝᵈ and tasks in it: β = B·α with BᵀB = I and α uniform on the unit sphere.
  ///
  /// Predicting zero has error exactly 1 on average over tasks.
  struct SharedSubspace {
    /// B, `[d × r]`.
    let basis: Matrix
    /// σ.
    let noise: Double

    /// The orthonormal factor of a Gaussian matrix.
    init(dimension: Int, rank: Int, noise: Double, from source: RandomSource) {
      var source = source
      basis = QR(Matrix(rows: dimension, columns: rank, elements: source.normals(dimension * rank))).orthonormal
      self.noise = noise
    }

    /// Tasks with their true coefficients `[tasks × d]`; with the same source, more tasks begin with the same ones.
    func tasks(_ count: Int, samples: Int, from source: RandomSource) -> (problem: MultitaskProblem, truth: Matrix) {
      var directions = source.substream("directions")
      var inputs = source.substream("inputs")
      var errors = source.substream("noise")
      let dimension = basis.rows
      var truth = Matrix(rows: count, columns: dimension)
      var designs: [Matrix] = []
      var targets: [[Double]] = []
      for task in 0..<count {
        let gaussian = directions.normals(basis.columns)
        var beta = basis * gaussian
        Vector.scale(&beta, by: 1 / Vector.norm(gaussian))
        for j in 0..<dimension { truth[task, j] = beta[j] }
        let design = Matrix(rows: samples, columns: dimension, elements: inputs.normals(samples * dimension))
        var target = design * beta
        Vector.axpy(noise, errors.normals(samples), into: &target)
        designs.append(design)
        targets.append(target)
      }
      return (MultitaskProblem(designs: designs, targets: targets), truth)
    }

    /// ‖(I − B̂B̂ᵀ)·B‖, the sine of the largest angle between two subspaces, for an orthonormal `[d × r]` matrix B̂.
    func sine(to estimate: Matrix) throws(LinearAlgebraError) -> Double {
      var rest = basis
      Matrix.multiply(
        estimate, Matrix.multiply(estimate, basis, transposingLeft: true), times: -1, keeping: 1, into: &rest)
      return min(1, try rest.spectralNorm())
    }
  }
}
