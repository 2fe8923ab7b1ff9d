import Diagnostics

/// The Euler–Maruyama method for dx = b(t, x) dt + σ(t, x) dW, on a state held by the caller.
///
/// The storage is made once, so that a step allocates nothing. Strong order ½ (1 where σ does not depend on x), weak
/// order 1.
///
/// - Source: Kloeden and Platen, "Numerical solution of stochastic differential equations" (1992), section 10.2.
public struct EulerMaruyama: Sendable {
  /// Length of the state.
  public let dimension: Int
  /// Number of independent Brownian motions.
  public let noiseDimension: Int
  private var drift: [Double]
  private var increments: [Double]
  private var kick: [Double]

  /// A stepper for states of the given length, driven by `noiseDimension` Brownian motions (as many as the state is long
  /// if nil).
  public init(dimension: Int, noiseDimension: Int? = nil) {
    self.dimension = dimension
    self.noiseDimension = noiseDimension ?? dimension
    drift = [Double](repeating: 0, count: dimension)
    kick = drift
    increments = [Double](repeating: 0, count: self.noiseDimension)
  }

  /// Advances `state` from `time` to `time + step`.
  /// - Parameters:
  ///   - state: `[dimension]`.
  ///   - step: > 0.
  ///   - source: gives the increments ΔW, `[noiseDimension]` normal numbers of variance `step`.
  ///   - drift: writes b(t, x) into its third argument, all elements.
  ///   - diffusion: writes σ(t, x)·ΔW into its fourth argument, all elements; ΔW is its third.
  /// - Complexity: one evaluation of each and O(dimension + noiseDimension).
  public mutating func step(
    _ state: inout [Double], time: Double, step: Double, source: inout RandomSource,
    drift evaluateDrift: (Double, [Double], inout [Double]) -> Void,
    diffusion: (Double, [Double], [Double], inout [Double]) -> Void
  ) {
    if state.count != dimension || !(step > 0) {
      trap("EulerMaruyama of dimension \(dimension): a state of \(state.count), a step of \(step)")
    }
    let root = step.squareRoot()
    source.fillNormals(&increments)
    for i in 0..<noiseDimension { increments[i] *= root }
    evaluateDrift(time, state, &drift)
    diffusion(time, state, increments, &kick)
    for i in 0..<dimension { state[i] += step * drift[i] + kick[i] }
  }

  /// Advances `state` from `start` to `end` > `start` in `count` ≥ 1 equal steps.
  /// - Parameter observe: called with the time and the state after each step.
  public mutating func integrate(
    _ state: inout [Double], from start: Double, to end: Double, steps count: Int, source: inout RandomSource,
    drift: (Double, [Double], inout [Double]) -> Void, diffusion: (Double, [Double], [Double], inout [Double]) -> Void,
    observe: (Double, [Double]) -> Void = { _, _ in }
  ) {
    if count < 1 { trap("EulerMaruyama: \(count) steps") }
    let width = (end - start) / Double(count)
    for index in 0..<count {
      let time = start + Double(index) * width
      step(&state, time: time, step: width, source: &source, drift: drift, diffusion: diffusion)
      observe(index == count - 1 ? end : time + width, state)
    }
  }
}
