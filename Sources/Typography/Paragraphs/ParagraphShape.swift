/// How the lines of a paragraph fill their measure.
package struct ParagraphShape: Sendable, Hashable {
  package enum Alignment: Sendable, Hashable { case justified, left, center, right }

  /// Width of a line in points.
  package var measure: Double
  package var alignment: Alignment
  /// Where the first line begins.
  package var indent: Double
  package var hyphenates: Bool
  /// Whether lines begin at the right: the alignment to the left, and the indent, then mean that side.
  package var isRightToLeft: Bool

  package init(
    measure: Double, alignment: Alignment = .justified, indent: Double = 0, hyphenates: Bool = true, isRightToLeft: Bool = false
  ) {
    self.measure = measure
    self.alignment = alignment
    self.indent = indent
    self.hyphenates = hyphenates
    self.isRightToLeft = isRightToLeft
  }
}
