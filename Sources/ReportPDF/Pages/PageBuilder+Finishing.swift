extension PageBuilder {
  /// Stretches the flow to the foot where the white space lets it, and sets the notes.
  func finished(_ state: State, isLast: Bool) -> Page {
    var page = state.page
    let left = height - state.foot - state.y
    // A page that ends short ends below its last float, not above it.
    var leftOver = 0.0
    if let grid {
      if !isLast { addLines(grid.lines(in: left), of: grid, to: &page, state) }
    } else {
      let ratio = ratio(of: state, left: left, isLast: isLast)
      if ratio == 0 { leftOver = max(0, left) }
      for index in page.flow.indices { page.flow[index].y += ratio * state.stretches[index] }
    }
    if let last = page.flow.indices.last { page.flow[last].box.elements += page.flow[last].box.closing }
    var y = height - state.notes.reduce(0) { $0 + $1.height }
    if !state.notes.isEmpty { page.noteRules = [(0, y - Self.noteGap * 0.42)] }
    for note in state.notes {
      page.notes.append(Page.Placed(box: note, y: y))
      y += note.height
    }
    if let float = state.bottomFloat {
      let notesHeight = state.notes.isEmpty ? 0 : state.notes.reduce(Self.noteGap) { $0 + $1.height }
      page.floats.append(Page.Placed(box: float, y: height - notesHeight - float.height - leftOver))
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
  func gaps(of state: State) -> [Int] {
    let gaps = state.stretches.indices.dropFirst().map { (index: $0, stretch: state.stretches[$0] - state.stretches[$0 - 1]) }
    return gaps.filter { $0.stretch > Self.leastGap }.sorted { ($1.stretch, $0.index) < ($0.stretch, $1.index) }.map(\.index)
  }

  /// Opens as many gaps by a line each, so that the column ends where its neighbour does; a column that lacks more ends short.
  private func addLines(_ count: Int, of grid: BaselineGrid, to page: inout Page, _ state: State) {
    let gaps = gaps(of: state)
    guard count > 0, count <= gaps.count else { return }
    for gap in gaps.prefix(count) {
      for index in gap..<page.flow.count { page.flow[index].y += grid.leading }
    }
  }
}
