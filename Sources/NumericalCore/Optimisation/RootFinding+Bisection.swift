extension RootFinding {
  /// A zero of `function` between two ends of opposite sign, by halving.
  /// - Parameters:
  ///   - tolerance: ≥ 0; absolute width of the final bracket; 0 goes on to neighbouring numbers.
  ///   - maximumEvaluations: ≥ 2.
  /// - Returns: the end of the last bracket with the smaller residual; `converged` is false if the signs agree or a value
  ///   is NaN.
  public static func bisection(
    in bracket: ClosedRange<Double>, tolerance: Double = 1e-12, maximumEvaluations: Int = 2000,
    _ function: (Double) -> Double
  ) -> Root {
    var (low, high) = (bracket.lowerBound, bracket.upperBound)
    var (atLow, atHigh) = (function(low), function(high))
    var evaluations = 2
    func best(_ converged: Bool) -> Root {
      let isLow = abs(atLow) <= abs(atHigh)
      return Root(
        value: isLow ? low : high, residual: isLow ? atLow : atHigh, evaluations: evaluations, converged: converged)
    }
    if !(min(atLow, atHigh) <= 0 && max(atLow, atHigh) >= 0) { return best(false) }
    while atLow != 0 && atHigh != 0 {
      let middle = low + 0.5 * (high - low)
      if high - low <= tolerance || middle <= low || middle >= high { return best(true) }
      if evaluations >= maximumEvaluations { return best(false) }
      let value = function(middle)
      evaluations += 1
      if value.isNaN { return best(false) }
      let isBelow = (value > 0) == (atLow > 0)
      if isBelow { (low, atLow) = (middle, value) } else { (high, atHigh) = (middle, value) }
    }
    return best(true)
  }

  /// A bracket of a zero for the searches above, grown from `bracket` by moving both ends outwards.
  /// - Parameters:
  ///   - bracket: of positive length.
  ///   - growth: > 0; by how much of its length the bracket grows at each end.
  ///   - maximumEvaluations: ≥ 2.
  /// - Returns: nil if no change of sign is found.
  public static func grownBracket(
    from bracket: ClosedRange<Double>, growth: Double = 0.5, maximumEvaluations: Int = 100,
    _ function: (Double) -> Double
  ) -> ClosedRange<Double>? {
    var (low, high) = (bracket.lowerBound, bracket.upperBound)
    var (atLow, atHigh) = (function(low), function(high))
    for _ in stride(from: 2, to: maximumEvaluations, by: 2) {
      if min(atLow, atHigh) <= 0 && max(atLow, atHigh) >= 0 { return low...high }
      let step = growth * (high - low)
      (low, high) = (low - step, high + step)
      if !low.isFinite || !high.isFinite { return nil }
      (atLow, atHigh) = (function(low), function(high))
    }
    return min(atLow, atHigh) <= 0 && max(atLow, atHigh) >= 0 ? low...high : nil
  }
}
