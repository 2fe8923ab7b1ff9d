import Glibc

/// A scale from numbers to a few outputs, with a step at each break.
struct SteppedScale: Sendable, Equatable {
  var kind: ScaleSpec.Kind
  /// As the domain is stated: bounds, values or edges.
  var domain: [Double]
  /// Ascending; one fewer than the outputs.
  var breaks: [Double]
  var isReversed = false

  var count: Int { breaks.count + 1 }

  /// The output of a value; nil for none.
  func index(of value: Double) -> Int? {
    guard value.isFinite else { return nil }
    var (low, high) = (0, breaks.count)
    while low < high {
      let middle = (low + high) / 2
      if breaks[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return isReversed ? count - 1 - low : low
  }

  /// The words of each output.
  func labels(_ format: (Double) -> String) -> [String] {
    let round = rounding
    func text(_ value: Double) -> String { format(round(value)) }
    return (0..<count).map { index in
      if kind == .binOrdinal { return "\(text(domain[index])) – \(text(domain[index + 1]))" }
      if breaks.isEmpty { return domain.map(text).joined(separator: " – ") }
      if index == 0 { return kind == .threshold ? "< \(text(breaks[0]))" : "\(domain.first.map(text) ?? "") – \(text(breaks[0]))" }
      if index == breaks.count { return kind == .threshold ? "≥ \(text(breaks[index - 1]))" : "\(text(breaks[index - 1])) – \(domain.last.map(text) ?? "")" }
      return "\(text(breaks[index - 1])) – \(text(breaks[index]))"
    }
  }

  /// Breaks that were computed keep as many digits as tell them apart, and one more; stated ones keep all.
  private var rounding: (Double) -> Double {
    let edges = ([domain.first] + breaks + [domain.last]).compactMap(\.self).sorted()
    let gaps = zip(edges, edges.dropFirst()).map { $1 - $0 }.filter { $0 > 0 && $0.isFinite }
    guard kind == .quantize || kind == .quantile, let gap = gaps.min() else { return { $0 } }
    let place = log10(gap).rounded(.down) - 1
    // By a whole number in either direction: a multiple of 0.1 would get digits of its own.
    if place >= 0 { return { ($0 / pow(10, place)).rounded() * pow(10, place) } }
    return { ($0 * pow(10, -place)).rounded() / pow(10, -place) }
  }
}
