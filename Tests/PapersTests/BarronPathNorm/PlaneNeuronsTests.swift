import NumericalCore
import Testing

@testable import Papers

@Suite struct PlaneNeuronsTests {
  private func supremum(_ points: [(Double, Double)], _ signs: [Double]) -> Double {
    signs.withUnsafeBufferPointer(PlaneNeurons(points).supremum)
  }

  @Test func averageOverAllSigns() {
    let points = [(0.5, 0.25), (-0.5, 1), (0.75, -0.5)]
    var sum = 0.0
    for draw in 0..<8 { sum += supremum(points, (0..<3).map { draw >> $0 & 1 == 0 ? 1 : -1 }) }
    #expect(abs(sum / 8 - 0.3819444444444444) < 1e-15)
  }

  /// The largest value over a fine grid of directions on the ℓ₁ circle: below the supremum, and close to it.
  private func bruteForce(_ points: [(Double, Double)], _ signs: [Double], steps: Int) -> Double {
    var largest = 0.0
    for step in 0..<(4 * steps) {
      let t = Double(step % steps) / Double(steps)
      let w = [(1 - t, t), (-t, 1 - t), (t - 1, -t), (t, t - 1)][step / steps]
      var sum = 0.0
      for (x, sign) in zip(points, signs) { sum += sign * max(0, x.0 * w.0 + x.1 * w.1) }
      largest = max(largest, abs(sum))
    }
    return largest / Double(points.count)
  }

  @Test func noDirectionIsBetter() {
    var random = RandomSource(seed: 4, stream: "points")
    for count in [1, 2, 3, 10, 40] {
      for _ in 0..<5 {
        let points = (0..<count).map { _ in (2 * random.uniform() - 1, 2 * random.uniform() - 1) }
        let signs = (0..<count).map { _ in random.rademacher() }
        let (exact, grid) = (supremum(points, signs), bruteForce(points, signs, steps: 2000))
        #expect(grid <= exact + 1e-14 && grid > exact - 2e-3)
      }
    }
  }

  @Test func degeneratePoints() {
    #expect(supremum([(0, 0)], [1]) == 0)
    #expect(abs(supremum([(1, 0)], [-1]) - 1) < 1e-15)
    #expect(abs(supremum([(0, -1)], [1]) - 1) < 1e-15)
    // The same point twice with opposite signs cancels.
    #expect(abs(supremum([(0.3, 0.4), (0.3, 0.4)], [1, -1])) < 1e-15)
    // Opposite points are never active together: the better of the two.
    #expect(abs(supremum([(0.3, 0.4), (-0.6, -0.8)], [1, 1]) - 0.4) < 1e-15)
  }
}
