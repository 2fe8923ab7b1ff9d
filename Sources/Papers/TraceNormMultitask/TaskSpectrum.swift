import NumericalCore

extension TraceNormMultitask {
  /// One task in the coordinates of its design's singular vectors, where the error of a spectral filter is a sum.
  struct TaskSpectrum {
    /// σ of X_t.
    private let values: [Double]
    /// Uᵀ·y.
    private let responses: [Double]
    /// Vᵀ·β.
    private let truths: [Double]
    /// ‖β‖² − ‖Vᵀ·β‖², which no estimate from these samples can see.
    private let unseen: Double

    init(_ design: Matrix, _ target: [Double], truth: [Double]) throws(LinearAlgebraError) {
      let decomposition = try SVD(design)
      values = decomposition.values
      var responses = [Double](repeating: 0, count: values.count)
      decomposition.left.multiplyTransposed(target, into: &responses)
      self.responses = responses
      truths = decomposition.rightTransposed * truth
      unseen = max(0, Vector.squaredNorm(truth) - Vector.squaredNorm(truths))
    }

    /// ‖β̂ − β‖² for the ridge estimate Xᵀ(XXᵀ + ridge·I)⁻¹y.
    func ridgeError(_ ridge: Double) -> Double { error { $0 / ($0 * $0 + ridge) } }

    /// ‖β̂ − β‖² for the least-squares estimate of least norm, X⁺y.
    var minimumNormError: Double {
      let cut = 1e-12 * (values.first ?? 0)
      return error { $0 > cut ? 1 / $0 : 0 }
    }

    private func error(_ filter: (Double) -> Double) -> Double {
      var sum = unseen
      for k in values.indices {
        let difference = filter(values[k]) * responses[k] - truths[k]
        sum += difference * difference
      }
      return sum
    }
  }
}
