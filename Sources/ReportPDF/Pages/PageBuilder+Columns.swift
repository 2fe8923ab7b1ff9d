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
    while state.index < items.count {
      switch items[state.index] {
      case .space(let space, let stretch):
        if previousIsBox { consider(state, price: 0, &ends) }
        widen(&state, by: space, stretch: stretch)
        previousIsBox = false
      case .penalty(let price):
        consider(state, price: price, &ends)
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
    guard price < 10_000, !state.page.flow.isEmpty else { return }
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
    if !state.page.flow.isEmpty {
      state.pendingSpace = max(state.pendingSpace, space)
      state.pendingStretch = max(state.pendingStretch, stretch)
    } else if !state.page.floats.isEmpty {
      state.pendingSpace = max(state.pendingSpace, space - Self.floatGap)
    }
  }

  /// A column that cannot end anywhere before a box for which it has no room.
  private func ended(before box: VerticalBox, _ state: State, _ start: State) -> End {
    var state = state
    if state.page.flow.isEmpty && state.page.floats.isEmpty && state.top == 0 {
      // Taller than a page: it has to stand somewhere.
      put(box, [], in: &state)
      state.index += 1
      return End(state: state, cost: 0, isLast: state.index >= items.count)
    }
    // Nothing may be broken since the column began: give way where it is full.
    let whole = state.page.flow.isEmpty ? start : state
    return End(state: whole, cost: cost(of: whole, price: 500))
  }

  /// Places a box with its footnotes; false when there is no room for both.
  private func place(_ box: VerticalBox, in state: inout State) -> Bool {
    let isFirst = state.page.flow.isEmpty
    let repeated = isFirst ? box.repeated : []
    let start = state.y + state.pendingSpace + repeated.reduce(0) { $0 + $1.height }
    let top = start + (repeated.isEmpty ? shift(of: box, at: start, in: state) : 0)
    var next = state
    addNotes(of: box, to: &next)
    guard top + box.height + next.foot <= height + shrink(of: next) + 0.01 else {
      // A note longer than the page: as many lines as fit, the rest on the next one.
      guard isFirst && !box.footnotes.isEmpty && state.page.floats.isEmpty && box.height < height else { return false }
      next = state
      addNotes(fresh(box, &next), to: &next, limit: height - top - box.height)
      put(box, repeated, in: &next)
      state = next
      return true
    }
    put(box, repeated, in: &next)
    state = next
    return true
  }

  func put(_ box: VerticalBox, _ repeated: [VerticalBox], in state: inout State) {
    state.y += state.pendingSpace
    state.stretch += state.pendingStretch
    for head in repeated + [box] {
      let shift = shift(of: head, at: state.y, in: state)
      if shift > 0, grid != nil { share(shift, in: &state) }
      state.y += shift
      state.page.flow.append(Page.Placed(box: head, y: state.y))
      state.stretches.append(state.stretch)
      state.y += head.height
    }
    state.pendingSpace = 0
    state.pendingStretch = 0
  }

  /// By how much a box is moved: up where nothing stands above it to keep clear of, and onto the grid where it begins
  /// a stretch of running text.
  private func shift(of box: VerticalBox, at y: Double, in state: State) -> Double {
    let last = state.page.flow.last
    let lift = last == nil && state.page.floats.isEmpty ? -box.slack : 0
    guard let grid, box.isOnGrid else { return lift }
    let baseline = y + lift + box.baseline - grid.first
    if state.pendingSpace == 0, last?.box.isOnGrid == true {
      // Paragraphs whose edges stand out of their lines by a fraction do not add it up.
      let drift = baseline - (baseline / grid.leading).rounded() * grid.leading
      return abs(drift) < 0.08 * grid.leading ? lift - drift : lift
    }
    // Down, or a little up into the white space above, which is the margin at the head of a column.
    let least = min(0.25 * grid.leading, last == nil ? .infinity : 0.5 * state.pendingSpace)
    return lift + ((baseline - least) / grid.leading - 0.001).rounded(.up) * grid.leading - baseline
  }

  /// What stands between two stretches of running text takes half of the white space that brings the second one back
  /// to the grid; a heading takes all of it.
  private func share(_ shift: Double, in state: inout State) {
    guard let last = state.page.flow.last, !last.box.isOnGrid else { return }
    guard let text = state.page.flow.lastIndex(where: \.box.isOnGrid) else {
      if last.box.isHeading { state.page.flow[state.page.flow.count - 1].y += shift }
      return
    }
    let part = last.box.isHeading ? shift : shift / 2
    for index in (text + 1)..<state.page.flow.count { state.page.flow[index].y += part }
  }
}
