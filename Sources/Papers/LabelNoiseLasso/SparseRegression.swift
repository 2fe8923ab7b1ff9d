import NumericalCore

/// Noiseless sparse regression y = Xβ° with more unknowns than data, and what the weighted Lasso
///
///     min over β ≥ 0 of ‖X̄β − ȳ‖² + δ̄⟨h̄, β⟩,   X̄ = X/√n, ȳ = y/√n, h̄ₖ = ‖X̄ₖ‖²
///
/// says of it in closed form: the domination gaps and the noise levels δ₋ and δ₊.
struct SparseRegression: Sendable {
  /// X, `[samples × features]`.
  let design: Matrix
  /// y, `[samples]`.
  let targets: [Double]
  /// β°, `[features]`, zero off the support.
  let truth: [Double]
  /// The coordinates of the support S, ascending.
  let support: [Int]
  /// h̄, `[features]`.
  let secondMoments: [Double]
  /// (X̄_Sᵀ X̄_S)⁻¹ h̄_S, one number a coordinate of the support: the Lasso shrinks βₖ by δ̄/2 of it.
  let shrinkage: [Double]
  /// h̄ₖ − X̄ₖᵀ X̄_S (X̄_Sᵀ X̄_S)⁻¹ h̄_S off the support, NaN on it; the condition is that all are positive.
  let dominationGaps: [Double]

  /// - Parameters:
  ///   - design: no column may be zero.
  ///   - support: distinct coordinates, ascending; their columns must be linearly independent.
  /// - Throws: `LinearAlgebraError.notPositiveDefinite` if they are not.
  init(design: Matrix, targets: [Double], truth: [Double], support: [Int]) throws {
    let samples = Double(design.rows)
    var moments = [Double](repeating: 0, count: design.columns)
    for i in 0..<design.rows {
      for (j, value) in design.row(i).enumerated() { moments[j] += value * value }
    }
    moments = moments.map { $0 / samples }
    let active = design.selectingColumns(support)
    let gram = (1 / samples) * Matrix.multiply(active, active, transposingLeft: true)
    let shrinkage = support.isEmpty ? [] : try Cholesky(gram).solve(support.map { moments[$0] })
    var explained = [Double](repeating: 0, count: design.columns)
    design.multiplyTransposed(active * shrinkage, into: &explained)
    var gaps = zip(moments, explained).map { $0 - $1 / samples }
    for k in support { gaps[k] = .nan }

    self.design = design
    self.targets = targets
    self.truth = truth
    self.support = support
    self.shrinkage = shrinkage
    secondMoments = moments
    dominationGaps = gaps
  }

  var samples: Int { design.rows }
  var features: Int { design.columns }
  /// The coordinates off the support, ascending.
  var offSupport: [Int] { (0..<features).filter { !support.contains($0) } }
  /// Whether the domination condition holds: h̄ strictly dominates off the support.
  var isDominated: Bool { offSupport.allSatisfy { dominationGaps[$0] > 0 } }

  /// δ₋: below it the weighted Lasso keeps the whole support; infinite if it always does.
  ///
  /// The supremum of the δ̄ > 0 with β°ₖ > (δ̄/2)·shrinkageₖ for all k of the support, 0 if there are none.
  var lowerThreshold: Double {
    var least = 0.0
    var largest = Double.infinity
    for (k, weight) in zip(support, shrinkage) {
      if weight > 0 {
        largest = min(largest, 2 * truth[k] / weight)
      } else if weight < 0 {
        least = max(least, 2 * truth[k] / weight)
      } else if truth[k] <= 0 {
        return 0
      }
    }
    return largest > least ? largest : 0
  }

  /// δ₊ = maxₖ 2[X̄ᵀȳ]ₖ/h̄ₖ: above it the weighted Lasso is zero.
  var upperThreshold: Double {
    var products = [Double](repeating: 0, count: features)
    design.multiplyTransposed(targets, into: &products)
    return zip(products, secondMoments).map { 2 * $0 / (Double(samples) * $1) }.max() ?? 0
  }

  /// Solves the weighted Lasso to a change below 1e-13 a sweep.
  /// - Parameter level: δ̄ > 0.
  /// - Throws: `UnsolvableProblem` if coordinate descent does not settle in a million sweeps.
  func lasso(level: Double) throws -> NonnegativeLasso.Solution {
    let scale = 1 / Double(samples).squareRoot()
    let problem = NonnegativeLasso(design: scale * design, targets: targets.map { scale * $0 })
    let solution = problem.solve(penalty: secondMoments.map { level * $0 }, tolerance: 1e-13)
    if !solution.converged {
      throw UnsolvableProblem("the weighted Lasso at deltabar \(level) did not converge in \(solution.sweeps) sweeps")
    }
    return solution
  }
}
