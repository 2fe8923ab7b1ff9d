/// The lines that a sub-formula may be struck or framed with.
package enum MathEnclosure: String, Sendable, Hashable {
  case box, cancel, bcancel, xcancel
  /// A horizontal line through the middle: `\sout`.
  case strikeout
}
