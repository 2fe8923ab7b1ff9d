import NumericalCore

extension SobolevInverseProblems {
  /// The ridge of a fixed logarithmic grid that minimises the risk in dimension 1 (oracle tuning).
  ///
  /// For one alias class the risk is a quadratic function of 1/(W_c + γ), so that after one pass over the frequencies a
  /// ridge costs O(N), not O(K). The lowest frequency of each class is kept apart: its error is a small difference.
  struct RidgeSearch {
    private let kernelSums: [Double]
    private let imageSums: [Double]
    private let lowestResponse: [Double]
    private let lowestTruth: [Double]
    /// Σ response², Σ response·truth, Σ truth² over the rest of each class.
    private let squares: [Double]
    private let products: [Double]
    private let truths: [Double]
    private let side: Int
    private let noiseVariance: Double

    /// - Parameter estimator: of dimension 1, with K ≥ `side`.
    init(_ estimator: GridEstimator, side: Int, noise: Double) {
      let classes = AliasClasses(box: estimator.box, side: side)
      self.side = side
      noiseVariance = noise * noise / Double(side)
      kernelSums = classes.sums(estimator.kernel)
      imageSums = classes.sums(estimator.image)
      let lowest = 0...(side / 2)
      lowestResponse = lowest.map { estimator.response[$0] }
      lowestTruth = lowest.map { estimator.truth[$0] }
      func rest(_ x: [Double], _ y: [Double]) -> [Double] {
        var products = [Double](repeating: 0, count: x.count)
        for k in (side / 2 + 1)..<x.count { products[k] = x[k] * y[k] }
        return classes.sums(products)
      }
      squares = rest(estimator.response, estimator.response)
      products = rest(estimator.response, estimator.truth)
      truths = rest(estimator.truth, estimator.truth)
    }

    /// The exponents of the grid: `lower` to `upper` by quarters of a decade.
    static func ridges(from lower: Double, through upper: Double) -> [Double] {
      let count = Int(((upper - lower) * 4 + 1e-9).rounded(.down))
      return (0...max(0, count)).map { Elementary.exp((lower + Double($0) / 4) * 2.302585092994046) }
    }

    /// Squared bias plus variance at a ridge γ ≥ 0.
    func risk(_ ridge: Double) -> Double {
      var risk = 0.0
      for c in 0...(side / 2) {
        let inverse = 1 / (kernelSums[c] + ridge)
        let fit = inverse * imageSums[c]
        // ±N/2 share a class, and 0 and N/2 are their own mirror images.
        let isMiddle = 2 * c == side && c > 0
        let lowest = isMiddle ? 2.0 : 1.0
        let error = fit * lowestResponse[c] - lowestTruth[c]
        let bias = lowest * error * error + fit * (fit * squares[c] - 2 * products[c]) + truths[c]
        let variance = inverse * inverse * (lowest * lowestResponse[c] * lowestResponse[c] + squares[c])
        risk += (c == 0 || isMiddle ? 1 : 2) * (bias + noiseVariance * variance)
      }
      return risk
    }

    /// The ridge of least risk, the smallest such one.
    func best(of ridges: [Double]) -> Double {
      var best = (ridge: ridges[0], risk: Double.infinity)
      for ridge in ridges {
        let risk = risk(ridge)
        if risk < best.risk { best = (ridge, risk) }
      }
      return best.ridge
    }
  }
}
