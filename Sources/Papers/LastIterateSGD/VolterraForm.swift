import NumericalCore

/// The risk as the solution of a discrete Volterra equation.
///
/// With mᵢ = 1 − 2γλᵢ + 2γ²λᵢ², gₜ = ½ Σ λᵢcᵢ(0)mᵢᵗ and Kₜ = γ² Σ λᵢ²mᵢᵗ, fₜ = gₜ + Σ_{s<t} K_{t−1−s}fₛ: the start is
/// forgotten as if there were no noise, and every risk met on the way is paid for again through the kernel K.
struct VolterraForm {
  /// f₀ … f_T.
  let risks: [Double]

  /// - Complexity: O(dimension · T + T²).
  init(_ problem: PowerLawProblem, stepSize gamma: Double, through last: Int, check: () throws -> Void = {}) rethrows {
    var forgetting = zip(problem.eigenvalues, problem.start).map { 0.5 * $0 * $1 }
    var paying = problem.eigenvalues.map { gamma * gamma * $0 * $0 }
    let factors = problem.eigenvalues.map { 1 - 2 * gamma * $0 * (1 - gamma * $0) }
    // Backwards, so that the convolution is an inner product of two stretches in the same direction.
    var kernel = [Double](repeating: 0, count: last + 1)
    var risks = [Double](repeating: 0, count: last + 1)
    for t in 0...last {
      if t % 256 == 0 { try check() }
      let convolved = kernel.withUnsafeBufferPointer { kernel in
        risks.withUnsafeBufferPointer { risks in
          Vector.dot(
            UnsafeBufferPointer(rebasing: kernel[(last + 1 - t)...]), UnsafeBufferPointer(rebasing: risks[..<t]))
        }
      }
      risks[t] = Vector.sum(forgetting) + convolved
      kernel[last - t] = Vector.sum(paying)
      for i in factors.indices {
        forgetting[i] *= factors[i]
        paying[i] *= factors[i]
      }
    }
    self.risks = risks
  }
}
