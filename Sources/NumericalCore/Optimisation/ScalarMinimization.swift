/// Minima of functions of one variable.
public enum ScalarMinimization {
  /// Where a search for a minimum stopped.
  public struct Minimum: Equatable, Sendable {
    /// The best point found.
    public let point: Double
    /// The function there.
    public let value: Double
    /// Evaluations of the function.
    public let evaluations: Int
    /// Why it stopped.
    public let outcome: IterationOutcome
  }

  /// A local minimum of `function` in an interval, by Brent's method: parabolas, and golden sections where those fail.
  /// - Parameters:
  ///   - tolerance: > 0; relative accuracy of the point, useful down to 1.5e-8.
  ///   - maximumEvaluations: ≥ 1.
  /// - Source: Brent, "Algorithms for minimization without derivatives" (1973), chapter 5.
  public static func brent(
    in interval: ClosedRange<Double>, tolerance: Double = 1e-8, maximumEvaluations: Int = 500,
    _ function: (Double) -> Double
  ) -> Minimum {
    let golden = 0.3819660112501051
    var (a, b) = (interval.lowerBound, interval.upperBound)
    var x = a + golden * (b - a)
    var (w, v) = (x, x)
    var fx = function(x)
    var (fw, fv) = (fx, fx)
    var (step, previous) = (0.0, 0.0)
    var evaluations = 1
    while true {
      let middle = 0.5 * (a + b)
      let limit = tolerance * abs(x) + 1e-12 * tolerance
      func stop(_ outcome: IterationOutcome) -> Minimum {
        Minimum(point: x, value: fx, evaluations: evaluations, outcome: outcome)
      }
      if fx.isNaN { return stop(.notFinite) }
      if abs(x - middle) <= 2 * limit - 0.5 * (b - a) { return stop(.converged) }
      if evaluations >= maximumEvaluations { return stop(.limitReached) }
      let parabola = abs(previous) > limit ? Self.parabola(x, w, v, fx, fw, fv) : .nan
      if abs(parabola) < abs(0.5 * previous) && x + parabola > a && x + parabola < b {
        (step, previous) = (parabola, step)
        if x + step - a < 2 * limit || b - x - step < 2 * limit { step = x < middle ? limit : -limit }
      } else {
        previous = x < middle ? b - x : a - x
        step = golden * previous
      }
      let u = x + (abs(step) >= limit ? step : (step > 0 ? limit : -limit))
      let fu = function(u)
      evaluations += 1
      if fu <= fx {
        if u < x { b = x } else { a = x }
        (v, fv, w, fw, x, fx) = (w, fw, x, fx, u, fu)
      } else {
        if u < x { a = u } else { b = u }
        if fu <= fw || w == x {
          (v, fv, w, fw) = (w, fw, u, fu)
        } else if fu <= fv || v == x || v == w {
          (v, fv) = (u, fu)
        }
      }
    }
  }

  /// How far from x the parabola through the three points has its vertex.
  private static func parabola(
    _ x: Double, _ w: Double, _ v: Double, _ fx: Double, _ fw: Double, _ fv: Double
  ) -> Double {
    let r = (x - w) * (fx - fv)
    let q = (x - v) * (fx - fw)
    return ((x - w) * r - (x - v) * q) / (2 * (q - r))
  }
}
