extension Statistics {
  /// Pearson's correlation of the pairs (x, y), with the exact test for normal pairs.
  public static func pearson(_ x: [Double], _ y: [Double]) -> Correlation {
    requirePairs(x, y, "pearson")
    let (meanX, meanY) = (mean(x), mean(y))
    var (sxx, sxy, syy) = (0.0, 0.0, 0.0)
    for (x, y) in zip(x, y) {
      sxx += (x - meanX) * (x - meanX)
      sxy += (x - meanX) * (y - meanY)
      syy += (y - meanY) * (y - meanY)
    }
    // One root where the product is representable: a perfect correlation then comes out as exactly 1.
    let product = sxx * syy
    let ratio = sxy / (product.isNormal ? product.squareRoot() : sxx.squareRoot() * syy.squareRoot())
    let coefficient = sxx > 0 && syy > 0 ? min(1, max(-1, ratio)) : .nan
    return Correlation(coefficient: coefficient, pValue: studentTest(coefficient, x.count), count: x.count)
  }

  /// Spearman's rank correlation of the pairs (x, y), equal values sharing their mean rank; Student's approximate test.
  /// - Complexity: O(n log n).
  public static func spearman(_ x: [Double], _ y: [Double]) -> Correlation {
    requirePairs(x, y, "spearman")
    if (x + y).contains(where: \.isNaN) { return Correlation(coefficient: .nan, pValue: .nan, count: x.count) }
    return pearson(ranks(x), ranks(y))
  }

  private static func studentTest(_ r: Double, _ count: Int) -> Double {
    if count < 3 || r.isNaN { return .nan }
    let degrees = Double(count - 2)
    return Distributions.studentTwoSided(r * (degrees / ((1 - r) * (1 + r))).squareRoot(), degrees: degrees)
  }
}
