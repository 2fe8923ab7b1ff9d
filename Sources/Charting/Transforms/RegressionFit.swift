import NumericalCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A least-squares curve through points.
struct RegressionFit {
  let method: TransformSpec.Regression.Method
  /// Intercept first.
  let coefficients: [Double]
  let rSquared: Double
  private let shift: Double
  private let scale: Double
  private let centred: [Double]

  /// Nil when there are too few points.
  init?(x allX: [Double], y allY: [Double], method: TransformSpec.Regression.Method, order: Int) {
    let pairs = zip(allX, allY).filter { x, y in
      x.isFinite && y.isFinite && (method != .log && method != .pow || x > 0) && (method != .exp && method != .pow || y > 0)
    }
    let degree = method == .quad ? 2 : method == .poly ? order : 1
    guard pairs.count > degree else { return nil }
    let x = pairs.map { method == .log || method == .pow ? RegressionFit.logarithm($0.0) : $0.0 }
    let y = pairs.map { method == .exp || method == .pow ? RegressionFit.logarithm($0.1) : $0.1 }
    let middle = Aggregation.sum(x) / Double(x.count)
    let spread = x.map { Swift.abs($0 - middle) }.max() ?? 1
    let width = spread > 0 ? spread : 1
    // The exponential fit weighs by y, as Vega's, so that large values count as they look.
    let weights = method == .exp ? pairs.map(\.1) : [Double](repeating: 1, count: y.count)
    guard let solution = Self.solve(x.map { ($0 - middle) / width }, y, weights, degree) else { return nil }
    self.method = method
    shift = middle
    scale = width
    centred = solution
    coefficients = Self.expanded(solution, middle, width)
    let mean = pairs.reduce(0) { $0 + $1.1 } / Double(pairs.count)
    let curve = { (place: Double) in Self.value(method, solution, middle, width, place) }
    let residual = pairs.reduce(0) { $0 + ($1.1 - curve($1.0)) * ($1.1 - curve($1.0)) }
    let total = pairs.reduce(0) { $0 + ($1.1 - mean) * ($1.1 - mean) }
    rSquared = total == 0 ? 0 : 1 - residual / total
  }

  func value(at x: Double) -> Double { Self.value(method, centred, shift, scale, x) }

  private static func value(_ method: TransformSpec.Regression.Method, _ c: [Double], _ shift: Double, _ scale: Double, _ x: Double) -> Double {
    let place = ((method == .log || method == .pow ? RegressionFit.logarithm(x) : x) - shift) / scale
    let value = c.reversed().reduce(0) { $0 * place + $1 }
    return method == .exp || method == .pow ? RegressionFit.exponential(value) : value
  }

  /// Least squares in the powers of centred and scaled x; rows are weighted by the roots of the weights.
  private static func solve(_ x: [Double], _ y: [Double], _ weights: [Double], _ degree: Int) -> [Double]? {
    let roots = weights.map { $0.squareRoot() }
    var design = Matrix(rows: x.count, columns: degree + 1)
    for (row, root) in roots.enumerated() {
      var power = root
      for column in 0...degree {
        design[row, column] = power
        power *= x[row]
      }
    }
    return try? QR(design).leastSquares(zip(roots, y).map { $0 * $1 })
  }

  /// Coefficients in x itself.
  private static func expanded(_ c: [Double], _ shift: Double, _ scale: Double) -> [Double] {
    var result = [Double](repeating: 0, count: c.count)
    for coefficient in c.reversed() {
      var next = [Double](repeating: 0, count: c.count)
      for (power, value) in result.enumerated() where value != 0 {
        next[power] -= value * shift / scale
        if power + 1 < next.count { next[power + 1] += value / scale }
      }
      next[0] += coefficient
      result = next
    }
    return result
  }
}

extension RegressionFit {
  private static func logarithm(_ x: Double) -> Double { log(x) }
  private static func exponential(_ x: Double) -> Double { exp(x) }
}
