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
    /// A commutative diagram: objects in the even columns, arrows between them.
    case diagram
  }

  /// A line between two columns or two rows; the same position twice makes a double one.
  package struct Rule: Sendable, Hashable {
    /// The column at its right or the row below it; the number of columns or rows for the far edge.
    package var position: Int
    package var isDashed = false
    /// The columns under a line between rows that does not cross all: `\cline{2-3}`, counted from 0.
    package var columns: ClosedRange<Int>?
  }

  /// A cell that takes the place of several: `\multicolumn`. The cells after it that it covers are empty.
  package struct Span: Sendable, Hashable {
    package var columns: Range<Int>
    package var alignment: Alignment
  }

  /// One row; `gapBelow` is the optional length after `\\`.
  package struct Row: Sendable, Hashable {
    package var cells: [[MathNode]]
    package var gapBelow: MathLength?
    /// Words between the rows of an alignment, which take no part in its columns: `\intertext`.
    package var isText = false
    /// From left to right.
    package var spans: [Span] = []

    /// The span that begins at a column.
    func span(at column: Int) -> Span? { spans.first { $0.columns.lowerBound == column } }

    /// Whether a span covers both sides of the place before a column.
    func covers(_ column: Int) -> Bool { spans.contains { $0.columns.lowerBound < column && column < $0.columns.upperBound } }
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
  /// Lines at the left of columns, in order of position.
  package var verticalRules: [Rule] = []
  /// Lines above rows, in order of position.
  package var horizontalRules: [Rule] = []
  /// The columns that `@{}` joins to what is on their left; the number of columns stands for the right edge.
  package var joinedColumns: Set<Int> = []
  /// `\arraystretch`: by how much rows stand further apart.
  package var stretch = 1.0

  package var columnCount: Int { rows.reduce(0) { max($0, $1.isText ? 0 : $1.cells.count) } }

  /// How many lines above a row, or below the last, double another one.
  func repeatedRules(above row: Int) -> Int {
    max(0, horizontalRules.count { $0.position == row && $0.columns == nil } - 1)
  }

  /// The alignment of a column; alignments repeat in pairs.
  package func alignment(ofColumn column: Int) -> Alignment {
    switch spacing {
    case .alignment, .tightAlignment: alignments.isEmpty ? .center : alignments[column % alignments.count]
    default: column < alignments.count ? alignments[column] : alignments.last ?? .center
    }
  }

  /// The class of the empty atom that a cell begins after: LaTeX puts one where a formula goes on.
  func leadingClass(row: Int, column: Int) -> MathClass? {
    // The right side of an `eqnarray` follows the relation in the column before it.
    if name == "eqnarray", column % 3 == 2 { return .relation }
    return continues(column) || name == "multline" && row > 0 ? .ordinary : nil
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
    if joinedColumns.contains(column) { return 0 }
    switch spacing {
    case .matrix, .array, .cases: return 1
    case .small, .diagram: return 0.2778
    case .tightAlignment: return 0
    case .alignment:
      if alignments.count == 3 { return column % 3 == 0 ? 1 : 0 }
      return column % max(alignments.count, 1) == 0 ? 1 : 0
    }
  }

  /// The gap outside the first column, or after the last, in ems.
  func outerGap(afterLast: Bool) -> Double {
    // amsmath's thin spaces about a matrix that stands in running text.
    if spacing == .small { return name.hasSuffix("smallmatrix") ? 1.0 / 6 : 0 }
    return spacing == .array && !joinedColumns.contains(afterLast ? columnCount : 0) ? 0.5 : 0
  }
}
