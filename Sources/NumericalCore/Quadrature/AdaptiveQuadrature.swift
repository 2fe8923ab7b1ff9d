import Diagnostics

/// Integrals to a prescribed accuracy: the rule with the largest error estimate is halved until the sum is small enough.
///
/// - Source: Piessens et al., "QUADPACK" (1983), QAG with the Gauss–Kronrod pair of 10 and 21 points.
public enum AdaptiveQuadrature {
  /// An integral with what is known about it.
  public struct Integral: Equatable, Sendable {
    /// The estimate.
    public let value: Double
    /// A bound of its error, usually far too large.
    public let error: Double
    /// Evaluations of the function.
    public let evaluations: Int
    /// `brokeDown` if an interval cannot be halved any more: a singularity that is not integrable, or too strong.
    public let outcome: IterationOutcome
  }

  private struct Part {
    let lower: Double
    let upper: Double
    let value: Double
    let error: Double
  }

  /// The integral of `function` from `lower` to `upper`, either of which may be infinite.
  ///
  /// The function is not evaluated at the ends, unless they are too close to round away from. Infinite ranges are mapped
  /// to finite ones by t ↦ t/(1 − t²) or t/(1 − t).
  /// - Parameters:
  ///   - absoluteTolerance, relativeTolerance: ≥ 0; the error may be up to the larger of the two.
  ///   - maximumIntervals: ≥ 1.
  /// - Complexity: 21 evaluations an interval.
  public static func integrate(
    from lower: Double, to upper: Double, absoluteTolerance: Double = 0, relativeTolerance: Double = 1e-10,
    maximumIntervals: Int = 500, _ function: (Double) -> Double
  ) -> Integral {
    if lower.isNaN || upper.isNaN { return Integral(value: .nan, error: .nan, evaluations: 0, outcome: .notFinite) }
    if lower == upper { return Integral(value: 0, error: 0, evaluations: 0, outcome: .converged) }
    if lower > upper {
      let same = integrate(
        from: upper, to: lower, absoluteTolerance: absoluteTolerance, relativeTolerance: relativeTolerance,
        maximumIntervals: maximumIntervals, function)
      return Integral(value: -same.value, error: same.error, evaluations: same.evaluations, outcome: same.outcome)
    }
    let limits = (absoluteTolerance, relativeTolerance, maximumIntervals)
    switch (lower.isInfinite, upper.isInfinite) {
    case (false, false): return refine(lower, upper, limits, function)
    case (false, true):
      return refine(0, 1, limits) { function(lower + $0 / (1 - $0)) / ((1 - $0) * (1 - $0)) }
    case (true, false):
      return refine(0, 1, limits) { function(upper - $0 / (1 - $0)) / ((1 - $0) * (1 - $0)) }
    case (true, true):
      return refine(-1, 1, limits) { t in
        let rest = (1 - t) * (1 + t)
        return function(t / rest) * (1 + t * t) / (rest * rest)
      }
    }
  }

  private static func refine(
    _ lower: Double, _ upper: Double, _ limits: (absolute: Double, relative: Double, intervals: Int),
    _ function: (Double) -> Double
  ) -> Integral {
    var parts = [apply(lower, upper, function)]
    while true {
      let value = parts.reduce(0) { $0 + $1.value }
      let error = parts.reduce(0) { $0 + $1.error }
      func stop(_ outcome: IterationOutcome) -> Integral {
        Integral(value: value, error: error, evaluations: 21 * (2 * parts.count - 1), outcome: outcome)
      }
      if !value.isFinite { return stop(.notFinite) }
      if error <= max(limits.absolute, limits.relative * abs(value)) { return stop(.converged) }
      if parts.count >= limits.intervals { return stop(.limitReached) }
      guard let worst = parts.indices.max(by: { parts[$0].error < parts[$1].error }) else { return stop(.brokeDown) }
      let part = parts[worst]
      let middle = 0.5 * (part.lower + part.upper)
      if middle - part.lower <= 100 * middle.ulp { return stop(.brokeDown) }
      parts[worst] = apply(part.lower, middle, function)
      parts.append(apply(middle, part.upper, function))
    }
  }

  /// Both rules on one interval, with QUADPACK's estimate of the error.
  private static func apply(_ lower: Double, _ upper: Double, _ function: (Double) -> Double) -> Part {
    let (middle, half) = (0.5 * (lower + upper), 0.5 * (upper - lower))
    let atMiddle = function(middle)
    var kronrod = atMiddle * middleWeight
    var (gauss, absolute) = (0.0, abs(kronrod))
    var values = InlineArray<20, Double>(repeating: 0)
    for index in 0..<10 {
      let offset = half * nodes[index].node
      let (left, right) = (function(middle - offset), function(middle + offset))
      values[2 * index] = left
      values[2 * index + 1] = right
      kronrod += nodes[index].kronrod * (left + right)
      gauss += nodes[index].gauss * (left + right)
      absolute += nodes[index].kronrod * (abs(left) + abs(right))
    }
    let mean = 0.5 * kronrod
    var spread = middleWeight * abs(atMiddle - mean)
    for index in 0..<20 { spread += nodes[index / 2].kronrod * abs(values[index] - mean) }
    var error = abs(half * (kronrod - gauss))
    spread *= half
    if spread != 0 && error != 0 {
      let ratio = 200 * error / spread
      error = ratio < 1 ? spread * ratio * ratio.squareRoot() : spread
    }
    let floor = 50 * 0x1p-52 * half * absolute
    return Part(lower: lower, upper: upper, value: half * kronrod, error: max(error, floor))
  }

  private static let middleWeight = 0.149445554002916905664936468389821

  /// The positive nodes with their weights in both rules; Gauss' rule uses every other node.
  private static let nodes: [(node: Double, kronrod: Double, gauss: Double)] = [
    (0.995657163025808080735527280689003, 0.011694638867371874278064396062192, 0),
    (0.973906528517171720077964012084452, 0.032558162307964727478818972459390, 0.066671344308688137593568809893332),
    (0.930157491355708226001207180059508, 0.054755896574351996031381300244580, 0),
    (0.865063366688984510732096688423493, 0.075039674810919952767043140916190, 0.149451349150580593145776339657697),
    (0.780817726586416897063717578345042, 0.093125454583697605535065465083366, 0),
    (0.679409568299024406234327365114874, 0.109387158802297641899210590325805, 0.219086362515982043995534934228163),
    (0.562757134668604683339000099272694, 0.123491976262065851077958109831074, 0),
    (0.433395394129247190799265943165784, 0.134709217311473325928054001771707, 0.269266719309996355091226921569469),
    (0.294392862701460198131126603103866, 0.142775938577060080797094273138717, 0),
    (0.148874338981631210884826001129720, 0.147739104901338491374841515972068, 0.295524224714752870173892994651338),
  ]
}
