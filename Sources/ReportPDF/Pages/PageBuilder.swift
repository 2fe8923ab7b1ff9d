/// Cuts a column of items into pages, moves floats to where they fit and footnotes to the foot.
///
/// A page ends where least is lost: white space left over against the price of the break. A float stands where it was
/// asked for if there is room, otherwise at the top or the foot of the next pages, in order; text goes on meanwhile.
struct PageBuilder {
  let items: [VerticalItem]
  let height: Double
  /// The left edges of the columns.
  var columns = [0.0]
  /// What stands across all columns before the items.
  var opening: [VerticalItem] = []
  /// The lines of a footnote.
  let footnote: (Int) -> [VerticalBox]

  static let floatGap = 12.5
  static let noteGap = 12.0

  /// A float that waits for room.
  struct Waiting {
    var box: VerticalBox
    /// Its item.
    var item: Int
  }

  /// What a column holds so far.
  struct State {
    var index: Int
    var page = Page()
    /// Of the flow, from the top of the text area.
    var y = 0.0
    var pendingSpace = 0.0
    var pendingStretch = 0.0
    /// Stretch above each placed box of the flow.
    var stretches: [Double] = []
    var stretch = 0.0
    /// Taken at the foot by floats and footnotes.
    var foot = 0.0
    var notes: [VerticalBox] = []
    var queue: [Waiting] = []
    /// Floats across all columns.
    var wideQueue: [Waiting] = []
    var bottomFloat: VerticalBox?
    /// Lines of footnotes for which this page has no room.
    var carriedNotes: [VerticalBox] = []
    var seenNotes: Set<Int> = []
    /// Where the column begins.
    var top = 0.0

    /// How many floats and lines of notes wait for room.
    var waiting: Int { queue.count + wideQueue.count + carriedNotes.count }
    var isSettled: Bool { waiting == 0 }
  }

  func pages() -> [Page] {
    var pages: [Page] = []
    var state = State(index: 0)
    var open = openedPage(&pages)
    while state.index < items.count || !state.isSettled {
      let (page, next) = page(after: state, from: &open)
      // Every turn takes something from the items or the queues.
      let isStuck = page.isEmpty && next.index == state.index && next.waiting >= state.waiting
      state = next
      if isStuck { state.index += 1 }
      if !page.isEmpty { pages.append(page) }
    }
    if let open { pages.append(open.page) }
    return withSections(pages)
  }

  /// The pages of the opening; the last one, if columns can begin on it, with the place below which they do.
  private func openedPage(_ pages: inout [Page]) -> (page: Page, top: Double)? {
    guard !opening.isEmpty else { return nil }
    pages = PageBuilder(items: opening, height: height, footnote: footnote).pages()
    guard let last = pages.last, let box = last.flow.last, last.notes.isEmpty else { return nil }
    let top = box.y + box.box.height + Self.openingGap
    return top < height * 0.75 ? (pages.removeLast(), top) : nil
  }

  private static let openingGap = 16.0

  /// One page: floats across all columns, then column after column.
  private func page(after state: State, from open: inout (page: Page, top: Double)?) -> (Page, State) {
    var page = open?.page ?? Page()
    var top = open?.top ?? 0
    var state = state
    if open == nil { top = placeWide(&state, on: &page) }
    open = nil
    for left in columns where state.index < items.count || !state.isSettled {
      var column = State(index: state.index)
      column.y = top
      column.top = top
      column.queue = state.queue
      column.wideQueue = state.wideQueue
      column.carriedNotes = state.carriedNotes
      column.seenNotes = state.seenNotes
      beginColumn(&column)
      let (filled, isLast) = fill(column)
      state = filled
      page.append(column: finished(state, isLast: isLast), at: left)
      // Nothing but floats across all columns is left.
      if state.index >= items.count && state.queue.isEmpty && state.carriedNotes.isEmpty { break }
    }
    return (page, state)
  }

  /// Floats across all columns at the top, as many as leave room for text.
  private func placeWide(_ state: inout State, on page: inout Page) -> Double {
    var top = 0.0
    while let next = state.wideQueue.first, next.item < state.queue.first?.item ?? .max {
      let float = next.box
      guard top == 0 || top + float.height <= height * 0.7 else { break }
      page.floats.append(Page.Placed(box: float, y: top))
      top += float.height + Self.floatGap
      state.wideQueue.removeFirst()
    }
    return top
  }

  private func withSections(_ pages: [Page]) -> [Page] {
    var section: String?
    return pages.map { page in
      var page = page
      let sections = page.flow.compactMap(\.box.section)
      page.section = sections.first ?? section
      section = sections.last ?? section
      return page
    }
  }

  /// Notes carried over, then floats from the queue: the first at the top, the next at the foot.
  private func beginColumn(_ state: inout State) {
    let carried = state.carriedNotes
    state.carriedNotes = []
    addNotes(carried, to: &state, limit: height * 0.8)
    // Floats stay in their order, narrow and wide ones.
    // What a barrier holds back begins below all floats.
    let isHeld = if items.indices.contains(state.index), case .barrier = items[state.index] { true } else { false }
    let share = isHeld ? 1 : 0.8
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

  /// Adds items until the page is full and ends it at the best place.
  private func fill(_ start: State) -> (State, isLast: Bool) {
    var state = start
    var best: (state: State, cost: Double)?
    func consider(_ price: Double) {
      guard price < 10_000, !state.page.flow.isEmpty else { return }
      let left = height - state.y - state.foot
      let cost = max(0, left - 0.45 * state.stretch) + price
      if cost <= best?.cost ?? .infinity { best = (state, cost) }
    }
    var previousIsBox = false
    while state.index < items.count {
      switch items[state.index] {
      case .space(let space, let stretch):
        if previousIsBox { consider(0) }
        if !state.page.flow.isEmpty {
          state.pendingSpace = max(state.pendingSpace, space)
          state.pendingStretch = max(state.pendingStretch, stretch)
        } else if !state.page.floats.isEmpty {
          // Below a float at the top, what asks for more space than the float's own gap gets it.
          state.pendingSpace = max(state.pendingSpace, space - Self.floatGap)
        }
        state.index += 1
        previousIsBox = false
      case .penalty(let price):
        consider(price)
        state.index += 1
        previousIsBox = false
      case .box(let box):
        guard place(box, in: &state) else { return ended(before: box, state, start, best: best?.state) }
        state.index += 1
        previousIsBox = true
      case .barrier:
        guard pass(&state) else { return (state, false) }
        previousIsBox = true
      case .wide(let float):
        state.wideQueue.append(Waiting(box: float, item: state.index))
        state.index += 1
      case .float(let float):
        let isHere = placeFloat(float, in: &state)
        state.index += 1
        if isHere {
          consider(0)
          previousIsBox = true
        }
      }
    }
    return (state, state.isSettled)
  }

  /// The column where there is no room for a box: broken at the best place.
  private func ended(before box: VerticalBox, _ state: State, _ start: State, best: State?) -> (State, isLast: Bool) {
    if let best { return (best, false) }
    var state = state
    if state.page.flow.isEmpty && state.page.floats.isEmpty && state.top == 0 {
      // Taller than a page: it has to stand somewhere.
      force(box, in: &state)
      return (state, state.index >= items.count)
    }
    // Nothing may be broken since the column began: give way where it is full.
    return (state.page.flow.isEmpty ? start : state, false)
  }

  /// Places the floats that wait at a barrier; false when some do not fit and the column has to end.
  private func pass(_ state: inout State) -> Bool {
    while let next = state.queue.first, state.wideQueue.isEmpty, fits(next.box, state) {
      placeHere(next.box, in: &state, isQueued: true)
    }
    guard state.queue.isEmpty && state.wideQueue.isEmpty else { return false }
    state.index += 1
    return true
  }

  /// Places a box with its footnotes; false when there is no room for both.
  private func place(_ box: VerticalBox, in state: inout State) -> Bool {
    let isFirst = state.page.flow.isEmpty
    let repeated = isFirst ? box.repeated : []
    let top = state.y + state.pendingSpace + repeated.reduce(0) { $0 + $1.height }
    var next = state
    addNotes(of: box, to: &next)
    guard top + box.height + next.foot <= height + 0.01 else {
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

  private func force(_ box: VerticalBox, in state: inout State) {
    put(box, [], in: &state)
    state.index += 1
  }

  private func put(_ box: VerticalBox, _ repeated: [VerticalBox], in state: inout State) {
    state.y += state.pendingSpace
    state.stretch += state.pendingStretch
    for head in repeated + [box] {
      state.page.flow.append(Page.Placed(box: head, y: state.y))
      state.stretches.append(state.stretch)
      state.y += head.height
    }
    state.pendingSpace = 0
    state.pendingStretch = 0
  }

  /// Here if there is room and none waits; otherwise on a later page.
  private func placeFloat(_ float: VerticalBox, in state: inout State) -> Bool {
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

  private func fresh(_ box: VerticalBox, _ state: inout State) -> [VerticalBox] {
    var lines: [VerticalBox] = []
    for number in box.footnotes where state.seenNotes.insert(number).inserted { lines += footnote(number) }
    return lines
  }

  private func addNotes(of box: VerticalBox, to state: inout State) {
    guard !box.footnotes.isEmpty else { return }
    addNotes(fresh(box, &state), to: &state, limit: .infinity)
  }

  private func addNotes(_ lines: [VerticalBox], to state: inout State, limit: Double) {
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

  /// Stretches the flow to the foot where the white space lets it, and sets the notes.
  private func finished(_ state: State, isLast: Bool) -> Page {
    var page = state.page
    let left = height - state.foot - state.y
    let ratio = isLast || state.stretch <= 0 || left > state.stretch * 1.5 ? 0 : max(0, left / state.stretch)
    for index in page.flow.indices { page.flow[index].y += ratio * state.stretches[index] }
    if let last = page.flow.indices.last { page.flow[last].box.elements += page.flow[last].box.closing }
    var y = height - state.notes.reduce(0) { $0 + $1.height }
    if !state.notes.isEmpty { page.noteRules = [(0, y - Self.noteGap * 0.42)] }
    for note in state.notes {
      page.notes.append(Page.Placed(box: note, y: y))
      y += note.height
    }
    if let float = state.bottomFloat {
      let notesHeight = state.notes.isEmpty ? 0 : state.notes.reduce(Self.noteGap) { $0 + $1.height }
      page.floats.append(Page.Placed(box: float, y: height - notesHeight - float.height))
    }
    return page
  }
}
