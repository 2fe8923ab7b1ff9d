import Graphics
import Testing

@testable import Charting

struct RefusedTextsTests {
  private static let many = 5000

  @Test func threeRefusalsCloseAPlace() {
    var refusals = RefusedTexts(count: Self.many)
    let place = Point(10.5, 20.5)
    for _ in 0..<2 { refusals.insert(place) }
    #expect(!refusals.refuses(place))
    refusals.insert(Point(11.5, 21.5))
    #expect(refusals.refuses(place))
    #expect(refusals.refuses(Point(10.1, 21.9)))
  }

  @Test func neighbouringPlacesStayOpen() {
    var refusals = RefusedTexts(count: Self.many)
    for _ in 0..<3 { refusals.insert(Point(0.5, 0.5)) }
    #expect(!refusals.refuses(Point(2.5, 0.5)))
    #expect(!refusals.refuses(Point(0.5, 2.5)))
    #expect(!refusals.refuses(Point(-0.5, 0.5)))
    #expect(!refusals.refuses(Point(0.5, -0.5)))
  }

  @Test func ofFewTextsEachIsTried() {
    var refusals = RefusedTexts(count: Self.many - 1)
    for _ in 0..<10 { refusals.insert(Point(1, 1)) }
    #expect(!refusals.refuses(Point(1, 1)))
  }
}
