import Diagnostics

/// Counts of values in bins that share their edges.
public struct Histogram: Equatable, Sendable {
  /// The edges, ascending; one more than bins.
  public let edges: [Double]
  /// The number of values in each bin [edgeᵢ, edgeᵢ₊₁); the last bin has both its edges.
  public let counts: [Int]
  /// The number of values outside of all bins, or NaN.
  public let outside: Int

  /// Counts `values` between ascending `edges`, at least two.
  /// - Complexity: O(n log bins).
  public init(_ values: [Double], edges: [Double]) {
    if edges.count < 2 || !zip(edges, edges.dropFirst()).allSatisfy({ $0 < $1 }) {
      trap("Histogram: \(edges.count) edges, which must be at least two and ascend")
    }
    let last = edges[edges.count - 1]
    var counts = [Int](repeating: 0, count: edges.count - 1)
    var outside = 0
    for value in values {
      if !(value >= edges[0] && value <= last) {
        outside += 1
        continue
      }
      var (low, high) = (0, edges.count - 1)
      while high - low > 1 {
        let middle = (low + high) / 2
        if value >= edges[middle] { low = middle } else { high = middle }
      }
      counts[low] += 1
    }
    self.edges = edges
    self.counts = counts
    self.outside = outside
  }

  /// Counts `values` in `bins` ≥ 1 bins of equal width from the least value to the greatest (or half a unit around a
  /// single one).
  public init(_ values: [Double], bins: Int) {
    var (low, high) = (values.min() ?? 0, values.max() ?? 1)
    if low == high { (low, high) = (low - 0.5, high + 0.5) }
    self.init(values, edges: Vector.linearlySpaced(from: low, through: high, count: bins + 1))
  }

  /// The counts divided by the number of values inside and the width of their bin: the area under them is 1.
  public var density: [Double] {
    let total = Double(counts.reduce(0, +))
    return counts.indices.map { Double(counts[$0]) / (total * (edges[$0 + 1] - edges[$0])) }
  }
}
