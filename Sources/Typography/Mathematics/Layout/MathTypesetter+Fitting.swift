extension MathTypesetter {
  /// The indent of the lines that a row of an alignment goes on in, in ems.
  private static let rowIndent = 2.0

  /// An alignment whose rows are divided where they are too wide: their right sides go on in rows below, indented.
  /// - Parameter width: in points.
  /// - Returns: nil for a formula that is no alignment of at most two columns, or whose rows cannot be divided.
  package func divided(_ expression: MathExpression, toFit width: Double) -> MathExpression? {
    guard expression.body.count == 1, case .array(var array) = expression.body[0].kind,
      array.spacing == .alignment || array.spacing == .tightAlignment, array.columnCount <= 2
    else { return nil }
    let context = self.context(.display)
    let column = array.columnCount - 1
    let left = column == 0 ? 0 : array.rows.reduce(0.0) { max($0, layoutList($1.cells.first ?? [], context).width) }
    // The right sides begin with the space before their relation.
    let space = column == 0 ? 0 : InterAtomSpacing.mu(.ordinary, .relation, in: .display) / 18 * context.em
    let rows = array.rows.flatMap { row in
      row.isText || row.cells.count <= column ? [row] : divided(row, column, room: width - left - space, context)
    }
    guard rows.count > array.rows.count else { return nil }
    array.rows = rows
    var result = expression
    result.body[0].kind = .array(array)
    return result
  }

  /// One row as several, whose last cells are no wider than the room.
  private func divided(
    _ row: MathArray.Row, _ column: Int, room: Double, _ context: MathLayoutContext
  ) -> [MathArray.Row] {
    let leading: MathClass? = column > 0 ? .ordinary : nil
    let items = FlatMathList(row.cells[column], style: .display, leading: leading).items
    var result: [MathArray.Row] = []
    var start = items.startIndex
    while layoutItems(items[start...], context).width > self.room(of: result.count, room, context),
      let place = bestBreak(of: items, from: start, room: self.room(of: result.count, room, context), context)
    {
      // An empty atom keeps the space before an operator at the end of a line.
      let end = MathNode(.group([]), 0..<0)
      append(nodes(items[start...place.last]) + [end], of: row, column, to: &result)
      start = place.next
    }
    append(nodes(items[start...]), of: row, column, to: &result)
    result[result.count - 1].gapBelow = row.gapBelow
    return result
  }

  private func room(of line: Int, _ room: Double, _ context: MathLayoutContext) -> Double {
    line == 0 ? room : room - Self.rowIndent * context.em
  }

  private func append(_ nodes: [MathNode], of row: MathArray.Row, _ column: Int, to rows: inout [MathArray.Row]) {
    var next = MathArray.Row(cells: row.cells)
    next.cells[column] = nodes
    if !rows.isEmpty {
      if column > 0 { next.cells[0] = [] }
      next.cells[column].insert(MathNode(.space(MathLength(Self.rowIndent, .em)), 0..<0), at: 0)
    }
    rows.append(next)
  }

  /// The cheapest place to end a line at that fills half of it; else the last one that fits, or the first.
  private func bestBreak(
    of items: [FlatMathList.Item], from start: Int, room: Double, _ context: MathLayoutContext
  ) -> Break? {
    let places = breaks(in: items, context).filter { $0.last >= start }
    let widths = places.map { layoutItems(items[start...$0.last], context).width }
    // The operator that ends a line keeps the space after it.
    let space = InterAtomSpacing.mu(.relation, .ordinary, in: .display) / 18 * context.em
    let fitting = zip(places, widths).filter { $0.1 + space <= room }
    let full = fitting.filter { $0.1 >= room / 2 }
    let least = full.map(\.0.penalty).min()
    return full.last { $0.0.penalty == least }?.0 ?? fitting.last?.0 ?? places.first
  }

  private func nodes(_ items: ArraySlice<FlatMathList.Item>) -> [MathNode] {
    items.map { item in
      var node = item.node
      if item.style != .display { node = MathNode(.styled(item.style, [node]), node.range) }
      if let color = item.color { node = MathNode(.colored(color, [node]), node.range) }
      return node
    }
  }

  /// A list whose growing delimiters stand by themselves, as tall as what they enclose, so that a line may end between them.
  func opened(_ nodes: [MathNode]) -> [MathNode] {
    nodes.flatMap { node -> [MathNode] in
      guard case .fenced(let left, let segments, let middles, let right) = node.scriptBase.kind else { return [node] }
      let struts = segments.map { MathNode(.phantom($0, horizontal: false, vertical: true), node.range) }
      func delimiter(_ left: UInt32?, _ right: UInt32?) -> MathNode {
        MathNode(.fenced(left: left, segments: [struts], middles: [], right: right), node.range)
      }
      var closing = delimiter(nil, right)
      if case .scripts(_, let sub, let sup) = node.kind {
        closing = MathNode(.scripts(base: closing, sub: sub, sup: sup), node.range)
      }
      var result = [MathNode(.classed(.opening, [delimiter(left, nil)], limits: .never), node.range)]
      for (index, segment) in segments.enumerated() {
        if index > 0 {
          result.append(MathNode(.classed(.relation, [delimiter(middles[index - 1], nil)], limits: .never), node.range))
        }
        result += segment
      }
      return result + [MathNode(.classed(.closing, [closing], limits: .never), node.range)]
    }
  }
}
