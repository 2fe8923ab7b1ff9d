/// The face of words inside mathematics.
package enum MathTextStyle: String, Sendable, Hashable {
  case roman, bold, italic, sans, monospace
}
