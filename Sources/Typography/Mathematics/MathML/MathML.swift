/// A formula as MathML Core, and what the browser needs to draw it.
package struct MathML: Sendable, Hashable {
  /// A `<math>` element.
  package var markup: String
  /// The characters that it is drawn with, those included that a browser puts in place of plain letters: what a
  /// subset of the mathematics font must hold.
  package var scalars: Set<UInt32>
}
