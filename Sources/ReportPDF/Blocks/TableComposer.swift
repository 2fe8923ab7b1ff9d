import Graphics
import Report
import Typography

/// Sets one table in the manner of books: rules above, below and under the head, none between columns.
struct TableComposer {
  let setter: ReportSetter
  let table: TableSetting
  let frame: Frame
  private let text: TextSetting
  private let widths: [Double]
  private let gap: Double
  private let left: Double
  private let tag: Int

  init(setter: ReportSetter, table: TableSetting, frame: Frame, tag: Int) {
    self.setter = setter
    self.table = table
    self.frame = frame
    let count = table.columnCount
    var text = table.text
    var gap = table.gap
    var demands = Self.demands(setter, table, text)
    func available() -> Double { frame.measure - gap * Double(max(0, count - 1)) }
    // Smaller type and narrower gaps before words are divided.
    for (size, narrower) in [(0.92, 10.0), (0.84, 8.0)] {
      guard demands.reduce(0, { $0 + $1.minimum }) > available() else { break }
      let shrunk = TextSetting(table.text.role, table.text.size * size, leading: table.text.leading * size)
      (text, gap) = (shrunk, min(gap, narrower))
      demands = Self.demands(setter, table, text)
    }
    var widths = ColumnWidths.fit(demands, into: available(), rigid: table.rigidColumns)
    let spare = available() - widths.reduce(0, +)
    if table.fillsMeasure, spare > 0, let column = table.flexibleColumn, widths.indices.contains(column) { widths[column] += spare }
    self.text = text
    self.gap = gap
    self.widths = widths
    left = frame.x + max(0, (frame.measure - widths.reduce(0, +) - gap * Double(max(0, count - 1))) / 2)
    self.tag = tag
  }

  private var width: Double { widths.reduce(0, +) + gap * Double(max(0, widths.count - 1)) }

  func items() -> [VerticalItem] {
    guard !widths.isEmpty else { return [] }
    let top = rule(0.9, below: 3)
    let hasHeader = table.header.contains { !$0.content.isEmpty }
    let head = hasHeader ? [top, row(table.header, isHeader: true, isTagged: true), rule(0.5, above: 2.5, below: 3)] : [top]
    let repeated = hasHeader ? [top, row(table.header, isHeader: true, isTagged: false), rule(0.5, above: 2.5, below: 3)] : [top]
    var items = head.map(VerticalItem.box)
    for (index, cells) in table.rows.enumerated() {
      var box = row(cells, isHeader: false, isTagged: true)
      if index > 0 {
        let isNearEdge = index == 1 || index == table.rows.count - 1
        items.append(.penalty(isNearEdge ? 400 : Self.rowPrice))
        box.repeated = repeated
      }
      box.closing = [PageElement(.fill(width: width, height: 0.9, color: Palette.rule), x: left, y: box.height + 2)]
      items.append(.box(box))
    }
    // The closing rule belongs to the last row.
    if case .box(var last)? = items.last {
      last.elements += last.closing
      last.closing = []
      last.height += 3
      items[items.count - 1] = .box(last)
    }
    return items
  }

  /// Of a page break between two rows.
  private static let rowPrice = 100.0

  /// As narrow as the table can be set without dividing words.
  static func minimumWidth(of table: TableSetting, by setter: ReportSetter) -> Double {
    demands(setter, table, table.text).reduce(table.gap * Double(max(0, table.columnCount - 1))) { $0 + $1.minimum }
  }

  private static func demands(_ setter: ReportSetter, _ table: TableSetting, _ text: TextSetting) -> [ColumnWidths.Demand] {
    (0..<table.columnCount).map { column in
      var demand = ColumnWidths.Demand(natural: 0, minimum: 0)
      for cells in [table.header] + table.rows where cells.indices.contains(column) {
        var inline = setter.inlineSetter(setter.geometry.measure)
        inline.append(cells[column], text)
        let widths = inline.paragraph.widths
        demand.natural = max(demand.natural, widths.natural.rounded(.up))
        demand.minimum = max(demand.minimum, widths.minimum.rounded(.up))
      }
      return demand
    }
  }

  private func rule(_ thickness: Double, above: Double = 0, below: Double = 0) -> VerticalBox {
    let line = PageElement(.fill(width: width, height: thickness, color: Palette.rule), x: left, y: above)
    return VerticalBox(height: above + thickness + below, elements: [line])
  }

  private func row(_ cells: [TableCell], isHeader: Bool, isTagged: Bool) -> VerticalBox {
    let rowTag = setter.tree.add("TR", in: tag)
    var x = table.isRightToLeft ? left + width : left
    var columns: [VerticalBox] = []
    for (column, cell) in cells.enumerated() where column < widths.count {
      if table.isRightToLeft { x -= widths[column] }
      let cellFrame = Frame(x: x, measure: widths[column] + 0.5, text: text.cell(cell), tag: rowTag, isBoxed: true)
      var inline = setter.inlineSetter(widths[column])
      inline.append(cell, text)
      let alignment = alignment(column, inline.direction)
      let cellTag = setter.tree.add(isHeader ? "TH" : "TD", in: rowTag)
      columns.append(VerticalBox.stack(setter.lines(inline, cellFrame, alignment: alignment, tag: cellTag)))
      x += table.isRightToLeft ? -gap : widths[column] + gap
    }
    return joined(columns, isTagged: isTagged)
  }

  /// A column begins on the side where the table does, whatever the direction of its text.
  private func alignment(_ column: Int, _ direction: TextDirection?) -> ParagraphShape.Alignment {
    switch table.alignment(column) {
    // Lines from right to left begin at the right anyway.
    case .left: table.isRightToLeft && direction != .rightToLeft ? .right : .left
    case .center: .center
    case .right: .right
    }
  }

  /// The cells of a row on a common first baseline.
  private func joined(_ columns: [VerticalBox], isTagged: Bool) -> VerticalBox {
    let baseline = columns.map(\.baseline).max() ?? text.strutAscent
    var row = VerticalBox(height: text.leading, baseline: baseline)
    for column in columns {
      let drop = baseline - column.baseline
      for var element in column.elements {
        element.y += drop
        if !isTagged {
          if case .destination = element.content { continue }
          element.tag = nil
        }
        row.elements.append(element)
      }
      if isTagged { row.footnotes += column.footnotes }
      row.height = max(row.height, drop + column.height)
    }
    // Rows of several lines are set further apart, so that they read as one.
    if row.height > 1.5 * text.leading {
      row.shift(x: 0, y: table.rowSpace * 0.5)
      row.height += table.rowSpace * 2
    } else {
      row.height += table.rowSpace
    }
    return row
  }
}

extension TextSetting {
  /// The look of a cell's text.
  func cell(_ cell: TableCell) -> TextSetting {
    var setting = self
    if cell.isBold { setting.role = role.with(bold: true, italic: false) }
    if let color = cell.color { setting.color = color }
    return setting
  }
}

extension InlineSetter {
  /// The content of a cell and its remark.
  mutating func append(_ cell: TableCell, _ text: TextSetting) {
    append(cell.content, text.cell(cell))
    guard !cell.remark.isEmpty else { return }
    var quiet = text.colored(Palette.muted)
    quiet.role = text.role.with(bold: false, italic: true)
    append(" ", text)
    append(cell.remark, quiet)
  }
}
