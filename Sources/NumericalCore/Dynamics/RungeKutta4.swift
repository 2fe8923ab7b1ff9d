import Diagnostics

/// The classical fourth-order Runge–Kutta method with a fixed step, on a state held by the caller.
///
/// The stages' storage is made once, so that a step allocates nothing:
///
///     var stepper = RungeKutta4(dimension: 3)
///     stepper.step(&state, time: t, step: h) { time, state, derivative in … }
public struct RungeKutta4: Sendable {
  /// Length of the state.
  public let dimension: Int
  private var stage: [Double]
  private var slope: [Double]
  private var total: [Double]

  /// A stepper for states of the given length.
  public init(dimension: Int) {
    self.dimension = dimension
    stage = [Double](repeating: 0, count: dimension)
    slope = stage
    total = stage
  }

  /// Advances `state` from `time` to `time + step`.
  /// - Parameter derivative: writes ẋ at (time, x) into its third argument, all elements.
  /// - Complexity: four evaluations of `derivative` and O(dimension).
  /// - Accuracy: local error O(step⁵).
  public mutating func step(
    _ state: inout [Double], time: Double, step: Double, derivative: (Double, [Double], inout [Double]) -> Void
  ) {
    if state.count != dimension { trap("RungeKutta4 of dimension \(dimension): a state of \(state.count)") }
    derivative(time, state, &slope)
    accumulate(state, weight: 1, keep: false, advance: 0.5 * step)
    derivative(time + 0.5 * step, stage, &slope)
    accumulate(state, weight: 2, keep: true, advance: 0.5 * step)
    derivative(time + 0.5 * step, stage, &slope)
    accumulate(state, weight: 2, keep: true, advance: step)
    derivative(time + step, stage, &slope)
    let sixth = step / 6
    for i in 0..<dimension { state[i] += sixth * (total[i] + slope[i]) }
  }

  /// Advances `state` from `start` to `end` in equal steps, each at most `maximumStep` long.
  public mutating func integrate(
    _ state: inout [Double], from start: Double, to end: Double, maximumStep: Double,
    derivative: (Double, [Double], inout [Double]) -> Void
  ) {
    if !(maximumStep > 0) { trap("RungeKutta4: a step of \(maximumStep)") }
    let count = max(1, Int(((end - start).magnitude / maximumStep).rounded(.up)))
    let width = (end - start) / Double(count)
    if width == 0 { return }
    for index in 0..<count {
      step(&state, time: start + Double(index) * width, step: width, derivative: derivative)
    }
  }

  /// total ← (keep ? total : 0) + weight·slope; stage ← state + advance·slope.
  private mutating func accumulate(_ state: [Double], weight: Double, keep: Bool, advance: Double) {
    for i in 0..<dimension {
      total[i] = (keep ? total[i] : 0) + weight * slope[i]
      stage[i] = state[i] + advance * slope[i]
    }
  }
}
