extension PageBuilder {
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
    /// Whether what follows is the same.
    func isAt(_ other: State) -> Bool {
      index == other.index && queue.map(\.item) == other.queue.map(\.item)
        && wideQueue.map(\.item) == other.wideQueue.map(\.item) && carriedNotes.count == other.carriedNotes.count
    }
  }

  /// Shrink of white space for each point of its stretch.
  static let shrinkShare = 0.4
  /// White space is stretched by no more than this share of its stretch; then the page ends short.
  static let greatestRatio = 1.5
  static let pageCost = 40.0
  private static let waitingCost = 14.0

  /// By how much the white space of a column may shrink.
  func shrink(of state: State) -> Double { grid == nil ? state.stretch * Self.shrinkShare : 0 }

  /// What it costs to end a column here, in points of white space.
  func cost(of state: State, price: Double) -> Double {
    let waiting = Self.waitingCost * Double(state.queue.count + state.wideQueue.count)
    return spaceCost(of: state, left: height - state.y - state.foot) + price + waiting
  }

  private func spaceCost(of state: State, left: Double) -> Double {
    // Two pages a little short are better than one that is much too short.
    let short = max(0, left) * (1 + max(0, left) / 200)
    if let grid {
      let lines = grid.lines(in: left)
      return lines <= gaps(of: state).count ? 6 * Double(lines) : short
    }
    let room = left < 0 ? shrink(of: state) : state.stretch
    let ratio = room > 0 ? abs(left) / room : .infinity
    let badness = left == 0 ? 0 : 20 * ratio * ratio * ratio
    return left < 0 ? badness : ratio <= Self.greatestRatio ? min(badness, short) : short
  }

  /// A last page of a few lines looks forgotten.
  func lastPageCost(_ pages: [Page]) -> Double {
    guard pages.count > 1, let last = pages.last else { return 0 }
    let used = last.placed.map { $0.y + $0.box.height }.max() ?? 0
    let share = used / height
    return share < 0.15 ? 250 * (1 - share / 0.15) + 60 : 0
  }
}
