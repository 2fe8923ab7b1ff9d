/// A scale of numbers: a domain, mapped onto 0…1, or onto the range that is stated.
struct ContinuousScale: Sendable, Equatable {
  var kind: ScaleSpec.Kind
  var transform: ScaleTransform
  /// From what maps to 0 to what maps to 1 (before any reversal).
  var low: Double
  var high: Double
  var isReversed = false
  var isClamped = false
  /// Where the ends of the domain come to lie.
  var start = 0.0
  var end = 1.0

  init(_ kind: ScaleSpec.Kind, transform: ScaleTransform, low: Double, high: Double, isReversed: Bool = false, isClamped: Bool = false) {
    self.kind = kind
    self.transform = transform
    self.low = low
    self.high = high
    self.isReversed = isReversed
    self.isClamped = isClamped
  }

  /// 0…1 within the domain of a scale without a range; NaN where the value has no place.
  func position(_ value: Double) -> Double {
    let (a, b) = (transform.forward(low), transform.forward(high))
    let place = transform.forward(value)
    var part = a == b ? 0.5 : (place - a) / (b - a)
    if isClamped && !part.isNaN { part = min(1, max(0, part)) }
    return start + (isReversed ? 1 - part : part) * (end - start)
  }

  /// Many at once; the bends of the ends are computed only once.
  func positions(_ values: [Double]) -> [Double] {
    let (a, b) = (transform.forward(low), transform.forward(high))
    if a == b || isClamped || start != 0 || end != 1 { return values.map(position) }
    let factor = 1 / (b - a)
    if isReversed { return values.map { 1 - (transform.forward($0) - a) * factor } }
    if case .linear = transform { return values.map { ($0 - a) * factor } }
    return values.map { (transform.forward($0) - a) * factor }
  }

  func value(at position: Double) -> Double {
    let place = start == end ? 0 : (position - start) / (end - start)
    let part = isReversed ? 1 - place : place
    let (a, b) = (transform.forward(low), transform.forward(high))
    return transform.inverse(a + part * (b - a))
  }

  var extent: ClosedRange<Double> { min(low, high)...max(low, high) }

  /// Where bars and areas stand: 0 if the scale has it, else the end of the domain that is nearer to 0.
  var baseline: Double {
    if transform.isLog { return extent.lowerBound }
    return min(max(0, extent.lowerBound), extent.upperBound)
  }
}
