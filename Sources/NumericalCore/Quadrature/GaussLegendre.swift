#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Diagnostics

/// Gauss–Legendre quadrature: exact for polynomials of degree 2·order − 1.
public struct GaussLegendre: Sendable {
  /// The zeros of the Legendre polynomial, ascending in (−1, 1).
  public let nodes: [Double]
  /// The weights, of sum 2.
  public let weights: [Double]

  /// The rule with `order` ≥ 1 nodes, by Newton's iteration from the asymptotic zeros.
  /// - Complexity: O(order²).
  public init(order: Int) {
    if order < 1 { trap("GaussLegendre: order \(order) is below 1") }
    var nodes = [Double](repeating: 0, count: order)
    var weights = nodes
    for index in 0..<((order + 1) / 2) {
      var x = cos(Double.pi * (Double(index) + 0.75) / (Double(order) + 0.5))
      if 2 * index + 1 == order { x = 0 }
      var derivative = 1.0
      for _ in 0..<10 {
        let (value, slope) = Self.legendre(order, x)
        derivative = slope
        let change = value / slope
        x -= change
        if abs(change) < 1e-16 { break }
      }
      derivative = Self.legendre(order, x).1
      nodes[index] = -x
      nodes[order - 1 - index] = x
      weights[index] = 2 / ((1 - x * x) * derivative * derivative)
      weights[order - 1 - index] = weights[index]
    }
    self.nodes = nodes
    self.weights = weights
  }

  /// The integral of `function` from `lower` to `upper`.
  public func integrate(from lower: Double, to upper: Double, _ function: (Double) -> Double) -> Double {
    let (middle, half) = (0.5 * (lower + upper), 0.5 * (upper - lower))
    var sum = 0.0
    for (node, weight) in zip(nodes, weights) { sum += weight * function(middle + half * node) }
    return half * sum
  }

  /// The Legendre polynomial of the given degree and its derivative at x.
  private static func legendre(_ degree: Int, _ x: Double) -> (Double, Double) {
    var (previous, current) = (1.0, x)
    for n in stride(from: 2, through: degree, by: 1) {
      (previous, current) = (current, (Double(2 * n - 1) * x * current - Double(n - 1) * previous) / Double(n))
    }
    return (current, Double(degree) * (x * current - previous) / (x * x - 1))
  }
}
