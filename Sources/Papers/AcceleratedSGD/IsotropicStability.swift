import NumericalCore

/// The second moments of the accelerated method with λ = 1/d from a start of equal coordinates: by symmetry one linear map
/// on (V, W, C), stable in mean square if its spectral radius is at most 1.
struct IsotropicStability {
  private static let gridPoints = 400

  let dimension: Int
  let beta: Double
  private let lambda: Double
  /// Q = ω·S.
  private let omega: Double

  init(_ problem: StreamingRegression, beta: Double) {
    dimension = problem.dimension
    self.beta = beta
    lambda = 1 / Double(dimension)
    let moment = problem.fourthMoment
    omega = lambda * (moment.square * lambda + moment.own + moment.trace)
  }

  /// The map of `AcceleratedMoments` on (V, d²W, dC) less the identity, in units of λ.
  ///
  /// In a high dimension the map is close to the identity, so that its eigenvalues are best found from what it changes; in
  /// these units all entries are of order 1 for an α of order 1/d.
  func generator(alpha: Double) -> Matrix {
    let (b, d) = (beta, Double(dimension))
    let a = alpha * d
    let ratio = omega * d
    // What a row changes by S = V + 2C + W, in the units of the columns.
    func row(_ perSum: Double, _ v: Double, _ w: Double, _ c: Double) -> [Double] {
      [perSum + v, perSum / (d * d) + w, 2 * perSum / d + c]
    }
    return Matrix([
      // V′ − V = S − V + (β²ω − 2βλ)S, of which S − V = W + 2C.
      row(b * b * ratio - 2 * b, 0, 1 / d, 2),
      row(a * a * ratio, 0, -2 * a / d, -2 * a),
      row(a * b * ratio - a, 0, 1 - b / d, -b),
    ])
  }

  /// The spectral radius less 1, as max (|1 + λν| − 1) over the eigenvalues ν of the generator.
  func excess(alpha: Double) throws -> Double {
    try GeneralEigen.values(of: generator(alpha: alpha)).reduce(-1.0) { largest, value in
      let (re, im) = (lambda * value.real, lambda * value.imaginary)
      // |1 + z| − 1 = (|1 + z|² − 1)/(|1 + z| + 1).
      let squared = 2 * re + re * re + im * im
      return max(largest, squared / ((1 + squared).squareRoot() + 1))
    }
  }

  /// The largest α with spectral radius at most 1: the last such of a logarithmic grid on [10⁻⁶, 10³]·β/d, refined by
  /// bisection.
  /// - Returns: nil if there is none, as for a β with which plain SGD diverges.
  func largestAlpha() throws -> Double? {
    let unit = beta * lambda
    let grid = Vector.logarithmicallySpaced(from: 1e-6 * unit, through: 1e3 * unit, count: Self.gridPoints)
    guard let last = try grid.lastIndex(where: { try excess(alpha: $0) <= 0 }), last < grid.count - 1 else { return nil }
    var (stable, unstable) = (grid[last], grid[last + 1])
    while unstable - stable > 8 * stable.ulp {
      let middle = 0.5 * (stable + unstable)
      if try excess(alpha: middle) <= 0 { stable = middle } else { unstable = middle }
    }
    return stable
  }
}
