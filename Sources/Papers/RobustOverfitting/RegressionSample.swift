import NumericalCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension RobustOverfitting {
  /// Noisy values of f*(x) = sin(2πx) at points that are at least 1/(2n) apart.
  struct RegressionSample {
    /// xᵢ = (i − 1 + ¼ + ½·uᵢ)/n.
    let x: [Double]
    /// yᵢ = f*(xᵢ) + σ·εᵢ.
    let y: [Double]

    init(x: [Double], y: [Double]) { (self.x, self.y) = (x, y) }

    init(count: Int, noise: Double, random: RandomSource) {
      var (places, errors) = (random.substream("points"), random.substream("noise"))
      x = (0..<count).map { (Double($0) + 0.25 + 0.5 * places.uniform()) / Double(count) }
      y = x.map { RegressionSample.target($0) + noise * errors.normal() }
    }

    static func target(_ x: Double) -> Double { sin(2 * .pi * x) }
  }
}
