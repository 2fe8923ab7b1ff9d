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
}
