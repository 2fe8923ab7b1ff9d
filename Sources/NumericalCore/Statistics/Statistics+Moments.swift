/// Moments beyond the second, robust measures of spread, and weights.
extension Statistics {
  /// The third standardised moment Σ(x − x̄)³/(n·s³) with the biased variance s²; NaN for no values or equal ones.
  public static func skewness(_ values: [Double]) -> Double { standardizedMoment(values, cubed: true) }

  /// The fourth standardised moment less 3, its value for a normal law; NaN for no values or equal ones.
  public static func excessKurtosis(_ values: [Double]) -> Double { standardizedMoment(values, cubed: false) - 3 }

  private static func standardizedMoment(_ values: [Double], cubed: Bool) -> Double {
    let centre = mean(values)
    var (square, power) = (0.0, 0.0)
    for value in values {
      let difference = value - centre
      square += difference * difference
      power += difference * difference * difference * (cubed ? 1 : difference)
    }
    let n = Double(values.count)
    let variance = square / n
    if !(variance > 0) { return .nan }
    return power / n / (cubed ? variance * variance.squareRoot() : variance * variance)
  }

  /// The median of the distances from the median; times 1.4826 it estimates the standard deviation of a normal law.
  public static func medianAbsoluteDeviation(_ values: [Double]) -> Double {
    let centre = median(values)
    return median(values.map { abs($0 - centre) })
  }

  /// The mean of what is left after the share `trimming` in [0, ½) of the values is cut off at each end.
  public static func trimmedMean(_ values: [Double], trimming: Double) -> Double {
    if values.contains(where: \.isNaN) || !(trimming >= 0 && trimming < 0.5) { return .nan }
    let cut = Int(trimming * Double(values.count))
    return mean(Array(values.sorted().dropFirst(cut).dropLast(cut)))
  }

  /// The mean Σwx/Σw with weights ≥ 0.
  public static func weightedMean(_ values: [Double], weights: [Double]) -> Double {
    requirePairs(values, weights, "weightedMean")
    return Vector.dot(values, weights) / Vector.sum(weights)
  }

  /// The covariance matrix of the columns of a sample, with the divisor n − 1; NaN for fewer than two rows.
  /// - Parameter sample: `[values × variables]`.
  /// - Returns: `[variables × variables]`.
  /// - Complexity: O(values · variables²).
  public static func covarianceMatrix(_ sample: Matrix) -> Matrix {
    let centered = centered(sample)
    let divisor = sample.rows > 1 ? Double(sample.rows - 1) : .nan
    return (1 / divisor) * Matrix.symmetricProduct(centered, transposingLeft: true)
  }

  /// Pearson's correlations of the columns of a sample; NaN in the row and column of a constant variable.
  /// - Parameter sample: `[values × variables]`.
  /// - Returns: `[variables × variables]`, with ones on the diagonal.
  /// - Complexity: O(values · variables²).
  public static func correlationMatrix(_ sample: Matrix) -> Matrix {
    var centered = centered(sample)
    var squares = [Double](repeating: 0, count: sample.columns)
    for i in 0..<sample.rows {
      for j in 0..<sample.columns { squares[j] += centered[i, j] * centered[i, j] }
    }
    // A constant column leaves rounding errors of its mean.
    let inverse = (0..<sample.columns).map { j -> Double in
      let floor = Double(sample.rows) * Vector.maxNorm(sample.column(j)) * 0x1p-53
      return squares[j] > floor * floor * Double(sample.rows) ? 1 / squares[j].squareRoot() : .nan
    }
    for i in 0..<sample.rows {
      for j in 0..<sample.columns { centered[i, j] *= inverse[j] }
    }
    var result = Matrix.symmetricProduct(centered, transposingLeft: true)
    for j in 0..<sample.columns where !result[j, j].isNaN { result[j, j] = 1 }
    return result
  }

  private static func centered(_ sample: Matrix) -> Matrix {
    var means = [Double](repeating: 0, count: sample.columns)
    sample.multiplyTransposed([Double](repeating: 1 / Double(sample.rows), count: sample.rows), into: &means)
    return Matrix(rows: sample.rows, columns: sample.columns) { sample[$0, $1] - means[$1] }
  }
}
