extension Statistics {
  /// Kendall's τ-b of the pairs (x, y), corrected for ties, with a two-sided test.
  ///
  /// The test is exact without ties up to 60 pairs, and otherwise the normal approximation with the variance for ties.
  /// - Complexity: O(n log n), by counting the exchanges of a merge sort.
  /// - Source: Knight, "A computer method for calculating Kendall's tau with ungrouped data" (JASA 1966).
  public static func kendall(_ x: [Double], _ y: [Double]) -> Correlation {
    requirePairs(x, y, "kendall")
    let count = x.count
    if count < 2 || (x + y).contains(where: \.isNaN) { return Correlation(coefficient: .nan, pValue: .nan, count: count) }
    let order = x.indices.sorted { (x[$0], y[$0]) < (x[$1], y[$1]) }
    let byX = order.map { x[$0] }
    var byY = order.map { y[$0] }
    var joint = TieCounts()
    var start = 0
    for index in 1...count
    where index == count || byX[index] != byX[start] || byY[index] != byY[start] {
      joint.add(run: index - start)
      start = index
    }
    let tiesX = TieCounts(sorted: byX)
    var scratch = byY
    let exchanges = sortCountingExchanges(&byY, &scratch, 0, count)
    let tiesY = TieCounts(sorted: byY)
    let pairs = Double(count) * Double(count - 1) / 2
    let difference = pairs - tiesX.pairs - tiesY.pairs + joint.pairs - 2 * exchanges
    let scale = (pairs - tiesX.pairs).squareRoot() * (pairs - tiesY.pairs).squareRoot()
    if scale == 0 { return Correlation(coefficient: .nan, pValue: .nan, count: count) }
    let pValue: Double
    if tiesX.pairs == 0 && tiesY.pairs == 0 && count <= 60 {
      pValue = exactKendallTest(count, min(exchanges, pairs - exchanges))
    } else {
      pValue = normalKendallTest(Double(count), difference, tiesX, tiesY)
    }
    return Correlation(coefficient: min(1, max(-1, difference / scale)), pValue: pValue, count: count)
  }

  /// Sums over runs of equal values of length t.
  private struct TieCounts {
    /// Σ t(t−1)/2.
    var pairs = 0.0
    /// Σ t(t−1)(t−2).
    var triples = 0.0
    /// Σ t(t−1)(2t+5).
    var spread = 0.0

    init() {}

    init(sorted values: [Double]) {
      var start = 0
      for index in 1...values.count where index == values.count || values[index] != values[start] {
        add(run: index - start)
        start = index
      }
    }

    mutating func add(run length: Int) {
      let t = Double(length)
      pairs += t * (t - 1) / 2
      triples += t * (t - 1) * (t - 2)
      spread += t * (t - 1) * (2 * t + 5)
    }
  }

  /// Sorts values[low ..< high] and returns how many pairs stood in the wrong order.
  private static func sortCountingExchanges(
    _ values: inout [Double], _ scratch: inout [Double], _ low: Int, _ high: Int
  ) -> Double {
    if high - low < 2 { return 0 }
    let middle = (low + high) / 2
    var exchanges = sortCountingExchanges(&values, &scratch, low, middle)
    exchanges += sortCountingExchanges(&values, &scratch, middle, high)
    var (left, right) = (low, middle)
    for index in low..<high {
      if left < middle && (right == high || values[left] <= values[right]) {
        scratch[index] = values[left]
        left += 1
      } else {
        scratch[index] = values[right]
        exchanges += Double(middle - left)
        right += 1
      }
    }
    for index in low..<high { values[index] = scratch[index] }
    return exchanges
  }

  /// Twice the probability that a random permutation has at most `exchanges` inversions.
  private static func exactKendallTest(_ count: Int, _ exchanges: Double) -> Double {
    let limit = Int(exchanges)
    var probabilities = [Double](repeating: 0, count: limit + 1)
    probabilities[0] = 1
    for size in stride(from: 2, through: count, by: 1) {
      // The size-th element adds 0 … size − 1 inversions, all equally likely.
      var next = probabilities
      var window = 0.0
      for k in 0...limit {
        window += probabilities[k]
        if k >= size { window -= probabilities[k - size] }
        next[k] = window / Double(size)
      }
      probabilities = next
    }
    return min(1, 2 * probabilities.reduce(0, +))
  }

  private static func normalKendallTest(_ n: Double, _ difference: Double, _ x: TieCounts, _ y: TieCounts) -> Double {
    let m = n * (n - 1)
    var variance = (m * (2 * n + 5) - x.spread - y.spread) / 18 + 2 * x.pairs * y.pairs / m
    if n > 2 { variance += x.triples * y.triples / (9 * m * (n - 2)) }
    return SpecialFunctions.erfc(abs(difference) / (2 * variance).squareRoot())
  }
}
