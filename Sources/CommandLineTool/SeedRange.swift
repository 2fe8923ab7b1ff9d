import ArgumentParser

/// Seeds on the command line: `0...4` or `1,5,9`.
struct SeedRange: ExpressibleByArgument {
  var values: [Int]

  init?(argument: String) {
    if let dots = argument.range(of: "...") ?? argument.range(of: "..") {
      guard let first = Int(argument[..<dots.lowerBound]), let last = Int(argument[dots.upperBound...]), first <= last, last - first < 100_000 else { return nil }
      values = Array(first...last)
      return
    }
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    let seeds = parts.compactMap { $0 }
    guard seeds.count == parts.count, Set(seeds).count == seeds.count else { return nil }
    values = seeds
  }
}

extension String {
  /// Where another string first stands in this one.
  fileprivate func range(of other: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(other) { return start..<index(start, offsetBy: other.count) }
      start = index(after: start)
    }
    return nil
  }
}
