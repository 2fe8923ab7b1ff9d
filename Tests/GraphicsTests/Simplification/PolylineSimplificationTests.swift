import Testing

@testable import Graphics

struct PolylineSimplificationTests {
  /// Points of a noisy curve, from a small linear congruential generator.
  private func noisy(_ count: Int, amplitude: Double) -> [Point] {
    var state: UInt64 = 42
    return (0..<count).map { index in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let noise = Double(state >> 40) / Double(1 << 24) - 0.5
      let x = Double(index) / Double(count) * 400
      return Point(x, 100 + 0.001 * x * x + amplitude * noise)
    }
  }

  private func distance(_ p: Point, _ a: Point, _ b: Point) -> Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let t = dx == 0 && dy == 0 ? 0 : min(max(((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy), 0), 1)
    let (ex, ey) = (p.x - a.x - t * dx, p.y - a.y - t * dy)
    return (ex * ex + ey * ey).squareRoot()
  }

  @Test(arguments: [0.0, 0.05, 0.5, 20])
  func everyVertexStaysWithinTheTolerance(amplitude: Double) {
    let points = noisy(1500, amplitude: amplitude)
    let kept = PolylineSimplification.simplified(points, tolerance: 0.1)
    #expect(kept.first == points.first && kept.last == points.last)
    #expect(kept.count <= points.count)
    var segment = 0
    var worst = 0.0
    for point in points {
      while segment + 2 < kept.count, point.x > kept[segment + 1].x { segment += 1 }
      worst = max(worst, distance(point, kept[segment], kept[segment + 1]))
    }
    #expect(worst <= 0.1 + 1e-12)
  }

  @Test func smoothCurvesLoseMostVertices() {
    #expect(PolylineSimplification.simplified(noisy(2000, amplitude: 0), tolerance: 0.1).count < 40)
  }

  @Test func columnsKeepTheirExtremes() {
    let points = noisy(20_000, amplitude: 50)
    let kept = PolylineSimplification.thinned(points, columnWidth: 1)
    #expect(kept.count <= 1604)
    #expect(kept.map(\.y).min() == points.map(\.y).min())
    #expect(kept.map(\.y).max() == points.map(\.y).max())
    #expect(kept.first == points.first && kept.last == points.last)
    #expect(zip(kept, kept.dropFirst()).allSatisfy { $0.x <= $1.x })
  }

  @Test func shortChainsAreLeftAlone() {
    for count in 0...3 {
      let points = (0..<count).map { Point(Double($0), Double($0 * $0)) }
      #expect(PolylineSimplification.forPainting(points) == points)
    }
  }

  @Test func loopsAreNotCutOff() {
    let square = [Point(0, 0), Point(10, 0), Point(10, 10), Point(0, 10), Point(0, 0)]
    #expect(PolylineSimplification.simplified(square, tolerance: 0.1) == square)
  }
}
