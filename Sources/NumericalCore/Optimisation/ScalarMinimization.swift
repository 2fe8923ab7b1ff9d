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
    var points = Points(interval, function)
    var (step, previous) = (0.0, 0.0)
    var evaluations = 1
    while true {
      let (x, middle) = (points.x, 0.5 * (points.low + points.high))
      let limit = tolerance * abs(x) + 1e-12 * tolerance
      func stop(_ outcome: IterationOutcome) -> Minimum {
        Minimum(point: x, value: points.fx, evaluations: evaluations, outcome: outcome)
      }
      if points.fx.isNaN { return stop(.notFinite) }
      if abs(x - middle) <= 2 * limit - 0.5 * (points.high - points.low) { return stop(.converged) }
      if evaluations >= maximumEvaluations { return stop(.limitReached) }
      let parabola = abs(previous) > limit ? points.parabola : .nan
      if abs(parabola) < abs(0.5 * previous) && x + parabola > points.low && x + parabola < points.high {
        (step, previous) = (parabola, step)
        if x + step - points.low < 2 * limit || points.high - x - step < 2 * limit { step = x < middle ? limit : -limit }
      } else {
        previous = x < middle ? points.high - x : points.low - x
        step = golden * previous
      }
      let u = x + (abs(step) >= limit ? step : (step > 0 ? limit : -limit))
      points.add(u, function(u))
      evaluations += 1
    }
  }

  /// The square of the golden section.
  private static let golden = 0.3819660112501051

  /// The bracket, and the three best points in it: x, then w, then v.
  private struct Points {
    var (low, high): (Double, Double)
    var (x, w, v): (Double, Double, Double)
    var (fx, fw, fv): (Double, Double, Double)

    init(_ interval: ClosedRange<Double>, _ function: (Double) -> Double) {
      (low, high) = (interval.lowerBound, interval.upperBound)
      let start = interval.lowerBound + golden * (interval.upperBound - interval.lowerBound)
      (x, w, v) = (start, start, start)
      let value = function(start)
      (fx, fw, fv) = (value, value, value)
    }

    mutating func add(_ u: Double, _ fu: Double) {
      if fu <= fx {
        if u < x { high = x } else { low = x }
        (v, fv, w, fw, x, fx) = (w, fw, x, fx, u, fu)
        return
      }
      if u < x { low = u } else { high = u }
      if fu <= fw || w == x {
        (v, fv, w, fw) = (w, fw, u, fu)
      } else if fu <= fv || v == x || v == w {
        (v, fv) = (u, fu)
      }
    }

    /// How far from x the parabola through the three points has its vertex.
    var parabola: Double {
      let r = (x - w) * (fx - fv)
      let q = (x - v) * (fx - fw)
      return ((x - w) * r - (x - v) * q) / (2 * (q - r))
    }
  }
}
