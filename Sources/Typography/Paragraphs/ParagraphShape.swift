/// How the lines of a paragraph fill their measure.
package struct ParagraphShape: Sendable, Hashable {
  package enum Alignment: Sendable, Hashable { case justified, left, center, right }

  /// Width of a line in points.
  package var measure: Double
  package var alignment: Alignment
  /// Where the first line begins.
  package var indent: Double
  package var hyphenates: Bool

  package init(measure: Double, alignment: Alignment = .justified, indent: Double = 0, hyphenates: Bool = true) {
    self.measure = measure
    self.alignment = alignment
    self.indent = indent
    self.hyphenates = hyphenates
  }
}
