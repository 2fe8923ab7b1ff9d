/// Vertical measures of a face, in ems, positive away from the baseline.
package struct FontMetrics: Sendable, Hashable {
  /// What the designer gives a line above and below its baseline; accents fit.
  package var ascent: Double
  package var descent: Double
  /// The height of "H" and of "x".
  package var capHeight: Double
  package var xHeight: Double
  /// The height of "d" and the depth of "p": the box of a line of plain words.
  package var letterAscent: Double
  package var letterDescent: Double
}
