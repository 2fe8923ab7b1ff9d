import Tables

/// A scale of names: equal steps with padding, mapped onto 0…1, or onto the range that is stated.
struct DiscreteScale: Sendable, Equatable {
  var kind: ScaleSpec.Kind
  var levels: [Value]
  var isReversed = false
  var paddingInner = 0.0
  var paddingOuter = 0.0
  var align = 0.5
  /// The room that the steps fill.
  var room = 0.0...1.0
  private let index: [Value: Int]

  init(_ kind: ScaleSpec.Kind, levels: [Value], isReversed: Bool = false, paddingInner: Double = 0, paddingOuter: Double = 0, align: Double = 0.5) {
    self.kind = kind
    self.levels = levels
    self.isReversed = isReversed
    self.paddingInner = kind == .point ? 1 : paddingInner
    self.paddingOuter = paddingOuter
    self.align = align
    index = Dictionary(levels.enumerated().map { (Self.key($0.element), $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// Numbers count as the same whether integer or real.
  static func key(_ value: Value) -> Value {
    if case .integer(let number) = value { return .real(Double(number)) }
    return value
  }

  func index(of value: Value) -> Int? { index[Self.key(value)] }

  /// The distance between the starts of neighbouring bands.
  var step: Double { (room.upperBound - room.lowerBound) * share }
  /// The same as a part of the room that the steps fill.
  var share: Double { 1 / max(1, Double(levels.count) - paddingInner + 2 * paddingOuter) }
  var bandwidth: Double { step * (1 - paddingInner) }

  /// The start of a level's band (its point, on a point scale).
  func start(_ level: Int) -> Double {
    let count = Double(levels.count)
    let first = room.lowerBound + (room.upperBound - room.lowerBound - step * (count - paddingInner)) * align
    return first + step * Double(isReversed ? levels.count - 1 - level : level)
  }

  func center(_ level: Int) -> Double { start(level) + bandwidth / 2 }

  static func == (a: DiscreteScale, b: DiscreteScale) -> Bool {
    a.kind == b.kind && a.levels == b.levels && a.isReversed == b.isReversed && a.paddingInner == b.paddingInner
      && a.paddingOuter == b.paddingOuter && a.align == b.align && a.room == b.room
  }
}
