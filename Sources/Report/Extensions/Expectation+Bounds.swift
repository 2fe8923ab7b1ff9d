import Notebook

extension Expectation {
  /// Whether a value is as expected.
  func contains(_ value: Double) -> Bool {
    switch self {
    case .within(let low, let high): value >= low && value <= high
    case .less(let bound): value < bound
    case .lessOrEqual(let bound): value <= bound
    case .greater(let bound): value > bound
    case .greaterOrEqual(let bound): value >= bound
    case .equal(let center, let tolerance): abs(value - center) <= tolerance
    case .isTrue: value != 0
    }
  }

  /// Whether no value between the bounds is as expected.
  func isDisjoint(from lower: Double, _ upper: Double) -> Bool {
    switch self {
    case .within(let low, let high): upper < low || lower > high
    case .less(let bound): lower >= bound
    case .lessOrEqual(let bound): lower > bound
    case .greater(let bound): upper <= bound
    case .greaterOrEqual(let bound): upper < bound
    case .equal(let center, let tolerance): upper < center - tolerance || lower > center + tolerance
    case .isTrue: lower == 0 && upper == 0
    }
  }

  /// How far a value is from the nearest end of what is expected.
  func distanceToBound(from value: Double) -> Double {
    switch self {
    case .within(let low, let high): min(abs(value - low), abs(value - high))
    case .less(let bound), .lessOrEqual(let bound), .greater(let bound), .greaterOrEqual(let bound): abs(value - bound)
    case .equal(let center, let tolerance): abs(abs(value - center) - tolerance)
    case .isTrue: 0
    }
  }

  /// "in [−1.1, −0.9]", "< 0.05", "= 0.5 ± 0.01", "true".
  var text: String {
    func number(_ value: Double) -> String { ReadableNumber.text(value, digits: 6) }
    return switch self {
    case .within(let low, let high): "in [\(number(low)), \(number(high))]"
    case .less(let bound): "< \(number(bound))"
    case .lessOrEqual(let bound): "≤ \(number(bound))"
    case .greater(let bound): "> \(number(bound))"
    case .greaterOrEqual(let bound): "≥ \(number(bound))"
    case .equal(let center, let tolerance): "= \(number(center)) ± \(number(tolerance))"
    case .isTrue: "true"
    }
  }
}
