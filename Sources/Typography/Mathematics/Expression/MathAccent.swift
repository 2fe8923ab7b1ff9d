/// An accent over, or under, a sub-formula.
package struct MathAccent: Sendable, Hashable {
  /// The combining character, which the font draws: U+0302 for `\hat`.
  package var combining: UInt32
  /// The spacing character that MathML writes for it.
  package var spacing: UInt32
  /// Whether it grows with the width of what it stands on: `\widehat`.
  package var isStretchy: Bool
  /// How it is said: "hat".
  package var spoken: String
}
