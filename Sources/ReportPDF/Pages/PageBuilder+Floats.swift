extension PageBuilder {
  /// Floats across all columns at the top, as many as leave room for text.
  func placeWide(_ state: inout State, on page: inout Candidate) -> Double {
    var top = 0.0
    let isHeld = isAtBarrier(state) || state.index >= steps.count
    let share = isHeld || state.queue.count + state.wideQueue.count > 4 ? 1 : 0.7
    while let next = state.wideQueue.first, next.item < state.queue.first?.item ?? .max {
      let floatHeight = table.measures[next.box].height
      guard top == 0 || top + floatHeight <= height * share else { break }
      page.floats.append(Place(box: next.box, y: top))
      top += floatHeight + Self.floatGap
      state.wideQueue.removeFirst()
    }
    return top
  }

  private func isAtBarrier(_ state: State) -> Bool {
    if state.index < steps.count, case .barrier = steps[state.index] { true } else { false }
  }

  /// Notes carried over, then floats from the queue: the first at the top, the next at the foot.
  func beginColumn(_ state: inout State) {
    let carried = state.carriedNotes
    state.carriedNotes = []
    addNotes(carried, to: &state, limit: height * 0.8)
    // Floats stay in their order, narrow and wide ones.
    // What a barrier holds back begins below all floats; where many wait, they may fill the column.
    let isHeld = isAtBarrier(state)
    let share = isHeld || state.queue.count > 3 ? 1 : 0.86
    while let next = state.queue.first, next.item < state.wideQueue.first?.item ?? .max {
      let floatHeight = table.measures[next.box].height
      let isFirst = state.floats.isEmpty
      let bottom = state.y + state.foot + floatHeight
      // One that is taller than a page has to stand somewhere, but below nothing and above no notes.
      let isAlone = isFirst && state.top == 0 && state.notes.isEmpty
      guard isAlone || (isFirst ? bottom <= height : bottom + Self.floatGap <= height * share) else { break }
      let atFoot = !isFirst && !isHeld && state.queue.count == 1
      if atFoot {
        state.foot += floatHeight + Self.floatGap
        state.bottomFloat = next.box
      } else {
        state.floats.append(Place(box: next.box, y: state.y))
        state.y += floatHeight + Self.floatGap
      }
      addNotes(of: next.box, to: &state)
      state.queue.removeFirst()
      if atFoot { break }
    }
  }

  /// Places the floats that wait at a barrier; false when some do not fit and the column has to end.
  func pass(_ state: inout State) -> Bool {
    while let next = state.queue.first, state.wideQueue.isEmpty, fits(next.box, state) {
      placeHere(next.box, in: &state, isQueued: true)
    }
    guard state.queue.isEmpty && state.wideQueue.isEmpty else { return false }
    state.index += 1
    return true
  }

  /// Here if there is room and none waits; otherwise on a later page.
  func placeFloat(_ float: Int, in state: inout State) -> Bool {
    guard state.queue.isEmpty, state.wideQueue.isEmpty, fits(float, state) else {
      state.queue.append(Waiting(box: float, item: state.index))
      return false
    }
    placeHere(float, in: &state)
    return true
  }

  private func fits(_ float: Int, _ state: State) -> Bool {
    var foot = state.foot
    if !table.measures[float].footnotes.isEmpty {
      var next = state
      addNotes(of: float, to: &next)
      foot = next.foot
    }
    return state.bottomFloat == nil && state.y + gapAbove(state) + table.measures[float].height + foot <= height
  }

  private func gapAbove(_ state: State) -> Double {
    state.flow.isEmpty ? 0 : max(Self.floatGap, state.pendingSpace)
  }

  private func placeHere(_ float: Int, in state: inout State, isQueued: Bool = false) {
    if isQueued { state.queue.removeFirst() }
    addNotes(of: float, to: &state)
    state.pendingSpace = gapAbove(state)
    state.pendingStretch = state.flow.isEmpty ? 0 : Self.floatGap * 0.5
    put(float, 0..<0, in: &state)
    state.pendingSpace = Self.floatGap
    state.pendingStretch = Self.floatGap * 0.5
  }

  /// The lines of the notes that a box is the first to ask for.
  func fresh(_ box: Int, _ state: inout State) -> [Int] {
    var lines: [Int] = []
    for number in table.measures[box].footnotes where state.seenNotes.insert(number).inserted { lines += table.note(number) }
    return lines
  }

  func addNotes(of box: Int, to state: inout State) {
    guard !table.measures[box].footnotes.isEmpty else { return }
    addNotes(fresh(box, &state), to: &state, limit: .infinity)
  }

  func addNotes(_ lines: [Int], to state: inout State, limit: Double) {
    // Notes keep their order: behind those that wait, all wait.
    let limit = state.carriedNotes.isEmpty ? limit : -.infinity
    for (index, line) in lines.enumerated() {
      let added = table.measures[line].height + (state.notes.isEmpty ? Self.noteGap : 0)
      guard state.foot + added <= limit else {
        state.carriedNotes += lines[index...]
        return
      }
      state.notes.append(line)
      state.foot += added
    }
  }
}
