import Diagnostics

/// The Runge–Kutta method of Dormand and Prince of order 5, with steps that keep an estimate of the error small.
///
/// The stages' storage is made once, so that a step allocates nothing.
///
/// - Source: Dormand and Prince, "A family of embedded Runge–Kutta formulae" (1980); step control and dense output as
///   in Hairer, Nørsett and Wanner, "Solving ordinary differential equations I", II.4–6.
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

  /// The slopes of the stages; the first belongs to the state, the last to the end of the step tried.
  var k1: [Double]
  var k2: [Double]
  var k3: [Double]
  var k4: [Double]
  var k5: [Double]
  var k6: [Double]
  var k7: [Double]
  var stage: [Double]
  var output: [Double]

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
    var progress = Progress(time: start)
    while progress.next < times.count && times[progress.next] == start {
      record(progress.next, state)
      progress.next += 1
    }
    derivative(start, state, &k1)
    if !k1.allSatisfy(\.isFinite) { return progress.report(.notFinite) }
    if start == end { return progress.report(.reachedEnd) }
    progress.width = initialStep ?? firstWidth(state, sign, start, derivative, &progress.evaluations)
    while progress.accepted + progress.rejected < maximumSteps {
      let rest = sign * (end - progress.time)
      let isLast = progress.width >= rest * (1 - 1e-14)
      let h = isLast ? end - progress.time : sign * progress.width
      if abs(h) <= 4 * progress.time.ulp && !isLast { return progress.report(.stepUnderflow) }
      let error = tryStep(state, progress.time, h, derivative)
      progress.evaluations += 6
      if !(error <= 1) {
        progress.reject(h, error)
        if progress.time + progress.width == progress.time { return progress.report(.stepUnderflow) }
        continue
      }
      let reached = isLast ? end : progress.time + h
      while progress.next < times.count && sign * (times[progress.next] - reached) <= 0 {
        interpolate(state, h, (times[progress.next] - progress.time) / h, isEnd: times[progress.next] == reached)
        record(progress.next, output)
        progress.next += 1
      }
      for i in 0..<dimension {
        state[i] = stage[i]
        k1[i] = k7[i]
      }
      progress.accept(h, error, reached)
      if isLast { return progress.report(.reachedEnd) }
    }
    return progress.report(.limitReached)
  }

  /// How far an integration has come, and the width of its next step.
  private struct Progress {
    var time: Double
    var next = 0
    var accepted = 0
    var rejected = 0
    var evaluations = 1
    var width = 0.0
    private var lastError = 1e-4

    init(time: Double) { self.time = time }

    func report(_ outcome: Outcome) -> Report {
      Report(time: time, accepted: accepted, rejected: rejected, evaluations: evaluations, outcome: outcome)
    }

    mutating func reject(_ h: Double, _ error: Double) {
      rejected += 1
      width = abs(h) * (error.isFinite ? max(0.2, 0.9 * Elementary.power(error, -0.17)) : 0.1)
    }

    /// The proportional–integral control of Gustafsson.
    mutating func accept(_ h: Double, _ error: Double, _ reached: Double) {
      accepted += 1
      time = reached
      let growth = 0.9 * Elementary.power(max(error, 1e-10), -0.17) * Elementary.power(lastError, 0.04)
      width = abs(h) * min(10, max(0.2, growth))
      lastError = max(error, 1e-4)
    }
  }
}
