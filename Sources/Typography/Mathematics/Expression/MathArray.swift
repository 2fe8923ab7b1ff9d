/// Rows and columns: a matrix, cases, an alignment.
package struct MathArray: Sendable, Hashable {
  package enum Alignment: String, Sendable, Hashable {
    case left = "l"
    case center = "c"
    case right = "r"
  }

  /// How far the rows and columns stand apart.
  package enum Spacing: Sendable, Hashable {
    /// `array` and the matrices: an em between columns.
    case matrix
    /// As `matrix`, with half a column gap outside, for `array`.
    case array
    /// Right-left pairs with an em between pairs and TeX's jot between rows.
    case alignment
    /// Right-left pairs without any gap: `alignat`.
    case tightAlignment
    /// `cases`: an em between columns, rows 1.2 apart.
    case cases
    /// `smallmatrix` and `\substack`.
    case small
  }

  /// One row; `gapBelow` is the optional length after `\\`.
  package struct Row: Sendable, Hashable {
    package var cells: [[MathNode]]
    package var gapBelow: MathLength?
  }

  /// The environment's name without a star.
  package var name: String
  package var rows: [Row]
  /// One per column; the last repeats.
  package var alignments: [Alignment]
  package var spacing: Spacing
  /// Style of the cells; nil takes text style.
  package var cellStyle: MathStyle = .text
  package var left: UInt32?
  package var right: UInt32?
  /// Columns that have a vertical rule on their left; the number of columns stands for the right edge.
  package var verticalRules: [Int] = []
  /// Rows that have a rule above; the number of rows stands for the bottom.
  package var horizontalRules: [Int] = []

  package var columnCount: Int { rows.reduce(0) { max($0, $1.cells.count) } }

  /// The alignment of a column; alignments repeat in pairs.
  package func alignment(ofColumn column: Int) -> Alignment {
    switch spacing {
    case .alignment, .tightAlignment: alignments.isEmpty ? .center : alignments[column % alignments.count]
    default: column < alignments.count ? alignments[column] : alignments.last ?? .center
    }
  }

  /// Whether a column continues the formula of the column before it, as the right side of an alignment does.
  func continues(_ column: Int) -> Bool {
    switch spacing {
    case .alignment, .tightAlignment: alignments.count > 1 && column % alignments.count > 0
    default: false
    }
  }

  /// The gap before a column that is not the first, in ems.
  func gap(beforeColumn column: Int) -> Double {
    switch spacing {
    case .matrix, .array, .cases: return 1
    case .small: return 0.2778
    case .tightAlignment: return 0
    case .alignment:
      if alignments.count == 3 { return column % 3 == 0 ? 1 : 0.2778 }
      return column % max(alignments.count, 1) == 0 ? 1 : 0
    }
  }
}
