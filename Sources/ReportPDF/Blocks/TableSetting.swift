import Graphics
import Report

/// One cell of a table.
struct TableCell {
  var content: [ReportInline]
  /// Said after the content in quieter type.
  var remark: [ReportInline]
  var color: Theme.RGB?
  var isBold = false

  init(_ content: [ReportInline], remark: [ReportInline] = [], color: Theme.RGB? = nil, isBold: Bool = false) {
    self.content = content
    self.remark = remark
    self.color = color
    self.isBold = isBold
  }
}

/// A table to be set: its cells and how its columns behave.
struct TableSetting {
  var header: [TableCell]
  var rows: [[TableCell]]
  var alignments: [TableBlock.Alignment] = []
  var text = TextSetting.table
  /// Between columns.
  var gap = 14.0
  /// Below each row.
  var rowSpace = 1.6
  /// Whether the first column stands at the right.
  var isRightToLeft = false
  /// Whether it is as wide as the measure, even if its content is not.
  var fillsMeasure = false
  /// Columns that keep their natural width.
  var rigidColumns: Set<Int> = []
  /// The column that takes the space left over.
  var flexibleColumn: Int?

  init(header: [TableCell], rows: [[TableCell]]) {
    self.header = header
    self.rows = rows
  }

  var columnCount: Int { rows.reduce(header.count) { max($0, $1.count) } }

  func alignment(_ column: Int) -> TableBlock.Alignment {
    alignments.indices.contains(column) ? alignments[column] : .left
  }
}
