import Diagnostics

/// The proximal gradient method for min f(x) + g(x) with a smooth f and a g whose proximal map is known.
///
/// The storage is made once, so that an iteration allocates nothing:
///
///     var method = ProximalGradient(dimension: d)
///     let report = method.minimize(&x, stepSize: 1 / smoothness, gradient: { x, g in … }) {
///       Proximal.l1Norm(&$0, threshold: penalty * $1)
///     }
public struct ProximalGradient: Sendable {
  /// How the next point looks ahead.
  public enum Momentum: Equatable, Sendable {
    /// Not at all: ISTA.
    case none
    /// FISTA: tₖ₊₁ = (1 + √(1 + 4tₖ²))/2 and factor (tₖ − 1)/tₖ₊₁ (Beck and Teboulle, SIAM J. Imaging Sci. 2009).
    case accelerated
    /// FISTA that forgets its momentum when it points uphill (O'Donoghue and Candès, Found. Comput. Math. 2015, the
    /// gradient scheme): linear rates on strongly convex problems without knowing the constant.
    case restarted
    /// The constant factor (1 − √q)/(1 + √q), q = convexity·stepSize, for an f that is `convexity`-strongly convex
    /// (Nesterov, "Introductory lectures on convex optimization", 2.2.11).
    case stronglyConvex(convexity: Double)
  }

  /// How a minimisation ended.
  public struct Report: Equatable, Sendable {
    /// Evaluations of the gradient.
    public let iterations: Int
    /// ‖y − x‖/stepSize at the last step from y to x: 0 exactly at a minimum.
    public let gradientMapping: Double
    /// How often momentum was forgotten.
    public let restarts: Int
    /// Why it ended.
    public let outcome: IterationOutcome
  }

  /// Number of unknowns.
  public let dimension: Int
  private var ahead: [Double]
  private var previous: [Double]
  private var slope: [Double]

  /// A method for the given number of unknowns.
  public init(dimension: Int) {
    self.dimension = dimension
    ahead = [Double](repeating: 0, count: dimension)
    previous = ahead
    slope = ahead
  }

  /// Minimises f + g from the start in `x`.
  /// - Parameters:
  ///   - x: `[dimension]`: the start, then the minimum or the last iterate.
  ///   - stepSize: in (0, 1/L] for a gradient of f with Lipschitz constant L.
  ///   - tolerance: ≥ 0; the norm of the gradient mapping that counts as a minimum.
  ///   - maximumIterations: ≥ 0.
  ///   - gradient: writes ∇f into its second argument, all elements.
  ///   - prox: replaces its first argument v by prox_{t·g}(v), t (the step size) being its second.
  ///   - observe: called with the number of iterations and x after each; true ends the run as if it had converged.
  /// - Complexity: one gradient, one proximal map and O(dimension) an iteration.
  public mutating func minimize(
    _ x: inout [Double], stepSize: Double, momentum: Momentum = .accelerated, tolerance: Double = 1e-8,
    maximumIterations: Int = 10_000, gradient: ([Double], inout [Double]) -> Void,
    prox: (inout [Double], Double) -> Void, observe: (Int, [Double]) -> Bool = { _, _ in false }
  ) -> Report {
    if x.count != dimension || !(stepSize > 0) {
      trap("ProximalGradient of \(dimension): a start of \(x.count), a step of \(stepSize)")
    }
    for i in 0..<dimension { ahead[i] = x[i] }
    var (t, iterations, restarts, mapping) = (1.0, 0, 0, Double.infinity)
    func report(_ outcome: IterationOutcome) -> Report {
      Report(iterations: iterations, gradientMapping: mapping, restarts: restarts, outcome: outcome)
    }
    while iterations < maximumIterations {
      let (moved, uphill) = step(&x, stepSize, gradient, prox)
      iterations += 1
      mapping = moved / stepSize
      if !mapping.isFinite { return report(.notFinite) }
      if observe(iterations, x) || mapping <= tolerance { return report(.converged) }
      var factor = Self.factor(momentum, stepSize, &t)
      if momentum == .restarted && uphill > 0 {
        (t, factor) = (1, 0)
        restarts += 1
      }
      for i in 0..<dimension { ahead[i] = x[i] + factor * (x[i] - previous[i]) }
    }
    return report(.limitReached)
  }

  /// x ← prox(ahead − stepSize·∇f(ahead)), previous ← x; returns ‖ahead − x‖ and ⟨ahead − x, x − previous⟩.
  private mutating func step(
    _ x: inout [Double], _ stepSize: Double, _ gradient: ([Double], inout [Double]) -> Void,
    _ prox: (inout [Double], Double) -> Void
  ) -> (Double, Double) {
    gradient(ahead, &slope)
    for i in 0..<dimension {
      previous[i] = x[i]
      x[i] = ahead[i] - stepSize * slope[i]
    }
    prox(&x, stepSize)
    var (squares, uphill) = (0.0, 0.0)
    for i in 0..<dimension {
      let difference = ahead[i] - x[i]
      squares += difference * difference
      uphill += difference * (x[i] - previous[i])
    }
    return (squares.squareRoot(), uphill)
  }

  private static func factor(_ momentum: Momentum, _ stepSize: Double, _ t: inout Double) -> Double {
    switch momentum {
    case .none: return 0
    case .accelerated, .restarted:
      let next = 0.5 * (1 + (1 + 4 * t * t).squareRoot())
      defer { t = next }
      return (t - 1) / next
    case .stronglyConvex(let convexity):
      let root = (convexity * stepSize).squareRoot()
      return (1 - root) / (1 + root)
    }
  }
}
