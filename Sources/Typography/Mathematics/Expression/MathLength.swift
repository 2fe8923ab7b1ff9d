/// A length in a formula, in the units TeX knows.
package struct MathLength: Sendable, Hashable {
  package enum Unit: String, Sendable, Hashable, CaseIterable {
    /// An eighteenth of the em of the current style.
    case mu
    case em, ex, pt
  }

  package var value: Double
  package var unit: Unit

  package init(_ value: Double, _ unit: Unit) {
    self.value = value
    self.unit = unit
  }

  package static let zero = MathLength(0, .mu)

  /// The space between words in the text font: `\ ` and `~`.
  static let word = MathLength(4.5, .mu)

  /// The length in ems of a font whose size is `size` points and whose x-height is 0.45 em where it matters.
  package func ems(size: Double) -> Double {
    switch unit {
    case .mu: value / 18
    case .em: value
    case .ex: value * 0.45
    case .pt: value / size
    }
  }

  /// The length in points in a font whose em is `em` points; absolute lengths do not follow the font.
  func points(em: Double) -> Double { ems(size: em) * em }
}
