extension MathTypesetter {
  /// The distances of an array, in points.
  private struct Metrics {
    var strutHeight, strutDepth: Double
    /// Between the strut of one row and that of the next.
    var rowGap: Double
    /// The least distance of ink in neighbouring rows.
    var lineSkip: Double
    var outerGap: Double
  }

  /// Rows and columns, centred on the axis, between their delimiters.
  func layoutArray(_ array: MathArray, _ context: MathLayoutContext) -> MathBox {
    let cellContext = cellContext(of: array, context)
    let metrics = metrics(of: array, context, cellContext)
    let cells = cells(of: array, cellContext)
    let columns = columnPlaces(array, cells, metrics, context)
    let rows = rowPlaces(array, cells, metrics, context)
    // The grid hangs from y = 0; then it is centred.
    var grid = MathBox(width: columns.width, height: 0, depth: rows.total)
    for (row, boxes) in cells.enumerated() {
      for (column, box) in boxes.enumerated() {
        let free = columns.widths[column] - box.width
        let shift =
          switch array.alignment(ofColumn: column) {
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
    array.rows.map { row in
      row.cells.enumerated().map { column, cell in
        layoutList(cell, context, leading: array.continues(column) ? .ordinary : nil)
      }
    }
  }

  private func metrics(of array: MathArray, _ context: MathLayoutContext, _ cell: MathLayoutContext) -> Metrics {
    let em = context.em
    switch array.spacing {
    case .matrix, .array:
      let outer = array.spacing == .array ? 0.5 * em : 0
      return Metrics(strutHeight: 0.84 * em, strutDepth: 0.36 * em, rowGap: 0, lineSkip: 0.1 * em, outerGap: outer)
    case .cases:
      return Metrics(strutHeight: 1.008 * em, strutDepth: 0.432 * em, rowGap: 0, lineSkip: 0.1 * em, outerGap: 0)
    case .alignment, .tightAlignment:
      return Metrics(
        strutHeight: 0.84 * em, strutDepth: 0.36 * em, rowGap: 0.3 * em, lineSkip: 0.1 * em, outerGap: 0)
    case .small:
      return Metrics(
        strutHeight: 0.7 * cell.em, strutDepth: 0.3 * cell.em, rowGap: 0, lineSkip: 0.12 * cell.em, outerGap: 0)
    }
  }

  private struct Columns {
    var starts: [Double] = []
    var widths: [Double] = []
    var width = 0.0
  }

  private func columnPlaces(
    _ array: MathArray, _ cells: [[MathBox]], _ metrics: Metrics, _ context: MathLayoutContext
  ) -> Columns {
    var columns = Columns()
    columns.width = metrics.outerGap
    for column in 0..<array.columnCount {
      if column > 0 { columns.width += array.gap(beforeColumn: column) * context.em }
      let width = cells.reduce(0.0) { max($0, column < $1.count ? $1[column].width : 0) }
      columns.starts.append(columns.width)
      columns.widths.append(width)
      columns.width += width
    }
    columns.width += metrics.outerGap
    return columns
  }

  private struct Rows {
    /// Distance of each baseline from the top.
    var baselines: [Double] = []
    /// Where a rule above each row goes, and one below the last.
    var edges: [Double] = [0]
    var total = 0.0
  }

  private func rowPlaces(
    _ array: MathArray, _ cells: [[MathBox]], _ metrics: Metrics, _ context: MathLayoutContext
  ) -> Rows {
    var rows = Rows()
    var y = 0.0
    for (index, boxes) in cells.enumerated() {
      let height = boxes.reduce(0.0) { max($0, $1.height) }
      let depth = boxes.reduce(0.0) { max($0, $1.depth) }
      let isFirst = index == 0
      let isLast = index == cells.count - 1
      if height > metrics.strutHeight, !isFirst { y += metrics.lineSkip }
      y += max(height, metrics.strutHeight)
      rows.baselines.append(y)
      y += max(depth, metrics.strutDepth)
      if depth > metrics.strutDepth, !isLast { y += metrics.lineSkip }
      let extra = (array.rows[index].gapBelow?.ems(size: size) ?? 0) * context.em
      if !isLast { y += metrics.rowGap + extra }
      rows.edges.append(y)
    }
    rows.total = max(y, 0)
    return rows
  }

  private func placeRules(
    of array: MathArray, _ columns: Columns, _ rows: Rows, into grid: inout MathBox, _ context: MathLayoutContext
  ) {
    let thickness = 0.04 * context.em
    for row in array.horizontalRules where row < rows.edges.count {
      let rule = MathElement.Shape.rule(width: grid.width, height: thickness)
      grid.elements.append(MathElement(rule, x: 0, y: rows.edges[row] - thickness / 2))
    }
    for column in array.verticalRules {
      let x: Double
      if column == 0 {
        x = 0
      } else if column >= columns.starts.count {
        x = grid.width
      } else {
        x = columns.starts[column] - array.gap(beforeColumn: column) * context.em / 2
      }
      let rule = MathElement.Shape.rule(width: thickness, height: rows.total)
      grid.elements.append(MathElement(rule, x: x - thickness / 2, y: 0))
    }
  }
}
