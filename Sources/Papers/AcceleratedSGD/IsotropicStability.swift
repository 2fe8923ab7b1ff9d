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

  /// The map of `AcceleratedMoments` on (V, W, C) less the identity, in units of λ.
  ///
  /// In a high dimension the map is close to the identity, so that its eigenvalues are best found from what it changes.
  func generator(alpha: Double) -> Matrix {
    let (a, b) = (alpha, beta)
    let ratio = omega / lambda
    func row(_ ofSum: Double, _ v: Double, _ w: Double, _ c: Double) -> [Double] {
      // S = V + W + 2C.
      [ofSum + v, ofSum + w, 2 * ofSum + c]
    }
    let d = 1 / lambda
    return Matrix([
      // V′ − V = S − V + (−2βλ + β²ω)S, of which S − V = W + 2C.
      row(b * b * ratio - 2 * b, 0, d, 2 * d),
      row(a * a * ratio, 0, -2 * a, -2 * a),
      row(a * b * ratio - a, 0, d - b, -b),
    ])
  }

  /// The spectral radius less 1, as max (|1 + λν| − 1) over the eigenvalues ν of the generator.
  func excess(alpha: Double) -> Double {
    var largest = -1.0
    for root in RealCubic(characteristicOf: generator(alpha: alpha)).roots {
      let (re, im) = (lambda * root.real, lambda * root.imaginary)
      // |1 + z|² − 1 over |1 + z| + 1.
      let squared = 2 * re + re * re + im * im
      largest = max(largest, squared / ((1 + squared).squareRoot() + 1))
    }
    return largest
  }

  /// The largest α with spectral radius at most 1: the last such of a logarithmic grid on [10⁻⁶, 10³]·β/d, refined by
  /// bisection.
  /// - Returns: nil if there is none, as for a β with which plain SGD diverges.
  var largestAlpha: Double? {
    let unit = beta * lambda
    let grid = Vector.logarithmicallySpaced(from: 1e-6 * unit, through: 1e3 * unit, count: Self.gridPoints)
    guard let last = grid.lastIndex(where: { excess(alpha: $0) <= 0 }), last < grid.count - 1 else { return nil }
    var (stable, unstable) = (grid[last], grid[last + 1])
    while unstable - stable > 8 * stable.ulp {
      let middle = 0.5 * (stable + unstable)
      if excess(alpha: middle) <= 0 { stable = middle } else { unstable = middle }
    }
    return stable
  }
}
