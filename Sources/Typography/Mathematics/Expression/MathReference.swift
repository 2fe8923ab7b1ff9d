/// What a reference to an equation prints, and where it leads.
package struct MathReference: Sendable, Hashable {
  /// The number without parentheses.
  package var number: String
  /// The equation's anchor; nil leads nowhere.
  package var anchor: String?

  package init(number: String, anchor: String? = nil) {
    self.number = number
    self.anchor = anchor
  }
}
