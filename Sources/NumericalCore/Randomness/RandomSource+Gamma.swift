import Diagnostics

/// The gamma law and those made from it.
extension RandomSource {
  /// A number of the gamma law with `shape` > 0 and `scale` > 0: density ∝ x^(shape − 1)·exp(−x/scale).
  /// - Source: Marsaglia and Tsang, "A simple method for generating gamma variables" (ACM TOMS 2000).
  public mutating func gamma(shape: Double, scale: Double = 1) -> Double {
    Elementary.exp(logGamma(shape: shape)) * scale
  }

  /// The logarithm of a number of the gamma law of scale 1, which stays finite where the number itself is 0 to rounding.
  public mutating func logGamma(shape: Double) -> Double {
    if !(shape > 0 && shape.isFinite) { trap("gamma(shape: \(shape)): the shape must be positive") }
    // A shape below 1 is raised by 1: X·U^(1/shape) has the law sought.
    let raise = shape < 1 ? -exponential() / shape : 0
    let d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      if root <= 0 { continue }
      let v = root * root * root
      let u = 1 - uniform()
      let logV = Elementary.log(v)
      if u < 1 - 0.0331 * (x * x) * (x * x) || Elementary.log(u) < 0.5 * x * x + d * (1 - v + logV) {
        return Elementary.log(d) + logV + raise
      }
    }
  }

  /// A number of the beta law with parameters `a`, `b` > 0: density ∝ x^(a − 1)·(1 − x)^(b − 1) on [0, 1].
  public mutating func beta(_ a: Double, _ b: Double) -> Double {
    let (x, y) = (logGamma(shape: a), logGamma(shape: b))
    return 1 / (1 + Elementary.exp(y - x))
  }

  /// A point of the Dirichlet law with the given parameters > 0: a random vector of probabilities.
  /// - Complexity: O(n).
  public mutating func dirichlet(_ parameters: [Double]) -> [Double] {
    var values = parameters.map { logGamma(shape: $0) }
    let largest = values.reduce(-.infinity, max)
    for index in values.indices { values[index] = Elementary.exp(values[index] - largest) }
    Vector.scale(&values, by: 1 / Vector.sum(values))
    return values
  }

  /// A number of the χ² law with `degrees` > 0 degrees of freedom.
  public mutating func chiSquare(degrees: Double) -> Double { gamma(shape: 0.5 * degrees, scale: 2) }

  /// A number of Student's law with `degrees` > 0 degrees of freedom.
  public mutating func studentT(degrees: Double) -> Double {
    normal() / (chiSquare(degrees: degrees) / degrees).squareRoot()
  }
}
