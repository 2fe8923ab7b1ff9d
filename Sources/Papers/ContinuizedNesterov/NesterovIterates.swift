import NumericalCore

/// The pair of sequences of Nesterov's method on a diagonal quadratic, held as ξ = x − x* and ζ = z − x*.
///
/// Deterministic and continuized acceleration are the same three-sequence step with other coefficients.
struct NesterovIterates {
  /// The coefficients of one step, with γ = 1/L = 1.
  struct Coefficients {
    /// τ: how far x moves towards z before the gradient.
    var mixing: Double
    /// τ′: how far z moves towards the mixed y.
    var mixingBack: Double
    /// γ′: the step of z.
    var stepSize: Double
  }

  /// Below it squares come near the least normal number; the iterates then count as zero.
  private static let least = 1e-140

  private let eigenvalues: [Double]
  private(set) var x: [Double]
  private(set) var z: [Double]

  init(_ problem: DiagonalQuadratic) {
    eigenvalues = problem.eigenvalues
    x = problem.minimiser.map { -$0 }
    z = x
  }

  /// y = x + τ(z − x); x ← y − ∇f(y); z ← z + τ′(y − z) − γ′∇f(y).
  mutating func step(_ c: Coefficients) {
    eigenvalues.withUnsafeBufferPointer { lambda in
      x.withUnsafeMutableBufferPointer { x in
        z.withUnsafeMutableBufferPointer { z in
          for i in 0..<lambda.count {
            let y = x[i] + c.mixing * (z[i] - x[i])
            let gradient = lambda[i] * y
            x[i] = y - gradient
            z[i] += c.mixingBack * (y - z[i]) - c.stepSize * gradient
          }
        }
      }
    }
  }

  /// x ← x − ∇f(x), plain gradient descent.
  mutating func descend() {
    for i in x.indices { x[i] -= eigenvalues[i] * x[i] }
  }

  /// f(x) − f*; iterates that have all but vanished become zero, as arithmetic on subnormal numbers is slow.
  mutating func gap() -> Double {
    let value = 0.5 * zip(eigenvalues, x).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
    if x.allSatisfy({ abs($0) < Self.least }) && z.allSatisfy({ abs($0) < Self.least }) {
      for i in x.indices { (x[i], z[i]) = (0, 0) }
    }
    return value
  }
}
