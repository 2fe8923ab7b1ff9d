extension PageBuilder {
  /// The page of a way that was chosen.
  func assembled(_ candidate: Candidate) -> Page {
    var page = candidate.opening ?? Page()
    page.floats += candidate.floats.map(placed)
    for column in candidate.columns { page.append(column: finished(column), at: column.left) }
    return page
  }

  private func placed(_ place: Place) -> Page.Placed { Page.Placed(box: table.boxes[place.box], y: place.y) }

  /// Stretches the flow to the foot where the white space lets it, and sets the notes.
  private func finished(_ column: Candidate.Column) -> Page {
    let state = column.state
    var page = Page()
    page.flow = state.flow.map(placed)
    page.floats = state.floats.map(placed)
    let left = column.height - state.foot - state.y
    // A page that ends short ends below its last float, not above it.
    var leftOver = 0.0
    if let grid {
      if !column.isLast { addLines(grid.lines(in: left), of: grid, to: &page, state) }
    } else {
      let ratio = ratio(of: state, left: left, isLast: column.isLast)
      if ratio == 0 { leftOver = max(0, left) }
      for index in page.flow.indices { page.flow[index].y += ratio * state.flow[index].stretch }
    }
    if let last = page.flow.indices.last { page.flow[last].box.elements += page.flow[last].box.closing }
    let notesHeight = state.notes.reduce(0) { $0 + table.measures[$1].height }
    var y = column.height - notesHeight
    if !state.notes.isEmpty { page.noteRules = [(0, y - Self.noteGap * 0.42)] }
    for note in state.notes {
      page.notes.append(placed(Place(box: note, y: y)))
      y += table.measures[note].height
    }
    if let float = state.bottomFloat {
      let foot = state.notes.isEmpty ? 0 : notesHeight + Self.noteGap
      page.floats.append(placed(Place(box: float, y: column.height - foot - table.measures[float].height - leftOver)))
    }
    return page
  }

  private func ratio(of state: State, left: Double, isLast: Bool) -> Double {
    guard state.stretch > 0 else { return 0 }
    let ratio = left / state.stretch
    // On the last page white space keeps its size, unless there is too little room.
    return isLast || ratio > Self.greatestRatio ? min(0, ratio) : ratio
  }

  /// The white space below a heading stretches less.
  private static let leastGap = 3.0

  /// The boxes above which a column may be opened by whole lines, those with most white space first.
  private func gaps(of state: State) -> [Int] {
    let gaps = state.flow.indices.dropFirst().map { (index: $0, stretch: gap(above: $0, in: state)) }
    return gaps.filter { $0.stretch > Self.leastGap }.sorted { ($1.stretch, $0.index) < ($0.stretch, $1.index) }.map(\.index)
  }

  /// How many gaps there are.
  func gapCount(of state: State) -> Int {
    state.flow.indices.dropFirst().count { gap(above: $0, in: state) > Self.leastGap }
  }

  private func gap(above index: Int, in state: State) -> Double { state.flow[index].stretch - state.flow[index - 1].stretch }

  /// Opens as many gaps by a line each, so that the column ends where its neighbour does; a column that lacks more ends short.
  private func addLines(_ count: Int, of grid: BaselineGrid, to page: inout Page, _ state: State) {
    let gaps = gaps(of: state)
    guard count > 0, count <= gaps.count else { return }
    for gap in gaps.prefix(count) {
      for index in gap..<page.flow.count { page.flow[index].y += grid.leading }
    }
  }
}
