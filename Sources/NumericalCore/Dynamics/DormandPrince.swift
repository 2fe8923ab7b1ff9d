import Diagnostics

/// The Runge–Kutta method of Dormand and Prince of order 5 with steps that keep an embedded estimate of the error small.
///
/// The stages' storage is made once, so that a step allocates nothing.
///
/// - Source: Dormand and Prince, "A family of embedded Runge–Kutta formulae" (1980); step control and dense output as in
///   Hairer, Nørsett and Wanner, "Solving ordinary differential equations I", II.4–6.
public struct DormandPrince: Sendable {
  /// Why an integration ended.
  public enum Outcome: Equatable, Sendable {
    /// At the last time asked for.
    case reachedEnd
    /// The step that the tolerance asks for is below the spacing of numbers at this time: a stiff or singular problem.
    case stepUnderflow
    /// The largest number of steps is used up.
    case limitReached
    /// An infinity or NaN turned up in the derivative at the start.
    case notFinite
  }

  /// How an integration ended.
  public struct Report: Equatable, Sendable {
    /// The time that the state belongs to.
    public let time: Double
    /// Steps taken.
    public let accepted: Int
    /// Steps tried again with a smaller width.
    public let rejected: Int
    /// Evaluations of the derivative.
    public let evaluations: Int
    /// Why it ended.
    public let outcome: Outcome
  }

  /// Length of the state.
  public let dimension: Int
  /// Error allowed in a step, as a share of each component.
  public let relativeTolerance: Double
  /// Error allowed in a step beside that, in the units of the state.
  public let absoluteTolerance: Double

  private var k1: [Double]
  private var k2: [Double]
  private var k3: [Double]
  private var k4: [Double]
  private var k5: [Double]
  private var k6: [Double]
  private var k7: [Double]
  private var stage: [Double]
  private var output: [Double]

  /// An integrator for states of the given length; both tolerances ≥ 0, not both 0.
  public init(dimension: Int, relativeTolerance: Double = 1e-8, absoluteTolerance: Double = 1e-10) {
    if !(relativeTolerance >= 0 && absoluteTolerance >= 0 && relativeTolerance + absoluteTolerance > 0) {
      trap("DormandPrince: tolerances of \(relativeTolerance) and \(absoluteTolerance)")
    }
    self.dimension = dimension
    self.relativeTolerance = relativeTolerance
    self.absoluteTolerance = absoluteTolerance
    k1 = [Double](repeating: 0, count: dimension)
    (k2, k3, k4, k5, k6, k7, stage, output) = (k1, k1, k1, k1, k1, k1, k1, k1)
  }

  /// Advances `state` from `start` to exactly `end`, forwards or backwards.
  /// - Parameters:
  ///   - state: `[dimension]`: at `start`, then at the time of the report.
  ///   - initialStep: magnitude of the first step; chosen from the derivative if nil.
  ///   - maximumSteps: ≥ 1, tried ones included.
  ///   - derivative: writes ẋ at (time, x) into its third argument, all elements.
  public mutating func integrate(
    _ state: inout [Double], from start: Double, to end: Double, initialStep: Double? = nil,
    maximumSteps: Int = 1_000_000, derivative: (Double, [Double], inout [Double]) -> Void
  ) -> Report {
    integrate(
      &state, from: start, through: [end], initialStep: initialStep, maximumSteps: maximumSteps, derivative: derivative
    ) { _, _ in }
  }

  /// Advances `state` from `start` to exactly the last of `times`, and hands out the state at all of them.
  /// - Parameters:
  ///   - state: `[dimension]`: at `start`, then at the time of the report.
  ///   - times: at least one, in the order of integration; between steps by interpolation of order 4.
  ///   - record: called with the index of a time and the state there.
  public mutating func integrate(
    _ state: inout [Double], from start: Double, through times: [Double], initialStep: Double? = nil,
    maximumSteps: Int = 1_000_000, derivative: (Double, [Double], inout [Double]) -> Void,
    record: (Int, [Double]) -> Void
  ) -> Report {
    guard let end = times.last, state.count == dimension else {
      trap("DormandPrince of \(dimension): a state of \(state.count), \(times.count) times")
    }
    let sign: Double = end < start ? -1 : 1
    if !zip([start] + times, times).allSatisfy({ sign * ($1 - $0) >= 0 }) { trap("DormandPrince: times out of order") }
    var (time, next, accepted, rejected, evaluations) = (start, 0, 0, 0, 1)
    func report(_ outcome: Outcome) -> Report {
      Report(time: time, accepted: accepted, rejected: rejected, evaluations: evaluations, outcome: outcome)
    }
    while next < times.count && times[next] == start {
      record(next, state)
      next += 1
    }
    derivative(time, state, &k1)
    if !k1.allSatisfy(\.isFinite) { return report(.notFinite) }
    if start == end { return report(.reachedEnd) }
    var width = initialStep ?? firstWidth(state, sign, time, derivative, &evaluations)
    var lastError = 1e-4
    while accepted + rejected < maximumSteps {
      let isLast = width >= sign * (end - time) * (1 - 1e-14)
      let h = isLast ? end - time : sign * width
      if abs(h) <= 4 * time.ulp && !isLast { return report(.stepUnderflow) }
      let error = tryStep(state, time, h, derivative)
      evaluations += 6
      if !(error <= 1) {
        rejected += 1
        width = abs(h) * (error.isFinite ? max(0.2, 0.9 * Self.power(error, -0.17)) : 0.1)
        if time + sign * width == time { return report(.stepUnderflow) }
        continue
      }
      accepted += 1
      let reached = isLast ? end : time + h
      while next < times.count && sign * (times[next] - reached) <= 0 {
        if times[next] == reached { record(next, stage) } else {
          interpolate(state, h, (times[next] - time) / h)
          record(next, output)
        }
        next += 1
      }
      for i in 0..<dimension {
        state[i] = stage[i]
        k1[i] = k7[i]
      }
      time = reached
      if isLast { return report(.reachedEnd) }
      // The proportional–integral control of Gustafsson.
      let growth = 0.9 * Self.power(max(error, 1e-10), -0.17) * Self.power(lastError, 0.04)
      width = abs(h) * min(10, max(0.2, growth))
      lastError = max(error, 1e-4)
    }
    return report(.limitReached)
  }

  private static func power(_ base: Double, _ exponent: Double) -> Double {
    Elementary.exp(exponent * Elementary.log(base))
  }

  private func scale(_ a: Double, _ b: Double) -> Double { absoluteTolerance + relativeTolerance * max(abs(a), abs(b)) }

  /// A first step for which Euler's method errs by about the tolerance (Hairer, Nørsett and Wanner, II.4).
  private mutating func firstWidth(
    _ state: [Double], _ sign: Double, _ time: Double, _ derivative: (Double, [Double], inout [Double]) -> Void,
    _ evaluations: inout Int
  ) -> Double {
    func norm(_ values: (Int) -> Double) -> Double {
      let sum = (0..<dimension).reduce(0.0) {
        let ratio = values($1) / max(scale(state[$1], state[$1]), .leastNormalMagnitude)
        return $0 + ratio * ratio
      }
      return (sum / Double(max(1, dimension))).squareRoot()
    }
    let (size, slope) = (norm { state[$0] }, norm { k1[$0] })
    let h0 = size < 1e-5 || slope < 1e-5 || !size.isFinite || !slope.isFinite ? 1e-6 : 0.01 * size / slope
    for i in 0..<dimension { stage[i] = state[i] + sign * h0 * k1[i] }
    derivative(time + sign * h0, stage, &k2)
    evaluations += 1
    let bend = norm { k2[$0] - k1[$0] } / h0
    let largest = max(slope, bend)
    let h1 = largest <= 1e-15 ? max(1e-6, h0 * 1e-3) : Self.power(0.01 / largest, 0.2)
    let width = min(100 * h0, h1)
    return width.isFinite && width > 0 ? width : h0
  }

  /// stage ← the state after a step of h, k7 ← the derivative there; returns the error in units of the tolerance.
  private mutating func tryStep(
    _ x: [Double], _ t: Double, _ h: Double, _ derivative: (Double, [Double], inout [Double]) -> Void
  ) -> Double {
    for i in 0..<dimension { stage[i] = x[i] + h * (0.2 * k1[i]) }
    derivative(t + 0.2 * h, stage, &k2)
    for i in 0..<dimension { stage[i] = x[i] + h * (3.0 / 40 * k1[i] + 9.0 / 40 * k2[i]) }
    derivative(t + 0.3 * h, stage, &k3)
    for i in 0..<dimension { stage[i] = x[i] + h * (44.0 / 45 * k1[i] - 56.0 / 15 * k2[i] + 32.0 / 9 * k3[i]) }
    derivative(t + 0.8 * h, stage, &k4)
    for i in 0..<dimension {
      let low = 19372.0 / 6561 * k1[i] - 25360.0 / 2187 * k2[i]
      stage[i] = x[i] + h * (low + 64448.0 / 6561 * k3[i] - 212.0 / 729 * k4[i])
    }
    derivative(t + 8.0 / 9 * h, stage, &k5)
    for i in 0..<dimension {
      let low = 9017.0 / 3168 * k1[i] - 355.0 / 33 * k2[i]
      stage[i] = x[i] + h * (low + 46732.0 / 5247 * k3[i] + 49.0 / 176 * k4[i] - 5103.0 / 18656 * k5[i])
    }
    derivative(t + h, stage, &k6)
    for i in 0..<dimension {
      let low = 35.0 / 384 * k1[i] + 500.0 / 1113 * k3[i] + 125.0 / 192 * k4[i]
      stage[i] = x[i] + h * (low - 2187.0 / 6784 * k5[i] + 11.0 / 84 * k6[i])
    }
    derivative(t + h, stage, &k7)
    var sum = 0.0
    for i in 0..<dimension {
      let low = 71.0 / 57600 * k1[i] - 71.0 / 16695 * k3[i] + 71.0 / 1920 * k4[i]
      let error = h * (low - 17253.0 / 339200 * k5[i] + 22.0 / 525 * k6[i] - 1.0 / 40 * k7[i])
      if error == 0 { continue }
      let ratio = error / scale(x[i], stage[i])
      sum += ratio * ratio
    }
    return (sum / Double(max(1, dimension))).squareRoot()
  }

  /// output ← the state at the share θ of the last step, which began at x.
  private mutating func interpolate(_ x: [Double], _ h: Double, _ theta: Double) {
    let rest = 1 - theta
    for i in 0..<dimension {
      let difference = stage[i] - x[i]
      let bend = h * k1[i] - difference
      let low = -12_715_105_075.0 / 11_282_082_432 * k1[i] + 87_487_479_700.0 / 32_700_410_799 * k3[i]
      let middle = -10_690_763_975.0 / 1_880_347_072 * k4[i] + 701_980_252_875.0 / 199_316_789_632 * k5[i]
      let high = -1_453_857_185.0 / 822_651_844 * k6[i] + 69_997_945.0 / 29_380_423 * k7[i]
      let quartic = h * (low + middle + high)
      let inner = difference - h * k7[i] - bend + rest * quartic
      output[i] = x[i] + theta * (difference + rest * (bend + theta * inner))
    }
  }
}
