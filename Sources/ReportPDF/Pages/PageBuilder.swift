/// Cuts a column of items into pages, moves floats to where they fit and footnotes to the foot.
///
/// All pages are chosen together, as the lines of a paragraph are: of the ways to end a page, the cheapest few are
/// followed, and the way through the whole report that costs least is taken. White space that has to be stretched,
/// shrunk or left over costs, and so do breaks at bad places, floats that have to wait and a last page of a few lines.
/// A float stands where it was asked for if there is room, otherwise at the top or the foot of the next pages, in
/// order; text goes on meanwhile.
struct PageBuilder {
  /// The items with numbers in place of boxes.
  let steps: [Step]
  let table: BoxTable
  var height: Double
  /// The left edges of the columns.
  let columns: [Double]
  /// What stands across all columns before the items.
  private let opening: [VerticalItem]
  /// The distance of the lines that stand side by side in all columns; nil where white space is stretched instead.
  let grid: BaselineGrid?
  /// The lines of a footnote.
  private let footnote: (Int) -> [VerticalBox]

  init(
    items: [VerticalItem], height: Double, columns: [Double] = [0], opening: [VerticalItem] = [], grid: BaselineGrid? = nil,
    footnote: @escaping (Int) -> [VerticalBox]
  ) {
    var table = BoxTable(footnote: footnote)
    steps = items.map { Step($0, &table) }
    self.table = table
    self.height = height
    self.columns = columns
    self.opening = opening
    self.grid = grid
    self.footnote = footnote
  }

  static let floatGap = 12.5
  static let noteGap = 12.0
  private static let openingGap = 16.0

  /// A way to set the report up to the end of a page.
  struct Draft {
    /// Nil before the first page.
    var pages: PageDraft?
    var state = State(index: 0)
    var cost = 0.0
  }

  /// Of twenty pages or more, where one page matters less and the search is longer.
  private var isLong: Bool { steps.count > 1600 }
  /// How many ways are followed.
  private var width: Int { isLong ? 6 : 12 }
  /// How many ends of a column are tried in each way.
  var endCount: Int { isLong ? 3 : 6 }

  func pages() -> [Page] {
    // 1. What stands across all columns; the rest may begin on its last page.
    var opened: [Page] = []
    let open = openedPage(&opened)
    if steps.isEmpty { return withSections(opened + (open.map { [$0.page] } ?? [])) }
    // 2. Page by page, the cheapest ways to go on.
    var longer = continued(Draft(), open: open)
    var best: Draft?
    while !longer.isEmpty {
      for var draft in longer where isComplete(draft.state) {
        if let last = draft.pages, opened.count + last.number > 1 { draft.cost += lastPageCost(assembled(last.page)) }
        if draft.cost < best?.cost ?? .infinity { best = draft }
      }
      let bound = best?.cost ?? .infinity
      let drafts = cheapest(longer.filter { !isComplete($0.state) && $0.cost < bound })
      longer = drafts.flatMap { continued($0, open: nil) }
    }
    // 3. Only the pages that were chosen are put together.
    return withSections(opened + (best?.pages?.all.map(assembled) ?? []))
  }

  func isComplete(_ state: State) -> Bool { state.index >= steps.count && state.isSettled }

  /// The cheapest drafts, one for each place that they have come to.
  private func cheapest(_ drafts: [Draft]) -> [Draft] {
    var kept: [Draft] = []
    for draft in drafts.sorted(by: { $0.cost < $1.cost }) {
      if kept.contains(where: { $0.state.isAt(draft.state) }) { continue }
      kept.append(draft)
      if kept.count == width { break }
    }
    return kept
  }

  /// The draft with one more page, set in several ways.
  private func continued(_ draft: Draft, open: (page: Page, top: Double)?) -> [Draft] {
    pages(after: draft.state, open: open).map { page, state in
      var next = draft
      // Every turn takes something from the items or the queues.
      let isStuck = page.isEmpty && state.index == draft.state.index && state.waiting >= draft.state.waiting
      next.state = state
      if isStuck { next.state.index += 1 }
      if !page.isEmpty { next.pages = PageDraft(page, after: draft.pages) }
      next.cost += page.cost + Self.pageCost
      return next
    }
  }

  /// The pages of the opening; the last one, if columns can begin on it, with the place below which they do.
  private func openedPage(_ pages: inout [Page]) -> (page: Page, top: Double)? {
    guard !opening.isEmpty else { return nil }
    pages = PageBuilder(items: opening, height: height, footnote: footnote).pages()
    guard let last = pages.last, let box = last.flow.last, last.notes.isEmpty else { return nil }
    let top = box.y + box.box.height + Self.openingGap
    return top < height * 0.75 ? (pages.removeLast(), top) : nil
  }

  /// The ways to set the next page: floats across all columns, then column after column.
  private func pages(after state: State, open: (page: Page, top: Double)?) -> [(Candidate, State)] {
    var page = Candidate(opening: open?.page)
    var start = state
    let top = open?.top ?? placeWide(&start, on: &page)
    let found = filled(page, start, top: top)
    guard columns.count > 1, let whole = found.first(where: { isComplete($0.1) }) else { return found }
    return [balanced(page, start, top: top) ?? whole]
  }

  private func filled(_ page: Candidate, _ state: State, top: Double) -> [(Candidate, State)] {
    var ways = [(page: page, state: state)]
    for left in columns {
      var longer: [(page: Candidate, state: State)] = []
      for way in ways {
        guard hasMore(way.state) || left == columns[0] else {
          longer.append(way)
          continue
        }
        for end in ends(of: column(after: way.state, top: top)) {
          var page = way.page
          page.columns.append(Candidate.Column(state: end.state, isLast: end.isLast, left: left, height: height))
          page.cost += end.cost
          longer.append((page, end.state))
        }
      }
      ways = Array(longer.sorted { $0.page.cost < $1.page.cost }.prefix(width))
    }
    return ways.map { ($0.page, $0.state) }
  }

  /// Whether something is left besides floats across all columns.
  private func hasMore(_ state: State) -> Bool {
    state.index < steps.count || !state.queue.isEmpty || !state.carriedNotes.isEmpty
  }

  /// The last page with columns of about the same height: the lowest that hold all that is left.
  private func balanced(_ page: Candidate, _ state: State, top: Double) -> (Candidate, State)? {
    let step = grid?.leading ?? 6
    var builder = self
    var low = top
    var high = height
    var best: (Candidate, State)?
    while high - low > step {
      builder.height = (low + high) / 2
      if let whole = builder.filled(page, state, top: top).first(where: { isComplete($0.1) && builder.holds($0.0) }) {
        best = whole
        high = builder.height
      } else {
        low = builder.height
      }
    }
    return best
  }

  /// Whether every column ends above its foot: what is taller than a column stands in one all the same.
  private func holds(_ page: Candidate) -> Bool {
    page.columns.allSatisfy { $0.state.y + $0.state.foot <= height + shrink(of: $0.state) + Self.tolerance }
  }

  private func column(after state: State, top: Double) -> State {
    var column = State(index: state.index)
    column.y = top
    column.top = top
    column.queue = state.queue
    column.wideQueue = state.wideQueue
    column.carriedNotes = state.carriedNotes
    column.seenNotes = state.seenNotes
    beginColumn(&column)
    return column
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
}
