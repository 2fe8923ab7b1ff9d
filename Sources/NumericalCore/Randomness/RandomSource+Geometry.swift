import Diagnostics

/// Points on spheres and in balls, random rotations, and random matrices.
extension RandomSource {
  /// Fills `values` with a point uniform on the sphere of the given radius, by normalising independent normal numbers.
  /// - Complexity: O(n).
  public mutating func fillSphere(_ values: inout [Double], radius: Double = 1) {
    if values.isEmpty { return }
    var norm = 0.0
    while norm == 0 {
      fillNormals(&values)
      norm = Vector.norm(values)
    }
    Vector.scale(&values, by: radius / norm)
  }

  /// Fills `values` with a point uniform in the ball of the given radius.
  ///
  /// The first n coordinates of a point uniform on the sphere of dimension n + 2 are uniform in the ball (Archimedes).
  /// - Complexity: O(n).
  public mutating func fillBall(_ values: inout [Double], radius: Double = 1) {
    if values.isEmpty { return }
    fillNormals(&values)
    let rest = 2 * exponential()
    Vector.scale(&values, by: radius / (Vector.squaredNorm(values) + rest).squareRoot())
  }

  /// A point uniform on the unit sphere of ℝⁿ for n = `dimension` ≥ 1.
  public mutating func pointOnSphere(dimension: Int) -> [Double] {
    var values = [Double](repeating: 0, count: dimension)
    fillSphere(&values)
    return values
  }

  /// A matrix of independent normal numbers of mean 0.
  public mutating func normalMatrix(rows: Int, columns: Int, standardDeviation: Double = 1) -> Matrix {
    var result = Matrix(rows: rows, columns: columns)
    result.withUnsafeMutableElements { fillNormals($0) }
    return standardDeviation == 1 ? result : standardDeviation * result
  }

  /// A matrix `[rows × columns]` of orthonormal columns, uniform among all (Haar's measure), for rows ≥ columns.
  /// - Complexity: O(rows · columns²).
  /// - Source: Mezzadri, "How to generate random matrices from the classical compact groups" (Notices AMS 2007).
  public mutating func orthonormalMatrix(rows: Int, columns: Int) -> Matrix {
    // `QR` has a diagonal ≥ 0 in R, which makes Q unique and so its law invariant.
    QR(normalMatrix(rows: rows, columns: columns)).orthonormal
  }

  /// Fills `values` with −1 and 1, each with probability one half: one random bit an element.
  public mutating func fillSigns(_ values: inout [Double]) {
    var (bits, left): (UInt64, Int) = (0, 0)
    for index in values.indices {
      if left == 0 { (bits, left) = (nextUInt64(), 64) }
      values[index] = bits & 1 == 0 ? 1 : -1
      bits >>= 1
      left -= 1
    }
  }
}
