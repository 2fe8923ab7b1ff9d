extension PageBuilder {
  /// A float that waits for room.
  struct Waiting {
    var box: Int
    /// Its item.
    var item: Int
  }

  /// What a column holds so far.
  struct State {
    var index: Int
    var flow: [Place] = []
    /// At the top.
    var floats: [Place] = []
    /// Of the flow, from the top of the text area.
    var y = 0.0
    var pendingSpace = 0.0
    var pendingStretch = 0.0
    var stretch = 0.0
    /// Taken at the foot by floats and footnotes.
    var foot = 0.0
    var notes: [Int] = []
    var queue: [Waiting] = []
    /// Floats across all columns.
    var wideQueue: [Waiting] = []
    var bottomFloat: Int?
    /// Lines of footnotes for which this page has no room.
    var carriedNotes: [Int] = []
    var seenNotes: Set<Int> = []
    /// Where the column begins.
    var top = 0.0

    /// How many floats and lines of notes wait for room.
    var waiting: Int { queue.count + wideQueue.count + carriedNotes.count }
    var isSettled: Bool { waiting == 0 }
    /// Whether nothing stands in the column.
    var isBlank: Bool { flow.isEmpty && floats.isEmpty && notes.isEmpty && bottomFloat == nil }
    /// Whether what follows is the same.
    func isAt(_ other: State) -> Bool {
      index == other.index && queue.elementsEqual(other.queue) { $0.item == $1.item }
        && wideQueue.elementsEqual(other.wideQueue) { $0.item == $1.item } && carriedNotes.count == other.carriedNotes.count
    }
  }

  /// Shrink of white space for each point of its stretch.
  static let shrinkShare = 0.4
  /// White space is stretched by no more than this share of its stretch; then the page ends short.
  static let greatestRatio = 1.5
  static let pageCost = 40.0
  /// About two lines.
  private static let tornLines = 27.0
  private static let tornCost = 45.0
  /// Of a column that holds more than it has room for.
  private static let overfullCost = 1e6
  /// By how many points a column may be too full, as sums of heights are rounded.
  static let tolerance = 0.01
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
      return lines <= gapCount(of: state) ? 6 * Double(lines) : short
    }
    let room = left < 0 ? shrink(of: state) : state.stretch
    let ratio = room > 0 ? abs(left) / room : .infinity
    let badness = abs(left) <= Self.tolerance ? 0 : 20 * ratio * ratio * ratio
    // Where nothing else can be done a column is too full, which must not cost all: the report would have no pages.
    if left < 0 { return min(badness, Self.overfullCost) }
    return ratio <= Self.greatestRatio ? min(badness, short) : short
  }

  /// To tear a paragraph or a listing apart at the foot of a column with room for more of it looks like a mistake.
  func tearCost(of state: State) -> Double { height - state.y - state.foot > Self.tornLines ? Self.tornCost : 0 }

  /// A last page of a few lines looks forgotten.
  func lastPageCost(_ last: Page) -> Double {
    let used = last.placed.map { $0.y + $0.box.height }.max() ?? 0
    let share = used / height
    return share < 0.15 ? 250 * (1 - share / 0.15) + 60 : 0
  }
}
