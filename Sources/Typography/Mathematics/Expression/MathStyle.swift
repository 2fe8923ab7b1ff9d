/// The style of a formula: how large it is set and how its scripts and limits are placed.
package enum MathStyle: Int, Sendable, Hashable, Comparable, CaseIterable {
  case display, text, script, scriptScript

  package static func < (a: MathStyle, b: MathStyle) -> Bool { a.rawValue < b.rawValue }

  /// The style of a script of this style.
  package var ofScripts: MathStyle { self <= .text ? .script : .scriptScript }
  /// The style of a numerator or denominator of this style.
  package var ofFraction: MathStyle {
    switch self {
    case .display: .text
    case .text: .script
    case .script, .scriptScript: .scriptScript
    }
  }
}
