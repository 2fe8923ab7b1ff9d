extension PageBuilder {
  /// A place where a column may end.
  struct End {
    var state: State
    var cost: Double
    /// Whether the column is the last of the report.
    var isLast = false
  }

  /// Adds items until the column is full and gives the best places to end it.
  func ends(of start: State) -> [End] {
    var state = start
    var ends: [End] = []
    var previousIsBox = false
    while state.index < steps.count {
      switch steps[state.index] {
      case .space(let space, let stretch):
        if previousIsBox { consider(state, price: 0, &ends) }
        widen(&state, by: space, stretch: stretch)
        previousIsBox = false
      case .penalty(let price):
        consider(state, price: price + tearCost(of: state), &ends)
        previousIsBox = false
      case .box(let box):
        guard place(box, in: &state) else { return ends.isEmpty ? [ended(before: box, state, start)] : ends.sorted { $0.cost < $1.cost } }
        previousIsBox = true
      case .barrier:
        guard pass(&state) else { return [End(state: state, cost: cost(of: state, price: 0))] }
        previousIsBox = true
        continue
      case .wide(let float): state.wideQueue.append(Waiting(box: float, item: state.index))
      case .float(let float):
        if placeFloat(float, in: &state) {
          state.index += 1
          consider(state, price: 0, &ends)
          previousIsBox = true
          continue
        }
      }
      state.index += 1
    }
    return [End(state: state, cost: state.isSettled ? 0 : cost(of: state, price: 0), isLast: state.isSettled)]
  }

  /// Keeps an end if it is among the cheapest.
  private func consider(_ state: State, price: Double, _ ends: inout [End]) {
    guard price < 10_000, !state.flow.isEmpty else { return }
    let cost = cost(of: state, price: price)
    if ends.count == endCount {
      // Of equals the later one wins.
      guard let worst = ends.indices.max(by: { ends[$0].cost < ends[$1].cost }), cost <= ends[worst].cost else { return }
      ends.remove(at: worst)
    }
    ends.append(End(state: state, cost: cost))
  }

  /// White space before the next box; none at the head of a column, except below a float that keeps less distance.
  private func widen(_ state: inout State, by space: Double, stretch: Double) {
    if !state.flow.isEmpty {
      state.pendingSpace = max(state.pendingSpace, space)
      state.pendingStretch = max(state.pendingStretch, stretch)
    } else if !state.floats.isEmpty {
      state.pendingSpace = max(state.pendingSpace, space - Self.floatGap)
    }
  }

  /// A column that cannot end anywhere before a box for which it has no room.
  private func ended(before box: Int, _ state: State, _ start: State) -> End {
    var state = state
    if state.flow.isEmpty && state.floats.isEmpty && state.top == 0 {
      // Taller than a page: it has to stand somewhere.
      put(box, 0..<0, in: &state)
      state.index += 1
      return End(state: state, cost: 0, isLast: state.index >= steps.count)
    }
    // Nothing may be broken since the column began: give way where it is full.
    let whole = state.flow.isEmpty ? start : state
    return End(state: whole, cost: cost(of: whole, price: 500))
  }

  /// Places a box with its footnotes; false when there is no room for both.
  private func place(_ box: Int, in state: inout State) -> Bool {
    let measures = table.measures[box]
    let isFirst = state.flow.isEmpty
    let repeated = isFirst ? measures.repeated : 0..<0
    let start = state.y + state.pendingSpace + repeated.reduce(0) { $0 + table.measures[$1].height }
    let top = start + (repeated.isEmpty ? shift(of: measures, at: start, in: state) : 0)
    let end = top + measures.height
    let room = height + shrink(of: state) + Self.tolerance
    if measures.footnotes.isEmpty {
      guard end + state.foot <= room else { return false }
      put(box, repeated, in: &state)
      return true
    }
    var next = state
    addNotes(of: box, to: &next)
    if end + next.foot > room {
      // A note longer than the page: as many lines as fit, the rest on the next one.
      guard isFirst && state.floats.isEmpty && measures.height < height else { return false }
      next = state
      addNotes(fresh(box, &next), to: &next, limit: height - end)
    }
    put(box, repeated, in: &next)
    state = next
    return true
  }

  func put(_ box: Int, _ repeated: Range<Int>, in state: inout State) {
    state.y += state.pendingSpace
    state.stretch += state.pendingStretch
    for head in repeated { put(head, in: &state) }
    put(box, in: &state)
    state.pendingSpace = 0
    state.pendingStretch = 0
  }

  private func put(_ box: Int, in state: inout State) {
    let measures = table.measures[box]
    let shift = shift(of: measures, at: state.y, in: state)
    if shift > 0, grid != nil { share(shift, in: &state) }
    state.y += shift
    state.flow.append(Place(box: box, y: state.y, stretch: state.stretch))
    state.y += measures.height
  }

  /// By how much a box is moved: up where nothing stands above it to keep clear of, and onto the grid where it begins
  /// a stretch of running text.
  private func shift(of box: BoxTable.Measures, at y: Double, in state: State) -> Double {
    let lift = state.flow.isEmpty && state.floats.isEmpty ? -box.slack : 0
    guard let grid, box.isOnGrid else { return lift }
    let baseline = y + lift + box.baseline - grid.first
    if state.pendingSpace == 0, let last = state.flow.last, table.measures[last.box].isOnGrid {
      // Paragraphs whose edges stand out of their lines by a fraction do not add it up.
      let drift = baseline - (baseline / grid.leading).rounded() * grid.leading
      return abs(drift) < 0.08 * grid.leading ? lift - drift : lift
    }
    // Down, or a little up into the white space above, which is the margin at the head of a column.
    let least = min(0.25 * grid.leading, state.flow.isEmpty ? .infinity : 0.5 * state.pendingSpace)
    return lift + ((baseline - least) / grid.leading - 0.001).rounded(.up) * grid.leading - baseline
  }

  /// What stands between two stretches of running text takes half of the white space that brings the second one back
  /// to the grid; a heading takes all of it.
  private func share(_ shift: Double, in state: inout State) {
    guard let last = state.flow.last, !table.measures[last.box].isOnGrid else { return }
    let isHeading = table.measures[last.box].isHeading
    guard let text = state.flow.lastIndex(where: { table.measures[$0.box].isOnGrid }) else {
      if isHeading { state.flow[state.flow.count - 1].y += shift }
      return
    }
    let part = isHeading ? shift : shift / 2
    for index in (text + 1)..<state.flow.count { state.flow[index].y += part }
  }
}
