import NumericalCore

/// The exact expectation of the continuized method on a diagonal quadratic.
///
/// Each mode has three second moments s = (Eξ², Eξζ, Eζ²), which solve a linear differential equation: with
/// a = 1 − γλ, b = −γ′λ,
///
///     ṡ₁ = (−2η + a² − 1)s₁ + 2ηs₂                        + vγ²
///     ṡ₂ = (η′ + ab)s₁ + (−η − η′ + a − 1)s₂ + ηs₃        + vγγ′
///     ṡ₃ = b²s₁ + (2η′ + 2b)s₂ − 2η′s₃                    + vγ′²
///
/// with v the variance of the gradient noise in the coordinate. Solved by RK4 with steps of min(0.05, 0.2t).
struct MomentEquations {
  /// E f(x_t) − f* = signal + σ²·noise at each time asked for.
  struct Gaps {
    var signal: [Double]
    /// What gradient noise of total variance 1 adds.
    var noise: [Double]
  }

  private static let largestStep = 0.05
  private static let start = 1e-3

  let problem: DiagonalQuadratic

  /// The expected gaps.
  /// - Parameters:
  ///   - times: > 0, in any order.
  ///   - withNoise: whether to compute the noise part too, else it is zero.
  ///   - check: called now and then; what it throws ends the integration.
  /// - Complexity: O(dimension · last time · 20) a part.
  func gaps(at times: [Double], withNoise: Bool = false, check: () throws -> Void = {}) rethrows -> Gaps {
    let order = times.indices.sorted { times[$0] < times[$1] }
    let ascending = order.map { times[$0] }
    let signal = try integrate(ascending, starts: problem.minimiser.map { $0 * $0 }, variance: 0, check)
    var noise = [Double](repeating: 0, count: times.count)
    if withNoise {
      let zeros = [Double](repeating: 0, count: problem.dimension)
      noise = try integrate(ascending, starts: zeros, variance: 1 / Double(problem.dimension), check)
    }
    var result = Gaps(signal: times, noise: times)
    for (position, index) in order.enumerated() {
      result.signal[index] = signal[position]
      result.noise[index] = noise[position]
    }
    return result
  }

  /// ½ Σ λᵢ s₁ at ascending times, four modes at a time.
  private func integrate(
    _ times: [Double], starts: [Double], variance: Double, _ check: () throws -> Void
  ) rethrows -> [Double] {
    var grid = MomentGrid(problem, times: times, start: Self.start, largestStep: Self.largestStep)
    var modes: [(block: ModeBlock, state: ModeMoments)] = stride(from: 0, to: problem.dimension, by: 4).map { first in
      var lambda = SIMD4<Double>.zero
      var start = SIMD4<Double>.zero
      for lane in 0..<min(4, problem.dimension - first) {
        lambda[lane] = problem.eigenvalues[first + lane]
        start[lane] = starts[first + lane]
      }
      return (ModeBlock(eigenvalues: lambda, variance: variance), ModeMoments(xx: start, xz: start, zz: start))
    }
    var gaps = [Double](repeating: 0, count: times.count)
    while grid.fill() {
      try check()
      for index in modes.indices {
        let lambda = modes[index].block.lambda
        grid.integrate(modes[index].block, &modes[index].state) { record, moment in
          gaps[record] += 0.5 * (lambda * moment).sum()
        }
      }
    }
    return gaps
  }
}
