import Typography

/// One or more laid-out lines of a label: measured, ready to be placed anywhere.
package struct LabelBox: Sendable, Equatable {
  /// Where a label's reference point lies along its lines.
  package enum Anchor: Sendable, Hashable { case start, middle, end }

  /// Where a label's reference point lies across its lines.
  package enum Baseline: Sendable, Hashable {
    /// On the first line's baseline.
    case alphabetic
    /// Half-way between the top of the first line's capitals and the last line's baseline.
    case middle
    /// At the top of the first line's box.
    case top
    /// At the bottom of the last line's box.
    case bottom
  }

  /// One line, its fragments placed from its start.
  package struct Line: Sendable, Equatable {
    package var fragments: [Fragment]
    package var width: Double
    package var ascent: Double
    package var descent: Double
    /// From the first line's baseline down to this one's.
    package var offset: Double
  }

  /// A piece of a line at a horizontal offset.
  package struct Fragment: Sendable, Equatable {
    package enum Content: Sendable, Equatable {
      case text(String, TextStyle, width: Double)
      /// A formula: its TeX, its elements relative to the fragment's origin, and the style of the text around it.
      case formula(String, MathBox, TextStyle)
    }

    package var x: Double
    /// Below the line's baseline; negative for exponents.
    package var y = 0.0
    package var content: Content
  }

  package var lines: [Line]
  /// Height of the first line's capitals, for centring.
  package var capHeight: Double
  /// The text as the author wrote it.
  package var source: String

  /// The widest line.
  package var width: Double { lines.reduce(0) { max($0, $1.width) } }
  /// From the first baseline up to the top of the first line.
  package var ascent: Double { lines.first?.ascent ?? 0 }
  /// From the first baseline down to the bottom of the last line.
  package var descent: Double { lines.last.map { $0.offset + $0.descent } ?? 0 }
  package var height: Double { ascent + descent }
  package var isEmpty: Bool { lines.allSatisfy { $0.fragments.isEmpty } }
}
