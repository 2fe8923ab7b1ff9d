import Diagnostics

/// A law on 0 ..< n given by weights, prepared so that a draw costs the same for every n.
///
/// - Source: Vose, "A linear algorithm for generating random numbers with a given distribution" (IEEE TSE 1991).
public struct AliasTable: Sendable {
  /// The probability of each index, `[n]`.
  public let probabilities: [Double]
  private let threshold: [Double]
  private let alias: [Int]

  /// Prepares the law proportional to `weights`, `[n]`: finite, ≥ 0, not all 0.
  /// - Complexity: O(n).
  public init(weights: [Double]) {
    let total = Vector.sum(weights)
    if !weights.allSatisfy({ $0 >= 0 }) || !(total > 0 && total.isFinite) {
      trap("AliasTable: \(weights.count) weights of sum \(total); they must be ≥ 0, and finite and not all 0")
    }
    let count = weights.count
    probabilities = weights.map { $0 / total }
    var threshold = probabilities.map { $0 * Double(count) }
    var alias = Array(0..<count)
    var small = threshold.indices.filter { threshold[$0] < 1 }
    var large = threshold.indices.filter { threshold[$0] >= 1 }
    while let low = small.popLast(), let high = large.last {
      alias[low] = high
      threshold[high] -= 1 - threshold[low]
      if threshold[high] < 1 { small.append(large.removeLast()) }
    }
    // What is left differs from 1 by rounding alone.
    for index in large { threshold[index] = 1 }
    for index in small where alias[index] == index { threshold[index] = 1 }
    self.threshold = threshold
    self.alias = alias
  }

  /// Draws an index.
  /// - Complexity: O(1).
  public func sample(using source: inout RandomSource) -> Int {
    let index = source.integer(below: alias.count)
    return source.uniform() < threshold[index] ? index : alias[index]
  }
}
