import Report
import Testing

@testable import ReportPDF

@Suite struct PageBuilderTests {
  func box(_ height: Double, notes: [Int] = [], repeated: Double? = nil) -> VerticalItem {
    .box(made(height, notes: notes, repeated: repeated))
  }

  func made(_ height: Double, notes: [Int] = [], repeated: Double? = nil) -> VerticalBox {
    var box = VerticalBox(height: height)
    box.footnotes = notes
    if let repeated { box.repeated = [VerticalBox(height: repeated)] }
    return box
  }

  func pages(_ items: [VerticalItem], height: Double = 100, notes: [Int: [VerticalBox]] = [:]) -> [[Double]] {
    PageBuilder(items: items, height: height) { notes[$0] ?? [] }.pages().map { $0.flow.map(\.box.height) }
  }

  @Test func breaksAtSpaces() {
    let items: [VerticalItem] = [box(40), .space(10, stretch: 0), box(40), .space(10, stretch: 0), box(40)]
    #expect(pages(items) == [[40, 40], [40]])
  }

  @Test func keepsAHeadingWithWhatFollows() {
    let items: [VerticalItem] = [box(70), .space(5, stretch: 0), box(20), .penalty(10_000), .space(5, stretch: 0), box(30)]
    #expect(pages(items) == [[70], [20, 30]])
  }

  @Test func prefersTheCheaperBreak() {
    let items: [VerticalItem] = [box(50), .penalty(0), box(45), .penalty(200), box(45)]
    #expect(pages(items) == [[50], [45, 45]])
  }

  @Test func spaceVanishesAtTheTopOfAPage() {
    let items: [VerticalItem] = [box(60), .space(30, stretch: 0), box(60)]
    let built = PageBuilder(items: items, height: 100) { _ in [] }.pages()
    #expect(built.count == 2)
    #expect(built[1].flow[0].y == 0)
  }

  @Test func aNoteMovesItsLineToTheNextPage() {
    let items: [VerticalItem] = [box(60), .penalty(0), box(20, notes: [1]), .penalty(0), box(10)]
    let note = [VerticalBox(height: 30)]
    #expect(pages(items, notes: [1: note]) == [[60], [20, 10]])
  }

  @Test func aFloatThatDoesNotFitWaitsForTheNextPage() {
    let items: [VerticalItem] = [box(60), .float(made(50)), .space(5, stretch: 0), box(30), .penalty(0), box(20)]
    let built = PageBuilder(items: items, height: 100) { _ in [] }.pages()
    #expect(built.map { $0.flow.map(\.box.height) } == [[60, 30], [20]])
    #expect(built[1].floats.map(\.box.height) == [50])
    #expect(built[1].floats[0].y == 0)
  }

  @Test func aFloatThatFitsStandsHere() {
    let items: [VerticalItem] = [box(30), .float(made(30)), .space(5, stretch: 0), box(10)]
    let built = PageBuilder(items: items, height: 100) { _ in [] }.pages()
    #expect(built.map { $0.flow.map(\.box.height) } == [[30, 30, 10]])
    #expect(built[0].flow[1].y == 30 + PageBuilder.floatGap)
  }

  @Test func floatsAfterTheTextGetTheirOwnPages() {
    let items: [VerticalItem] = [box(90), .float(made(80)), .float(made(80))]
    #expect(PageBuilder(items: items, height: 100) { _ in [] }.pages().map { $0.floats.count } == [0, 1, 1])
  }

  @Test func theHeadOfATableIsRepeated() {
    let items: [VerticalItem] = [box(50), .penalty(0), box(40, repeated: 7), .penalty(0), box(40, repeated: 7)]
    #expect(pages(items) == [[50, 40], [7, 40]])
  }

  @Test func whatIsTallerThanAPageStillAppears() {
    #expect(pages([box(150), .penalty(0), box(10)]) == [[150], [10]])
  }

  func columns(_ items: [VerticalItem], opening: [VerticalItem] = []) -> [Page] {
    PageBuilder(items: items, height: 100, columns: [0, 60], opening: opening) { _ in [] }.pages()
  }

  @Test func columnsAreFilledOneAfterTheOther() {
    let pages = columns([box(80), .penalty(0), box(70), .penalty(0), box(60)])
    #expect(pages.map { $0.flow.map(\.x) } == [[0, 60], [0]])
  }

  @Test func columnsBeginBelowTheOpening() {
    let pages = columns([box(50), .penalty(0), box(50)], opening: [box(20)])
    #expect(pages.count == 1)
    #expect(pages[0].flow.map(\.y) == [0, 36, 36])
    #expect(pages[0].flow.map(\.x) == [0, 0, 60])
  }

  @Test func aFloatAcrossColumnsStandsAtTheTopOfALaterPage() {
    let pages = columns([box(40), .wide(made(30)), .penalty(0), box(90), .penalty(0), box(50)])
    #expect(pages.map { $0.floats.map(\.box.height) } == [[], [30]])
    #expect(pages[1].flow.map(\.y) == [30 + PageBuilder.floatGap])
  }

  @Test func narrowFloatsDoNotOvertakeWideOnes() {
    let pages = columns([box(90), .wide(made(60)), .float(made(20)), .penalty(0), box(90)])
    #expect(pages[0].floats.isEmpty)
    #expect(pages[1].floats.map(\.box.height) == [60, 20])
  }

  @Test func pagesBeforeGiveWayToALastPageOfAFewLines() {
    // Filled one after the other, the last page would hold one line of ten.
    let items = (0..<21).flatMap { index -> [VerticalItem] in index == 0 ? [box(10)] : [.space(0, stretch: 0), box(10)] }
    #expect(pages(items).map(\.count).sorted() == [2, 9, 10])
  }

  @Test func spacesShrinkBeforeAPageIsLeftShort() {
    // 110 points on a page of 108: four spaces of 5 give 2.
    let items = (0..<13).flatMap { index -> [VerticalItem] in
      index == 0 ? [box(10)] : [.space(index % 2 == 0 ? 5 : 0, stretch: index % 2 == 0 ? 2.25 : 0), box(10)]
    }
    let built = PageBuilder(items: items, height: 108) { _ in [] }.pages()
    let last = built[0].flow.last.map { $0.y + $0.box.height } ?? 0
    #expect(built[0].flow.count == 9 && abs(last - 108) < 0.01)
    for (above, below) in zip(built[0].flow, built[0].flow.dropFirst()) {
      let space = below.y - above.y - above.box.height
      #expect(space == 0 || space >= 5 * 0.82 - 0.01)
    }
  }

  @Test func aLaterPageMayDecideWhereAnEarlierOneEnds() {
    // Page one could take two boxes; then the pair that may not be divided would leave page two nearly half empty.
    let items: [VerticalItem] = [box(80), .penalty(0), box(15), .penalty(0), box(30), .penalty(10_000), box(30), .penalty(0), box(90)]
    #expect(pages(items) == [[80], [15, 30, 30], [90]])
  }

  @Test func columnsOfTheLastPageAreOfOneHeight() {
    let items = (0..<8).flatMap { index -> [VerticalItem] in index == 0 ? [box(10)] : [.penalty(0), box(10)] }
    let built = columns(items)
    #expect(built.count == 1)
    #expect(built[0].flow.map(\.x) == [0, 0, 0, 0, 60, 60, 60, 60])
  }

  @Test func linesOfFacingColumnsShareAGrid() {
    func line() -> VerticalItem {
      var box = VerticalBox(height: 10, baseline: 7)
      box.isOnGrid = true
      return .box(box)
    }
    let heading: [VerticalItem] = [.space(8, stretch: 3), box(13), .penalty(10_000), .space(3, stretch: 1)]
    let text = (0..<26).flatMap { _ in [line(), .penalty(0)] }
    let items = Array(text[0..<8]) + heading + Array(text[8..<30]) + heading + Array(text[30...])
    let builder = PageBuilder(items: items, height: 100, columns: [0, 60], grid: BaselineGrid(leading: 10, first: 7)) { _ in [] }
    for page in builder.pages() {
      for placed in page.flow where placed.box.isOnGrid {
        #expect((placed.y + placed.box.baseline - 7).truncatingRemainder(dividingBy: 10) == 0)
      }
    }
    #expect(builder.pages()[0].flow.contains { !$0.box.isOnGrid })
  }

  @Test func aHeadingAtTheHeadOfAColumnKeepsToItsText() {
    func line() -> VerticalItem {
      var box = VerticalBox(height: 10, baseline: 7)
      box.isOnGrid = true
      return .box(box)
    }
    var heading = VerticalBox(height: 13)
    heading.isHeading = true
    let items: [VerticalItem] = [.box(heading), .penalty(10_000), .space(3, stretch: 1), line(), .penalty(0), line()]
    let builder = PageBuilder(items: items, height: 100, columns: [0], grid: BaselineGrid(leading: 10, first: 7)) { _ in [] }
    let flow = builder.pages()[0].flow
    #expect(flow.map(\.y) == [4, 20, 30])
  }

  @Test func floatsDoNotPassABarrier() {
    let items: [VerticalItem] = [box(60), .float(made(50)), .penalty(0), box(20), .barrier, .space(5, stretch: 0), box(10)]
    let built = PageBuilder(items: items, height: 100) { _ in [] }.pages()
    #expect(built.map { $0.flow.map(\.box.height) } == [[60, 20], [10]])
    #expect(built[1].floats.map(\.box.height) == [50])
    #expect(built[1].flow[0].y >= 50)
  }

  /// Boxes, floats and notes of many sizes, some notes longer than a page: each stands once, in order, within its page, and no two in one place.
  @Test(arguments: 0..<300) func everythingStandsOnceAndNothingOverlaps(_ seed: Int) {
    var state = UInt64(seed) &* 977 &+ 13
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    // The baseline says which box it is.
    func numbered(_ number: Int, _ height: Int) -> VerticalBox { VerticalBox(height: Double(height), baseline: Double(number)) }
    var items: [VerticalItem] = []
    var notes: [Int: [VerticalBox]] = [:]
    for number in 1...(30 + next(60)) {
      if next(8) == 0 {
        items.append(.float(numbered(1000 + number, 10 + next(60))))
        continue
      }
      var box = numbered(number, 6 + next(14))
      if next(10) == 0 {
        box.footnotes = [number]
        notes[number] = (0...next(seed % 3 == 0 ? 60 : 2)).map { numbered(2000 + 10 * number + $0, 6) }
      }
      items.append(.box(box))
      let space = next(12)
      items.append(next(3) == 0 ? .penalty(Double(next(3) * 100)) : .space(Double(space), stretch: Double(next(space + 1))))
    }
    let columns = seed % 2 == 0 ? [0.0] : [0, 60]
    let pages = PageBuilder(items: items, height: 150, columns: columns) { notes[$0] ?? [] }.pages()
    func numbers(_ range: Range<Double>, _ placed: [Page.Placed]) -> [Double] { placed.map(\.box.baseline).filter(range.contains) }
    let asked = items.compactMap { if case .box(let box) = $0 { box } else { nil } }
    #expect(pages.flatMap { numbers(1..<1000, $0.flow) } == asked.map(\.baseline))
    let floats = items.compactMap { if case .float(let box) = $0 { box.baseline } else { nil } }
    #expect(pages.flatMap { numbers(1000..<2000, $0.placed) }.sorted() == floats)
    #expect(pages.flatMap { numbers(2000..<9000, $0.notes) } == asked.flatMap { $0.footnotes.flatMap { notes[$0] ?? [] } }.map(\.baseline))
    for page in pages {
      for left in columns {
        let column = page.placed.filter { $0.x == left }.sorted { $0.y < $1.y }
        #expect((column.last.map { $0.y + $0.box.height } ?? 0) <= 150.02 && column.first?.y ?? 0 >= 0)
        for (above, below) in zip(column, column.dropFirst()) { #expect(below.y >= above.y + above.box.height - 0.02) }
      }
    }
  }
}

@Suite struct BlockGroupTests {
  func counts(_ blocks: [ReportBlock], pairs: Bool) -> [Int] {
    BlockGroup.groups(of: blocks) { _, _ in pairs }.map { group in
      switch group {
      case .block: 1
      case .claims(let claims): claims.count
      case .figures: 2
      }
    }
  }

  @Test func claimsShareABoxAndFiguresALine() {
    let claims = TortureReport.claims.prefix(3).map(ReportBlock.claim)
    let figures = (1...3).map { TortureReport.figure($0, 100, 80) }
    #expect(counts([.thematicBreak] + claims + [.thematicBreak] + claims, pairs: true) == [1, 3, 1, 3])
    #expect(counts(figures, pairs: true) == [2, 1])
    #expect(counts(figures, pairs: false) == [1, 1, 1])
  }
}
