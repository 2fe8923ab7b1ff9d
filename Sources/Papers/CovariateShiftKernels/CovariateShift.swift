import Experiments
import NumericalCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension CovariateShiftKernels {
  /// A shift from the standard normal law p of the latent coordinates z to a law q with a bounded density w = dq/dp.
  struct CovariateShift {
    var kind: ShiftKind
    /// The number m of contracted coordinates.
    var contracted = 2
    /// Their standard deviation s under q, in (0, 1).
    var deviation = 0.5
    /// The shape c of the skew-normal law.
    var shape = 3.0

    /// The smallest weight that is used: the ridge of an example is λn/w.
    static let smallestWeight = 1e-12

    /// w at each row of latent coordinates, at least `smallestWeight`.
    func weights(latents: Matrix) -> [Double] {
      (0..<latents.rows).map { row in
        switch kind {
        case .none: return 1
        case .skew: return max(Self.smallestWeight, Self.skewWeight(latents[row, 0], shape: shape))
        case .contract:
          let squares = (0..<contracted).reduce(0) { $0 + latents[row, $1] * latents[row, $1] }
          let logWeight = -0.5 * (1 / (deviation * deviation) - 1) * squares - Double(contracted) * log(deviation)
          return max(Self.smallestWeight, Elementary.exp(logWeight))
        }
      }
    }

    /// 2Φ(c·z), the density of the skew-normal law with respect to the normal one.
    static func skewWeight(_ z: Double, shape: Double) -> Double { 2 * Distributions.normalCDF(shape * z) }

    /// Latent coordinates with law q, made from independent standard normal ones.
    /// - Parameter extra: one more normal number a row: a skew-normal coordinate takes two.
    func shifted(_ latents: Matrix, extra: [Double]) -> Matrix {
      var result = latents
      for row in 0..<latents.rows {
        switch kind {
        case .none: break
        case .contract: for j in 0..<contracted { result[row, j] *= deviation }
        case .skew:
          let delta = shape / (1 + shape * shape).squareRoot()
          result[row, 0] = delta * abs(extra[row]) + (1 - delta * delta).squareRoot() * latents[row, 0]
        }
      }
      return result
    }

    /// E_q z_j² for each latent coordinate. A skew-normal coordinate keeps the second moment 1.
    func secondMoments(dimension: Int) -> [Double] {
      (0..<dimension).map { kind == .contract && $0 < contracted ? deviation * deviation : 1 }
    }

    /// E_p w², what the variance is multiplied by at an endless ridge.
    var squaredWeightMean: Double {
      switch kind {
      case .none: 1
      case .contract: pow(deviation * (2 - deviation * deviation).squareRoot(), -Double(contracted))
      case .skew: 1 + asin(shape * shape / (1 + shape * shape)) * 2 / .pi
      }
    }

    /// What is wrong with the parameters m and s in dimension d.
    static func problems(contracted m: Int, deviation s: Double, dimension d: Int) -> [ParameterProblem] {
      if m > d { return [.inconsistent("m", "\(m) coordinates are contracted, but there are only d = \(d)")] }
      if -Double(m) * log(s) > 300 {
        return [.inconsistent("m", "\(m) with s = \(s): the largest weight s^-m leaves the range of doubles")]
      }
      return []
    }
  }
}
