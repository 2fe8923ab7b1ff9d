import Diagnostics

extension Statistics {
  /// The median: the quantile at one half.
  public static func median(_ values: [Double]) -> Double { quantile(values, 0.5) }

  /// The quantile at `probability` in [0, 1], by linear interpolation of the order statistics (type 7 of Hyndman and Fan).
  /// - Complexity: O(n log n).
  public static func quantile(_ values: [Double], _ probability: Double) -> Double {
    if values.contains(where: \.isNaN) { return .nan }
    return quantile(sorted: values.sorted(), probability)
  }

  /// The same for values in ascending order.
  public static func quantile(sorted values: [Double], _ probability: Double) -> Double {
    if values.isEmpty || !(probability >= 0 && probability <= 1) { return .nan }
    let position = Double(values.count - 1) * probability
    let index = Int(position)
    let fraction = position - Double(index)
    if fraction == 0 { return values[index] }
    return values[index] + fraction * (values[index + 1] - values[index])
  }

  /// The ranks from 1, where equal values share their mean rank.
  /// - Complexity: O(n log n).
  public static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count && values[order[end]] == values[order[start]] { end += 1 }
      for index in start..<end { ranks[order[index]] = 0.5 * Double(start + end + 1) }
      start = end
    }
    return ranks
  }

  static func requirePairs(_ x: [Double], _ y: [Double], _ name: StaticString) {
    if x.count != y.count { trap("\(name): \(x.count) values of x and \(y.count) of y") }
  }
}
