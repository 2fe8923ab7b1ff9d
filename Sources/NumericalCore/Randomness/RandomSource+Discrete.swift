import Diagnostics

extension RandomSource {
  /// An integer uniform in 0 ..< `bound`, without bias, for `bound` ≥ 1.
  /// - Source: Lemire, "Fast random integer generation in an interval" (ACM TOMACS 2019).
  public mutating func integer(below bound: Int) -> Int {
    if bound < 1 { trap("integer(below: \(bound)): the bound must be at least 1") }
    let range = UInt64(bound)
    var product = nextUInt64().multipliedFullWidth(by: range)
    if product.low < range {
      let threshold = (0 &- range) % range
      while product.low < threshold { product = nextUInt64().multipliedFullWidth(by: range) }
    }
    return Int(product.high)
  }

  /// A uniformly random order of 0 ..< `count` (Fisher–Yates).
  public mutating func permutation(of count: Int) -> [Int] {
    var order = Array(0..<count)
    shuffle(&order)
    return order
  }

  /// Puts the elements into a uniformly random order (Fisher–Yates).
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    guard elements.count > 1 else { return }
    for last in stride(from: elements.count - 1, to: 0, by: -1) { elements.swapAt(last, integer(below: last + 1)) }
  }

  /// `size` different integers of 0 ..< `count`, in random order.
  /// - Complexity: O(size) if it is far below `count`, O(count) otherwise; the same numbers either way.
  public mutating func sample(_ size: Int, of count: Int) -> [Int] {
    if size < 0 || size > count { trap("sample(\(size), of: \(count)): cannot draw so many without replacement") }
    if size < count / 16 { return sparseSample(size, of: count) }
    var order = Array(0..<count)
    for index in 0..<size { order.swapAt(index, index + integer(below: count - index)) }
    return Array(order.prefix(size))
  }

  /// The same exchanges, with only the elements that have moved kept.
  private mutating func sparseSample(_ size: Int, of count: Int) -> [Int] {
    var moved: [Int: Int] = [:]
    return (0..<size).map { index in
      let other = index + integer(below: count - index)
      let chosen = moved[other] ?? other
      moved[other] = moved[index] ?? index
      return chosen
    }
  }
}
