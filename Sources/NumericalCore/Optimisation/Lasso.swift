import Diagnostics

/// The Lasso with a penalty for every coefficient:
///
///     min over β of ½‖Xβ − y‖² + Σ penaltyⱼ·|βⱼ|        (no division by the number of samples)
///
/// solved by cyclic coordinate descent, sweeping over all features and over those in use in turn, until the duality gap
/// proves the solution.
///
/// - Source: Friedman, Hastie and Tibshirani, "Regularization paths for generalized linear models via coordinate descent"
///   (J. Stat. Softw. 2010); the gap as in Kim et al. (IEEE J. Sel. Top. Signal Process. 2007).
public struct Lasso: Sendable {
  /// Where coordinate descent stopped.
  public struct Solution: Equatable, Sendable {
    /// The coefficients β, `[features]`.
    public let coefficients: [Double]
    /// The value of the problem at β.
    public let objective: Double
    /// A bound of how far `objective` lies above the minimum.
    public let dualityGap: Double
    /// Sweeps over all features or over those in use.
    public let sweeps: Int
    /// `converged` if the gap is small enough.
    public let outcome: IterationOutcome
  }

  /// Transposed design: feature j is row j.
  private let features: Matrix
  private let targets: [Double]
  private let squaredNorms: [Double]

  /// Prepares a problem.
  /// - Parameters:
  ///   - design: X, `[samples × features]`.
  ///   - targets: y, `[samples]`.
  public init(design: Matrix, targets: [Double]) {
    if design.rows != targets.count { trap("Lasso: a design of \(design.shape), \(targets.count) targets") }
    let features = design.transposed()
    self.features = features
    self.targets = targets
    squaredNorms = (0..<features.rows).map { features.withUnsafeRow($0) { Vector.dot($0, $0) } }
  }

  /// The least penalty for which β = 0 is the solution: max |⟨Xⱼ, y⟩|.
  public var largestPenalty: Double { Vector.maxNorm(features * targets) }

  /// Solves for one penalty of all coefficients.
  public func solve(
    penalty: Double, start: [Double]? = nil, tolerance: Double = 1e-10, maximumSweeps: Int = 100_000
  ) -> Solution {
    solve(
      penalties: [Double](repeating: penalty, count: features.rows), start: start, tolerance: tolerance,
      maximumSweeps: maximumSweeps)
  }

  /// Solves for several penalties of all coefficients, each from the solution before it; descending ones are fastest.
  public func path(penalties: [Double], tolerance: Double = 1e-10, maximumSweeps: Int = 100_000) -> [Solution] {
    var solutions: [Solution] = []
    for penalty in penalties {
      solutions.append(
        solve(
          penalty: penalty, start: solutions.last?.coefficients, tolerance: tolerance, maximumSweeps: maximumSweeps))
    }
    return solutions
  }

  /// Solves for a penalty of every coefficient.
  /// - Parameters:
  ///   - penalties: `[features]`, each > 0.
  ///   - start: `[features]`; zeros if nil.
  ///   - tolerance: > 0; the duality gap as a share of ½‖y‖² that counts as none.
  ///   - maximumSweeps: ≥ 1.
  /// - Complexity: O(samples · features) a sweep over all features.
  public func solve(
    penalties: [Double], start: [Double]? = nil, tolerance: Double = 1e-10, maximumSweeps: Int = 100_000
  ) -> Solution {
    let count = features.rows
    var beta = start ?? [Double](repeating: 0, count: count)
    if penalties.count != count || beta.count != count || !penalties.allSatisfy({ $0 > 0 }) {
      trap("Lasso: \(penalties.count) penalties, which must be > 0, and a start of \(beta.count) for \(count) features")
    }
    var residual = targets
    features.multiplyTransposedAdding(beta, times: -1, into: &residual)
    let goal = tolerance * 0.5 * Vector.squaredNorm(targets)
    let everything = Array(0..<count)
    var slopes = [Double](repeating: 0, count: count)
    var (sweeps, outcome, certificate) = (0, IterationOutcome.limitReached, (objective: 0.0, gap: 0.0))
    while true {
      certificate = self.certificate(beta, residual, penalties, &slopes)
      if !certificate.gap.isFinite { outcome = .notFinite }
      if certificate.gap <= goal { outcome = .converged }
      if outcome != .limitReached || sweeps >= maximumSweeps { break }
      let first = sweep(everything, &beta, &residual, penalties)
      sweeps += 1
      let active = everything.filter { beta[$0] != 0 }
      var change = first
      for _ in 0..<20 where change > 0.01 * first && sweeps < maximumSweeps {
        change = sweep(active, &beta, &residual, penalties)
        sweeps += 1
      }
    }
    return Solution(
      coefficients: beta, objective: certificate.objective, dualityGap: certificate.gap, sweeps: sweeps,
      outcome: outcome)
  }

  /// One pass over some coordinates, keeping residual = y − Xβ; returns the largest change of the fit.
  private func sweep(
    _ chosen: [Int], _ beta: inout [Double], _ residual: inout [Double], _ penalties: [Double]
  ) -> Double {
    let samples = residual.count
    var largest = 0.0
    residual.withUnsafeMutableBufferPointer { residual in
      features.withUnsafeElements { elements in
        for j in chosen where squaredNorms[j] > 0 {
          let column = UnsafeBufferPointer(rebasing: elements[(j * samples)..<((j + 1) * samples)])
          let correlation = Vector.dot(column, UnsafeBufferPointer(residual)) + squaredNorms[j] * beta[j]
          let target = softThreshold(correlation, penalties[j]) / squaredNorms[j]
          let change = target - beta[j]
          if change == 0 { continue }
          Vector.axpy(-change, column, into: residual)
          beta[j] = target
          largest = max(largest, change * change * squaredNorms[j])
        }
      }
    }
    return largest
  }

  /// The objective at β and its distance from the dual objective at the residual scaled into the feasible set.
  private func certificate(
    _ beta: [Double], _ residual: [Double], _ penalties: [Double], _ slopes: inout [Double]
  ) -> (objective: Double, gap: Double) {
    features.multiply(residual, into: &slopes)
    var (scale, norm) = (1.0, 0.0)
    for j in beta.indices {
      if !(abs(slopes[j]) * scale <= penalties[j]) { scale = penalties[j] / abs(slopes[j]) }
      norm += penalties[j] * abs(beta[j])
    }
    let square = Vector.squaredNorm(residual)
    let objective = 0.5 * square + norm
    return (objective, objective - (scale * Vector.dot(targets, residual) - 0.5 * scale * scale * square))
  }
}

extension Matrix {
  /// y ← y + factor·Aᵀ·x.
  fileprivate func multiplyTransposedAdding(_ x: [Double], times factor: Double, into y: inout [Double]) {
    x.withUnsafeBufferPointer { x in
      y.withUnsafeMutableBufferPointer { multiplyTransposed(x, times: factor, keeping: 1, into: $0) }
    }
  }
}
