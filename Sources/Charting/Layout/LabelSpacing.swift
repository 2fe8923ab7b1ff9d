/// Moves labels along a line as little as possible until they no longer overlap.
///
/// Pool-adjacent-violators: with the sizes of the labels before each one taken off, the task is an isotonic regression.
enum LabelSpacing {
  /// - Parameters:
  ///   - wanted: where the centres would best be, in any order.
  ///   - sizes: how much room each label needs along the line.
  ///   - bounds: the centres' labels stay inside where they all fit.
  /// - Returns: the centres, in the order of `wanted`; the order along the line is kept.
  static func centers(_ wanted: [Double], sizes: [Double], bounds: ClosedRange<Double>) -> [Double] {
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    var shift: [Double] = []
    var total = 0.0
    for (place, index) in order.enumerated() {
      if place > 0 { total += (sizes[order[place - 1]] + sizes[index]) / 2 }
      shift.append(total)
    }
    let fitted = isotonic(order.enumerated().map { wanted[$0.element] - shift[$0.offset] })
    guard let first = order.first, let last = order.last else { return [] }
    let low = bounds.lowerBound + sizes[first] / 2
    let high = bounds.upperBound - sizes[last] / 2 - total
    var result = wanted
    for (place, index) in order.enumerated() {
      let clamped = low <= high ? min(max(fitted[place], low), high) : (low + high) / 2
      result[index] = clamped + shift[place]
    }
    return result
  }

  /// The non-decreasing sequence nearest to `values` by least squares.
  /// - Complexity: O(n).
  static func isotonic(_ values: [Double]) -> [Double] {
    var pools: [(sum: Double, count: Int)] = []
    for value in values {
      pools.append((value, 1))
      while pools.count > 1 {
        let (last, before) = (pools[pools.count - 1], pools[pools.count - 2])
        guard before.sum / Double(before.count) > last.sum / Double(last.count) else { break }
        pools.removeLast(2)
        pools.append((before.sum + last.sum, before.count + last.count))
      }
    }
    return pools.flatMap { [Double](repeating: $0.sum / Double($0.count), count: $0.count) }
  }
}
