/// A line of a paragraph: fragments placed from the left end of the measure.
package struct ParagraphLine {
  package var fragments: [LineFragment]
  /// From the left end of the measure to the right end of the last fragment.
  package var width: Double
  /// Ink height above and below the baseline, by the metrics of the faces and the boxes.
  package var ascent: Double
  package var descent: Double
  package var endsWithHyphen: Bool
  /// Stretch (> 0) or shrink (< 0) of the spaces relative to what they allow; 0 for lines that are not justified.
  package var ratio: Double
}

/// A stretch of a line that the client marked alike.
package struct LineFragment {
  package enum Content {
    case glyphs(GlyphSpan)
    /// The identifier of a `ParagraphBox`.
    case box(Int)
  }

  package var x: Double
  package var width: Double
  /// How far it stands above the baseline.
  package var rise: Double
  package var mark: Int
  package var content: Content
}
