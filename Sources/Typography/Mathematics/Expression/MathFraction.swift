/// A generalised fraction: with or without a rule and delimiters.
package struct MathFraction: Sendable, Hashable {
  /// The line between numerator and denominator.
  package enum Rule: Sendable, Hashable {
    case standard, none
    case thickness(MathLength)
  }

  package var numerator: [MathNode]
  package var denominator: [MathNode]
  package var rule: Rule = .standard
  package var left: UInt32?
  package var right: UInt32?
  /// The style that it is forced to: `\dfrac`, `\tfrac`.
  package var style: MathStyle?
  /// Numerator and denominator in display style with struts: `\cfrac`.
  package var isContinued = false
}
