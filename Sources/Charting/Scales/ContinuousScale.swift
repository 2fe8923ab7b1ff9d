/// A scale of numbers: a domain, mapped onto 0…1.
struct ContinuousScale: Sendable, Equatable {
  var kind: ScaleSpec.Kind
  var transform: ScaleTransform
  /// From what maps to 0 to what maps to 1 (before any reversal).
  var low: Double
  var high: Double
  var isReversed = false
  var isClamped = false

  init(_ kind: ScaleSpec.Kind, transform: ScaleTransform, low: Double, high: Double, isReversed: Bool = false, isClamped: Bool = false) {
    self.kind = kind
    self.transform = transform
    self.low = low
    self.high = high
    self.isReversed = isReversed
    self.isClamped = isClamped
  }

  /// 0…1 within the domain; NaN where the value has no place.
  func position(_ value: Double) -> Double {
    let (a, b) = (transform.forward(low), transform.forward(high))
    let place = transform.forward(value)
    var part = a == b ? 0.5 : (place - a) / (b - a)
    if isClamped && !part.isNaN { part = min(1, max(0, part)) }
    return isReversed ? 1 - part : part
  }

  /// Many at once; the bends of the ends are computed only once.
  func positions(_ values: [Double]) -> [Double] {
    let (a, b) = (transform.forward(low), transform.forward(high))
    if a == b || isClamped { return values.map(position) }
    let factor = 1 / (b - a)
    if isReversed { return values.map { 1 - (transform.forward($0) - a) * factor } }
    if case .linear = transform { return values.map { ($0 - a) * factor } }
    return values.map { (transform.forward($0) - a) * factor }
  }

  func value(at position: Double) -> Double {
    let part = isReversed ? 1 - position : position
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
