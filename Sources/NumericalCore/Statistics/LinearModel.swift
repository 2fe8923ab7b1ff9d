import Diagnostics

/// A linear model y = X·β + noise fitted by least squares, with the standard errors of its coefficients.
public struct LinearModel: Sendable {
  /// The estimates of β, `[columns of X]`.
  public let coefficients: [Double]
  /// Their standard errors under noise of one variance; NaN if there are no more rows than columns.
  public let standardErrors: [Double]
  /// The estimate of the variance of the noise; NaN if there are no more rows than columns.
  public let noiseVariance: Double
  /// The share of the sum of squares about the mean of y that the model explains.
  public let rSquared: Double
  /// Rows less columns of X.
  public let degrees: Int

  /// Fits by QR factorisation.
  /// - Parameters:
  ///   - design: X, `[samples × coefficients]`; a constant term is a column of ones.
  ///   - targets: y, `[samples]`.
  /// - Throws: `LinearAlgebraError.singular(pivot:)` if the columns of X are, to rounding, linearly dependent.
  /// - Complexity: O(samples · coefficients²).
  public init(design: Matrix, targets: [Double]) throws(LinearAlgebraError) {
    if design.rows != targets.count { trap("LinearModel: a design of \(design.shape), \(targets.count) targets") }
    let qr = QR(design)
    let beta = try qr.leastSquares(targets)
    var inverse = Matrix.identity(design.columns)
    qr.upper.solveTriangular(.upper, into: &inverse)
    let residuals = Vector.squaredNorm(Vector.subtract(targets, design * beta))
    let degrees = design.rows - design.columns
    let noise = degrees > 0 ? residuals / Double(degrees) : .nan
    let centre = Statistics.mean(targets)
    coefficients = beta
    standardErrors = (0..<design.columns).map { i in
      inverse.withUnsafeRow(i) { (noise * Vector.dot($0, $0)).squareRoot() }
    }
    noiseVariance = noise
    rSquared = 1 - residuals / Vector.squaredNorm(targets.map { $0 - centre })
    self.degrees = degrees
  }

  /// For each coefficient the probability of an estimate as far from 0 if the true one is 0 (Student's test).
  public var pValues: [Double] {
    if degrees < 1 { return coefficients.map { _ in .nan } }
    return zip(coefficients, standardErrors).map {
      Distributions.studentTwoSided($0 / $1, degrees: Double(degrees))
    }
  }
}
