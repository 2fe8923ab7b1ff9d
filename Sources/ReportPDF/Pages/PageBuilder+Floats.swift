extension PageBuilder {
  /// Floats across all columns at the top, as many as leave room for text.
  func placeWide(_ state: inout State, on page: inout Page) -> Double {
    var top = 0.0
    let isHeld = if items.indices.contains(state.index), case .barrier = items[state.index] { true } else { state.index >= items.count }
    let share = isHeld || state.queue.count + state.wideQueue.count > 4 ? 1 : 0.7
    while let next = state.wideQueue.first, next.item < state.queue.first?.item ?? .max {
      let float = next.box
      guard top == 0 || top + float.height <= height * share else { break }
      page.floats.append(Page.Placed(box: float, y: top))
      top += float.height + Self.floatGap
      state.wideQueue.removeFirst()
    }
    return top
  }

  /// Notes carried over, then floats from the queue: the first at the top, the next at the foot.
  func beginColumn(_ state: inout State) {
    let carried = state.carriedNotes
    state.carriedNotes = []
    addNotes(carried, to: &state, limit: height * 0.8)
    // Floats stay in their order, narrow and wide ones.
    // What a barrier holds back begins below all floats; where many wait, they may fill the column.
    let isHeld = if items.indices.contains(state.index), case .barrier = items[state.index] { true } else { false }
    let share = isHeld || state.queue.count > 3 ? 1 : 0.86
    while let next = state.queue.first, next.item < state.wideQueue.first?.item ?? .max {
      let float = next.box
      let isFirst = state.page.floats.isEmpty
      let bottom = state.y + state.foot + float.height
      guard isFirst ? state.top == 0 || bottom <= height : bottom + Self.floatGap <= height * share else { break }
      let atFoot = !isFirst && !isHeld && state.queue.count == 1
      if atFoot {
        state.foot += float.height + Self.floatGap
        state.bottomFloat = float
      } else {
        state.page.floats.append(Page.Placed(box: float, y: state.y))
        state.y += float.height + Self.floatGap
      }
      addNotes(of: float, to: &state)
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
  func placeFloat(_ float: VerticalBox, in state: inout State) -> Bool {
    guard state.queue.isEmpty, state.wideQueue.isEmpty, fits(float, state) else {
      state.queue.append(Waiting(box: float, item: state.index))
      return false
    }
    placeHere(float, in: &state)
    return true
  }

  private func fits(_ float: VerticalBox, _ state: State) -> Bool {
    var next = state
    addNotes(of: float, to: &next)
    return state.bottomFloat == nil && state.y + gapAbove(state) + float.height + next.foot <= height
  }

  private func gapAbove(_ state: State) -> Double {
    state.page.flow.isEmpty ? 0 : max(Self.floatGap, state.pendingSpace)
  }

  private func placeHere(_ float: VerticalBox, in state: inout State, isQueued: Bool = false) {
    if isQueued { state.queue.removeFirst() }
    addNotes(of: float, to: &state)
    state.pendingSpace = gapAbove(state)
    state.pendingStretch = Self.floatGap * 0.5
    put(float, [], in: &state)
    state.pendingSpace = Self.floatGap
    state.pendingStretch = Self.floatGap * 0.5
  }

  func fresh(_ box: VerticalBox, _ state: inout State) -> [VerticalBox] {
    var lines: [VerticalBox] = []
    for number in box.footnotes where state.seenNotes.insert(number).inserted { lines += footnote(number) }
    return lines
  }

  func addNotes(of box: VerticalBox, to state: inout State) {
    guard !box.footnotes.isEmpty else { return }
    addNotes(fresh(box, &state), to: &state, limit: .infinity)
  }

  func addNotes(_ lines: [VerticalBox], to state: inout State, limit: Double) {
    for (index, line) in lines.enumerated() {
      let added = line.height + (state.notes.isEmpty ? Self.noteGap : 0)
      guard state.foot + added <= limit else {
        state.carriedNotes += lines[index...]
        return
      }
      state.notes.append(line)
      state.foot += added
    }
  }
}
