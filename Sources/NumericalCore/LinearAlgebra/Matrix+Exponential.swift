import Diagnostics

extension Matrix {
  /// The matrix exponential, by the [13/13] Padé approximant with scaling and squaring.
  ///
  /// - Throws: `LinearAlgebraError.singular(pivot:)` if the denominator is singular, as for elements that are not finite.
  /// - Complexity: O(n³·(8 + log₂‖A‖₁)).
  /// - Accuracy: backward error of a few ulp for normal matrices.
  /// - Source: Higham, "The scaling and squaring method for the matrix exponential revisited" (SIMAX 2005), table 2.3.
  public func exponential() throws(LinearAlgebraError) -> Matrix {
    if !isSquare { trap("exponential of a matrix of \(shape)") }
    let norm = (0..<columns).map { Vector.l1Norm(column($0)) }.reduce(0, max)
    if !norm.isFinite { throw .singular(pivot: 0) }
    var squarings = 0
    while norm > 5.371920351148152 * Double(sign: .plus, exponent: squarings, significand: 1) { squarings += 1 }
    let a = Double(sign: .plus, exponent: -squarings, significand: 1) * self
    let (odd, even) = Self.padeParts(a)
    var result = try LU(even - odd).solve(even + odd)
    for _ in 0..<squarings { result = result * result }
    return result
  }

  /// The odd and even parts of the numerator of the [13/13] approximant.
  private static func padeParts(_ a: Matrix) -> (odd: Matrix, even: Matrix) {
    let b: [Double] = [
      64_764_752_532_480_000, 32_382_376_266_240_000, 7_771_770_303_897_600, 1_187_353_796_428_800, 129_060_195_264_000,
      10_559_470_521_600, 670_442_572_800, 33_522_128_640, 1_323_241_920, 40_840_800, 960_960, 16_380, 182, 1,
    ]
    let a2 = a * a
    let a4 = a2 * a2
    let a6 = a4 * a2
    /// a6·(c₀·a6 + c₁·a4 + c₂·a2) + c₃·a6 + c₄·a4 + c₅·a2 + c₆·I
    func polynomial(_ c: [Double]) -> Matrix {
      var high = c[0] * a6
      high.add(a4, times: c[1])
      high.add(a2, times: c[2])
      var sum = a6 * high
      sum.add(a6, times: c[3])
      sum.add(a4, times: c[4])
      sum.add(a2, times: c[5])
      sum.add(.identity(a.rows), times: c[6])
      return sum
    }
    let odd = a * polynomial([b[13], b[11], b[9], b[7], b[5], b[3], b[1]])
    return (odd, polynomial([b[12], b[10], b[8], b[6], b[4], b[2], b[0]]))
  }
}
