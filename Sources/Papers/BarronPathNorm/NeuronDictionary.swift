import NumericalCore

/// The exact convex version of the path-norm problem in the plane: a Lasso over neurons at P equal angles,
///
///     min over c of 1/n ‖y − Φc‖² + λ‖c‖₁,   Φᵢⱼ = σ(⟨wⱼ, xᵢ⟩),   ‖wⱼ‖₁ = 1,
///
/// in which ‖c‖₁ is the path norm of the function.
struct NeuronDictionary {
  struct Fit {
    var coefficients: [Double]
    var objective: Double
    var pathNorm: Double { Vector.l1Norm(coefficients) }
    /// How many neurons are used.
    var support: Int { coefficients.count { $0 != 0 } }
  }

  /// Neighbouring neurons are nearly the same, so that coordinate descent needs many sweeps.
  private static let mostSweeps = 5_000_000

  /// 2πj/P, `[P]`.
  let angles: [Double]
  /// wⱼ, `[P × 2]`.
  private let neurons: Matrix

  init(count: Int) {
    let angles = (0..<count).map { 2 * Double.pi * Double($0) / Double(count) }
    self.angles = angles
    neurons = Matrix(angles.map(Self.neuron))
  }

  /// The direction at an angle, of ℓ₁ norm 1.
  static func neuron(at angle: Double) -> [Double] {
    let (x, y) = (CircularFunctions.cosine(angle), CircularFunctions.sine(angle))
    let norm = abs(x) + abs(y)
    return [x / norm, y / norm]
  }

  /// Φ for points in the rows.
  func features(_ points: Matrix) -> Matrix {
    var features = Matrix.multiply(points, neurons, transposingRight: true)
    features.withUnsafeMutableElements { elements in
      for index in elements.indices { elements[index] = max(0, elements[index]) }
    }
    return features
  }

  /// The minimiser, by coordinate descent.
  ///
  /// Of more points than neurons only what the features see of them matters: with Φ = QR the squared distance is
  /// ‖Qᵀy − Rc‖² and a constant.
  /// - Parameter tolerance: the duality gap as a share of the value at c = 0 that counts as none.
  /// - Throws: `Unsolved` if coordinate descent does not come to an end.
  func fit(_ points: Matrix, _ targets: [Double], lambda: Double, tolerance: Double) throws -> Fit {
    // n/2 times the problem is that of `Lasso`.
    let half = 0.5 * Double(targets.count)
    var (design, seen, rest) = (features(points), targets, 0.0)
    if design.rows > design.columns {
      let factors = QR(design)
      design = factors.upper
      seen = [Double](repeating: 0, count: design.rows)
      factors.orthonormal.multiplyTransposed(targets, into: &seen)
      rest = Vector.squaredNorm(targets) - Vector.squaredNorm(seen)
    }
    let solution = Lasso(design: design, targets: seen)
      .solve(penalty: half * lambda, tolerance: tolerance, maximumSweeps: Self.mostSweeps)
    guard solution.outcome == .converged else { throw Unsolved(gap: solution.dualityGap) }
    return Fit(coefficients: solution.coefficients, objective: (solution.objective + 0.5 * rest) / half)
  }

  struct Unsolved: Error, CustomStringConvertible {
    let gap: Double
    var description: String { "coordinate descent stopped with a duality gap of \(gap)" }
  }
}
