import Diagnostics

/// Zeros of continuous functions of one variable.
public enum RootFinding {
  /// Where a search for a zero stopped.
  public struct Root: Equatable, Sendable {
    /// The best point found.
    public let value: Double
    /// The function there.
    public let residual: Double
    /// Evaluations of the function.
    public let evaluations: Int
    /// Whether the ends had opposite signs and the bracket shrank below the tolerance.
    public let converged: Bool
  }

  /// A zero of `function` between two ends of opposite sign, by Brent's method.
  /// - Parameters:
  ///   - tolerance: ≥ 0; absolute width of the final bracket, beside 4 ulp of the root.
  ///   - maximumEvaluations: ≥ 2.
  /// - Returns: the root, or the end with the smaller residual and `converged` false if the signs agree or a value is NaN.
  /// - Source: Brent, "Algorithms for minimization without derivatives" (1973), chapter 4.
  public static func brent(
    in bracket: ClosedRange<Double>, tolerance: Double = 1e-12, maximumEvaluations: Int = 500,
    _ function: (Double) -> Double
  ) -> Root {
    var (a, b) = (bracket.lowerBound, bracket.upperBound)
    var (fa, fb) = (function(a), function(b))
    var evaluations = 2
    if !(fa * fb <= 0) {
      let best = abs(fa) < abs(fb) ? (a, fa) : (b, fb)
      return Root(value: best.0, residual: best.1, evaluations: evaluations, converged: false)
    }
    var (c, fc) = (a, fa)
    var (step, previous) = (b - a, b - a)
    while true {
      if abs(fc) < abs(fb) { (a, b, c, fa, fb, fc) = (b, c, b, fb, fc, fb) }
      let limit = 2 * Double.ulpOfOne * abs(b) + 0.5 * tolerance
      let half = 0.5 * (c - b)
      if abs(half) <= limit || fb == 0 || evaluations >= maximumEvaluations {
        return Root(
          value: b, residual: fb, evaluations: evaluations, converged: abs(half) <= limit || fb == 0)
      }
      (step, previous) = nextStep(a, b, c, fa, fb, fc, half: half, limit: limit, step, previous)
      (a, fa) = (b, fb)
      b += abs(step) > limit ? step : (half > 0 ? limit : -limit)
      fb = function(b)
      evaluations += 1
      if (fb > 0) == (fc > 0) {
        (c, fc) = (a, fa)
        (step, previous) = (b - a, b - a)
      }
    }
  }

  /// Inverse quadratic or secant step where it is safe, bisection otherwise; with the step before it.
  private static func nextStep(
    _ a: Double, _ b: Double, _ c: Double, _ fa: Double, _ fb: Double, _ fc: Double, half: Double, limit: Double,
    _ step: Double, _ previous: Double
  ) -> (Double, Double) {
    if abs(previous) < limit || abs(fa) <= abs(fb) { return (half, half) }
    let s = fb / fa
    var (p, q): (Double, Double)
    if a == c {
      (p, q) = (2 * half * s, 1 - s)
    } else {
      let (u, v) = (fa / fc, fb / fc)
      (p, q) = (s * (2 * half * u * (u - v) - (b - a) * (v - 1)), (u - 1) * (v - 1) * (s - 1))
    }
    if p > 0 { q = -q } else { p = -p }
    if 2 * p < min(3 * half * q - abs(limit * q), abs(previous * q)) { return (p / q, step) }
    return (half, half)
  }
}
