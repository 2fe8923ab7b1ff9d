/// The numbers a parameter may be; for a list, what each element may be and how many there may be.
public struct ParameterRange: Sendable, Hashable {
  public var lower: Double
  public var upper: Double
  public var includesLower: Bool
  public var includesUpper: Bool
  /// The least and the largest number of elements of a list.
  public var count: ClosedRange<Int>

  public init(
    lower: Double = -.infinity, upper: Double = .infinity, includesLower: Bool = true, includesUpper: Bool = true,
    count: ClosedRange<Int> = 0...Int.max
  ) {
    self.lower = lower
    self.upper = upper
    self.includesLower = includesLower
    self.includesUpper = includesUpper
    self.count = count
  }

  /// Any finite number.
  public static let any = ParameterRange()
  public static let positive = ParameterRange(lower: 0, includesLower: false)
  public static let nonNegative = ParameterRange(lower: 0)
  public static func atLeast(_ lower: Double) -> ParameterRange { ParameterRange(lower: lower) }
  public static func atMost(_ upper: Double) -> ParameterRange { ParameterRange(upper: upper) }
  public static func greaterThan(_ lower: Double) -> ParameterRange { ParameterRange(lower: lower, includesLower: false) }
  public static func lessThan(_ upper: Double) -> ParameterRange { ParameterRange(upper: upper, includesUpper: false) }
  public static func between(_ lower: Double, _ upper: Double) -> ParameterRange { ParameterRange(lower: lower, upper: upper) }
  /// Both ends excluded.
  public static func strictlyBetween(_ lower: Double, _ upper: Double) -> ParameterRange {
    ParameterRange(lower: lower, upper: upper, includesLower: false, includesUpper: false)
  }
  /// The same range for a list of so many elements.
  public func counting(_ count: ClosedRange<Int>) -> ParameterRange {
    var range = self
    range.count = count
    return range
  }

  /// Whether a finite number lies in the range.
  public func contains(_ number: Double) -> Bool {
    number.isFinite && (includesLower ? number >= lower : number > lower)
      && (includesUpper ? number <= upper : number < upper)
  }

  /// "> 0", "at least 1", "in [−2, 3]", …; empty for any number.
  public var description: String {
    let low = ParameterLiteral.real(lower).displayText
    let high = ParameterLiteral.real(upper).displayText
    switch (lower.isFinite, upper.isFinite) {
    case (false, false): return ""
    case (true, false): return (includesLower ? ">= " : "> ") + low
    case (false, true): return (includesUpper ? "<= " : "< ") + high
    case (true, true): return "in " + (includesLower ? "[" : "(") + low + ", " + high + (includesUpper ? "]" : ")")
    }
  }

  /// What is wrong with a literal under this range, or nil.
  func problem(with literal: ParameterLiteral) -> String? {
    switch literal {
    case .integer(let value):
      return contains(Double(value)) ? nil : "\(value) is outside the range: must be \(description)"
    case .real(let value):
      if !value.isFinite { return "\(literal.displayText) is not a finite number" }
      return contains(value) ? nil : "\(literal.displayText) is outside the range: must be \(description)"
    case .list(let values):
      if !count.contains(values.count) {
        let most = count.upperBound == Int.max ? "at least \(count.lowerBound)" : count.lowerBound == count.upperBound ? "\(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"
        return "has \(values.count) elements: must have \(most)"
      }
      for (index, value) in values.enumerated() {
        if let problem = problem(with: value) { return "element \(index + 1): \(problem)" }
      }
      return nil
    case .boolean, .text: return nil
    }
  }
}
