extension MathTypesetter {
  /// The distances of an array, in points.
  private struct Metrics {
    var strutHeight, strutDepth: Double
    /// Between the strut of one row and that of the next.
    var rowGap: Double
    /// The least distance of ink in neighbouring rows.
    var lineSkip: Double
  }

  /// Rows and columns, centred on the axis, between their delimiters.
  func layoutArray(_ array: MathArray, _ context: MathLayoutContext) -> MathBox {
    let cellContext = cellContext(of: array, context)
    let metrics = metrics(of: array, context, cellContext)
    let cells = cells(of: array, cellContext)
    let columns = columnPlaces(array, cells, context)
    let rows = rowPlaces(array, cells, metrics, context)
    // The grid hangs from y = 0; then it is centred.
    var grid = MathBox(width: columns.width, height: 0, depth: rows.total)
    for (row, boxes) in cells.enumerated() {
      if array.rows[row].isText {
        if let words = boxes.first { grid.place(words, x: 0, y: rows.baselines[row]) }
        continue
      }
      for (column, box) in boxes.enumerated() {
        let span = array.rows[row].span(at: column)
        let last = min(span?.columns.upperBound ?? 0, columns.starts.count) - 1
        let free = columns.starts[max(last, column)] + columns.widths[max(last, column)] - columns.starts[column] - box.width
        let shift =
          switch span?.alignment ?? array.alignment(ofColumn: column) {
          case .left: 0.0
          case .center: free / 2
          case .right: free
          }
        grid.place(box, x: columns.starts[column] + shift, y: rows.baselines[row])
      }
    }
    grid.height = 0
    grid.depth = rows.total
    placeRules(of: array, columns, rows, into: &grid, context)
    let centred = centeredOnAxis(grid, context)
    guard array.left != nil || array.right != nil else { return centred }
    return fenced(centred, array.left, array.right, context)
  }

  /// The baselines of the rows of a formula that is one alignment, for the tags and numbers of its rows: points below
  /// the formula's baseline. A formula that is no alignment has one row, at 0.
  package func rowBaselines(of expression: MathExpression, style: MathStyle = .display) -> [Double] {
    guard expression.body.count == 1, case .array(let array) = expression.body[0].kind else { return [0] }
    switch array.spacing {
    case .alignment, .tightAlignment: break
    default: return [0]
    }
    let context = MathLayoutContext(style: style, textSize: size, constants: constants)
    let cellContext = cellContext(of: array, context)
    let rows = rowPlaces(array, cells(of: array, cellContext), metrics(of: array, context, cellContext), context)
    return rows.baselines.map { $0 - rows.total / 2 - context.axis }
  }

  private func cellContext(of array: MathArray, _ context: MathLayoutContext) -> MathLayoutContext {
    context.with(context.style <= .text ? array.cellStyle : max(array.cellStyle, context.style))
  }

  private func cells(of array: MathArray, _ context: MathLayoutContext) -> [[MathBox]] {
    if array.spacing == .diagram { return diagramCells(array, context) }
    return array.rows.enumerated().map { row, content in
      content.cells.enumerated().map { column, cell in
        layoutList(cell, context, leading: array.leadingClass(row: row, column: column))
      }
    }
  }

  /// The cells of a diagram; the horizontal arrows of a column are as long as the longest, or amscd's least length.
  private func diagramCells(_ array: MathArray, _ context: MathLayoutContext) -> [[MathBox]] {
    let labels: [[ArrowLabels?]] = array.rows.map { row in
      row.cells.map { cell in
        guard cell.count == 1, case .longArrow(_, let over, let under) = cell[0].kind else { return nil }
        return arrowLabels(over, under, context)
      }
    }
    let lengths = (0..<array.columnCount).map { column in
      labels.reduce(3 * context.em) { column < $1.count ? max($0, $1[column]?.length(context) ?? 0) : $0 }
    }
    return zip(array.rows, labels).map { row, labels in
      zip(row.cells, labels).enumerated().map { column, cell in
        guard let labels = cell.1, case .longArrow(let scalar, _, _)? = cell.0.first?.kind else {
          return layoutList(cell.0, context)
        }
        return longArrow(scalar, labels, context, atLeast: lengths[column])
      }
    }
  }

  private func metrics(of array: MathArray, _ context: MathLayoutContext, _ cell: MathLayoutContext) -> Metrics {
    let em = context.em
    switch array.spacing {
    case .matrix, .array:
      let line = array.stretch * em
      return Metrics(strutHeight: 0.84 * line, strutDepth: 0.36 * line, rowGap: 0, lineSkip: 0.1 * em)
    case .cases:
      return Metrics(strutHeight: 1.008 * em, strutDepth: 0.432 * em, rowGap: 0, lineSkip: 0.1 * em)
    case .alignment, .tightAlignment:
      return Metrics(strutHeight: 0.84 * em, strutDepth: 0.36 * em, rowGap: 0.3 * em, lineSkip: 0.1 * em)
    case .small:
      return Metrics(strutHeight: 0.7 * cell.em, strutDepth: 0.3 * cell.em, rowGap: 0, lineSkip: 0.12 * cell.em)
    case .diagram:
      return Metrics(strutHeight: 0.84 * em, strutDepth: 0.36 * em, rowGap: 0.25 * em, lineSkip: 0.1 * em)
    }
  }

  private struct Columns {
    var starts: [Double] = []
    var widths: [Double] = []
    var width = 0.0
  }

  private func columnPlaces(_ array: MathArray, _ cells: [[MathBox]], _ context: MathLayoutContext) -> Columns {
    var columns = Columns()
    columns.width = array.outerGap(afterLast: false) * context.em
    for column in 0..<array.columnCount {
      if column > 0 { columns.width += array.gap(beforeColumn: column) * context.em }
      var width = zip(array.rows, cells).reduce(0.0) { widest, row in
        row.0.isText || column >= row.1.count || row.0.span(at: column) != nil ? widest : max(widest, row.1[column].width)
      }
      columns.starts.append(columns.width)
      // What spans several columns widens the last of them, as in TeX.
      for (row, boxes) in zip(array.rows, cells) {
        for span in row.spans where span.columns.upperBound - 1 == column && boxes.indices.contains(span.columns.lowerBound) {
          width = max(width, boxes[span.columns.lowerBound].width - (columns.width - columns.starts[span.columns.lowerBound]))
        }
      }
      columns.widths.append(width)
      columns.width += width
    }
    columns.width += array.outerGap(afterLast: true) * context.em
    return columns
  }

  private struct Rows {
    /// Distance of each baseline from the top.
    var baselines: [Double] = []
    /// The top of each row, and the bottom of the last, under the room of repeated rules.
    var edges: [Double] = []
    var total = 0.0
  }

  private func rowPlaces(
    _ array: MathArray, _ cells: [[MathBox]], _ metrics: Metrics, _ context: MathLayoutContext
  ) -> Rows {
    var rows = Rows()
    var y = MathTypesetter.ruleSeparation * context.em * Double(array.repeatedRules(above: 0))
    rows.edges = [y]
    var isDeep = false
    for (index, boxes) in cells.enumerated() {
      let height = boxes.reduce(0.0) { max($0, $1.height) }
      let depth = boxes.reduce(0.0) { max($0, $1.depth) }
      let isLast = index == cells.count - 1
      // Lines that would come too near each other are a line skip apart.
      if index > 0, isDeep || height > metrics.strutHeight { y += metrics.lineSkip }
      y += max(height, metrics.strutHeight)
      rows.baselines.append(y)
      y += max(depth, metrics.strutDepth)
      isDeep = depth > metrics.strutDepth
      var extra = array.rows[index].gapBelow?.points(em: context.em) ?? 0
      extra += MathTypesetter.ruleSeparation * context.em * Double(array.repeatedRules(above: index + 1))
      y += isLast ? max(0, extra) : metrics.rowGap + extra
      rows.edges.append(y)
    }
    rows.total = max(y, 0)
    return rows
  }

  private func placeRules(
    of array: MathArray, _ columns: Columns, _ rows: Rows, into grid: inout MathBox, _ context: MathLayoutContext
  ) {
    let thickness = 0.04 * context.em
    let separation = MathTypesetter.ruleSeparation * context.em
    for (rule, offset) in MathTypesetter.repetitions(array.horizontalRules) where rule.position < rows.edges.count {
      var (left, right) = (0.0, grid.width)
      if let span = rule.columns {
        guard span.lowerBound < columns.starts.count else { continue }
        left = boundary(before: span.lowerBound, array, columns, context)
        right = boundary(before: min(span.upperBound + 1, columns.starts.count), array, columns, context)
      }
      // What stands at an edge lies above the room that its repetitions have made.
      let room = rule.columns == nil ? separation * Double(array.repeatedRules(above: rule.position)) : 0
      let y = rows.edges[rule.position] - thickness / 2 - room + Double(offset) * separation
      grid.elements += line(from: (left, y), length: right - left, thickness, isVertical: false, rule.isDashed)
    }
    for (rule, offset) in MathTypesetter.repetitions(array.verticalRules) {
      let x = boundary(before: rule.position, array, columns, context) - thickness / 2 + Double(offset) * separation
      for (top, bottom) in stretches(before: rule.position, array, rows) {
        grid.elements += line(from: (x, top), length: bottom - top, thickness, isVertical: true, rule.isDashed)
      }
    }
  }

  /// From where to where a rule between two columns runs: not through what spans both.
  private func stretches(before column: Int, _ array: MathArray, _ rows: Rows) -> [(top: Double, bottom: Double)] {
    guard array.rows.contains(where: { $0.covers(column) }) else { return [(0, rows.total)] }
    var stretches: [(top: Double, bottom: Double)] = []
    for (index, row) in array.rows.enumerated() where !row.covers(column) {
      let top = index == 0 ? 0 : rows.edges[index]
      let bottom = index + 1 == array.rows.count ? rows.total : rows.edges[index + 1]
      if let last = stretches.last, last.bottom == top { stretches[stretches.count - 1].bottom = bottom } else { stretches.append((top, bottom)) }
    }
    return stretches
  }

  /// LaTeX's `\doublerulesep`, in ems.
  private static let ruleSeparation = 0.2

  /// Each rule with how many stand at its place already.
  private static func repetitions(_ rules: [MathArray.Rule]) -> [(rule: MathArray.Rule, offset: Int)] {
    var last: (position: Int, offset: Int)?
    return rules.map { rule in
      var offset = 0
      if let before = last, before.position == rule.position, rule.columns == nil { offset = before.offset + 1 }
      last = (rule.position, offset)
      return (rule, offset)
    }
  }

  /// Where a rule between a column and the one before it stands; outside for the number of columns.
  private func boundary(
    before column: Int, _ array: MathArray, _ columns: Columns, _ context: MathLayoutContext
  ) -> Double {
    if column == 0 { return 0 }
    if column >= columns.starts.count { return columns.width }
    return columns.starts[column] - array.gap(beforeColumn: column) * context.em / 2
  }

  private func line(
    from start: (x: Double, y: Double), length: Double, _ thickness: Double, isVertical: Bool, _ isDashed: Bool
  ) -> [MathElement] {
    func piece(_ offset: Double, _ length: Double) -> MathElement {
      isVertical
        ? MathElement(.rule(width: thickness, height: length), x: start.x, y: start.y + offset)
        : MathElement(.rule(width: length, height: thickness), x: start.x + offset, y: start.y)
    }
    guard isDashed, length > 0 else { return [piece(0, length)] }
    // Dashes and gaps of about four thicknesses that begin and end with a dash.
    let count = max(1, min(500, Int((length / (8 * thickness)).rounded())))
    let dash = length / Double(2 * count - 1)
    return (0..<count).map { piece(2 * Double($0) * dash, dash) }
  }
}
