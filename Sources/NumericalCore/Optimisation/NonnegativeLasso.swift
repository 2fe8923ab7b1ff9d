import Diagnostics

/// The non-negative Lasso with a weight for every coefficient:
///
///     min over β ≥ 0 of ‖Xβ − y‖² + ⟨penalty, β⟩        (no factor ½)
///
/// solved by cyclic coordinate descent with the residual r = Xβ − y kept up to date:
/// βⱼ ← max(0, βⱼ − (⟨Xⱼ, r⟩ + penaltyⱼ/2) / ‖Xⱼ‖²).
public struct NonnegativeLasso: Sendable {
  /// Where coordinate descent stopped.
  public struct Solution: Equatable, Sendable {
    /// The coefficients β, `[features]`.
    public let coefficients: [Double]
    /// The dual variable μ = 2Xᵀ(Xβ − y) + penalty, `[features]`; at a minimum μ ≥ 0 and ⟨μ, β⟩ = 0.
    public let dual: [Double]
    /// Sweeps over all coordinates.
    public let sweeps: Int
    /// Whether the last sweep changed no coefficient by `tolerance` or more.
    public let converged: Bool
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
    if design.rows != targets.count { trap("NonnegativeLasso: a design of \(design.shape), \(targets.count) targets") }
    let columns = design.transposed()
    squaredNorms = (0..<columns.rows).map { Vector.squaredNorm(columns.row($0)) }
    features = columns
    self.targets = targets
  }

  /// Solves for one penalty.
  /// - Parameters:
  ///   - penalty: `[features]`, each ≥ 0.
  ///   - start: `[features]`, each ≥ 0; zeros if nil.
  ///   - tolerance: > 0; the largest change in a sweep that counts as none.
  ///   - maximumSweeps: ≥ 1.
  /// - Complexity: O(samples · features) a sweep.
  public func solve(
    penalty: [Double], start: [Double]? = nil, tolerance: Double = 1e-13, maximumSweeps: Int = 1_000_000
  ) -> Solution {
    let count = features.rows
    if penalty.count != count { trap("NonnegativeLasso: \(penalty.count) penalties for \(count) features") }
    var beta = start ?? [Double](repeating: 0, count: count)
    if beta.count != count { trap("NonnegativeLasso: a start of \(beta.count) for \(count) features") }
    var residual = targets.map { -$0 }
    for j in 0..<count where beta[j] != 0 { Vector.axpy(beta[j], features.row(j), into: &residual) }
    var sweeps = 0
    var converged = false
    residual.withUnsafeMutableBufferPointer { residual in
      while sweeps < maximumSweeps && !converged {
        converged = sweep(&beta, residual, penalty) < tolerance
        sweeps += 1
      }
    }
    var dual = features * residual
    for j in 0..<count { dual[j] = 2 * dual[j] + penalty[j] }
    return Solution(coefficients: beta, dual: dual, sweeps: sweeps, converged: converged)
  }

  /// One pass over all coordinates; returns the largest change.
  private func sweep(_ beta: inout [Double], _ residual: UnsafeMutableBufferPointer<Double>, _ penalty: [Double]) -> Double {
    let samples = residual.count
    var largest = 0.0
    features.withUnsafeElements { elements in
      for j in 0..<beta.count {
        let column = UnsafeBufferPointer(rebasing: elements[(j * samples)..<((j + 1) * samples)])
        let slope = Vector.dot(column, UnsafeBufferPointer(residual)) + penalty[j] / 2
        let target = squaredNorms[j] > 0 ? max(0, beta[j] - slope / squaredNorms[j]) : 0
        let change = target - beta[j]
        if change == 0 { continue }
        Vector.axpy(change, column, into: residual)
        beta[j] = target
        largest = max(largest, abs(change))
      }
    }
    return largest
  }
}
