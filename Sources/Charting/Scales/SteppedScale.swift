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
  func labels(_ text: (Double) -> String) -> [String] {
    (0..<count).map { index in
      if kind == .binOrdinal { return "\(text(domain[index])) – \(text(domain[index + 1]))" }
      if breaks.isEmpty { return domain.map(text).joined(separator: " – ") }
      if index == 0 { return kind == .threshold ? "< \(text(breaks[0]))" : "\(domain.first.map(text) ?? "") – \(text(breaks[0]))" }
      if index == breaks.count { return kind == .threshold ? "≥ \(text(breaks[index - 1]))" : "\(text(breaks[index - 1])) – \(domain.last.map(text) ?? "")" }
      return "\(text(breaks[index - 1])) – \(text(breaks[index]))"
    }
  }
}
