import Graphics
import Testing

@testable import Charting

@Suite struct DrawnMarksTests {
  /// Segments against the unit square: inside, across it, along an edge, past a corner, beside it.
  @Test(arguments: [
    (Point(0.2, 0.2), Point(0.8, 0.4), true),
    (Point(-1, 0.5), Point(2, 0.6), true),
    (Point(0.5, -1), Point(0.5, 3), true),
    (Point(0, 1), Point(5, 1), true),
    (Point(0.5, -1), Point(2.5, 1), false),
    (Point(-0.5, 0.4), Point(0.4, -0.3), true),
    (Point(1.2, -1), Point(1.2, 2), false),
    (Point(-1, 0.5), Point(-0.1, 0.5), false),
  ]) func segmentsCrossTheBoxTheyRunThrough(_ a: Point, _ b: Point, _ crosses: Bool) {
    let box = Rect(x: 0, y: 0, width: 1, height: 1)
    #expect(DrawnMarks.crosses(box, a, b) == crosses)
    #expect(DrawnMarks.crosses(box, b, a) == crosses)
  }
}
