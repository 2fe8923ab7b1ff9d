/// The supremum of |1/n Σ ξᵢσ(⟨w, xᵢ⟩)| over neurons with ‖w‖₁ ≤ 1 in the plane, which is that over the whole unit ball of
/// the path norm.
///
/// As w turns, the set of active points changes at the directions orthogonal to a point; between them, and between the
/// corners of the ℓ₁ ball, the sum is linear in w, so that the maximum is at one of these directions. They are sorted once,
/// and a sweep keeps Σ ξᵢxᵢ over the active points.
struct PlaneNeurons {
  private struct Direction {
    /// w with ‖w‖₁ = 1.
    var w: (Double, Double)
    /// The point that becomes active (+1) or inactive (−1) here; −1 for a corner of the ball.
    var point: Int
    var change: Double
  }

  let count: Int
  private let points: [(Double, Double)]
  private let directions: [Direction]
  /// Whether a point is active before the first direction.
  private let isActive: [Bool]

  /// - Complexity: O(n log n).
  init(_ points: [(Double, Double)]) {
    self.points = points
    count = points.count
    var directions: [Direction] = []
    for (index, x) in points.enumerated() {
      let norm = abs(x.0) + abs(x.1)
      if norm == 0 { continue }
      // Turning to the left, ⟨w, x⟩ becomes positive at x turned back by a right angle.
      directions.append(Direction(w: (x.1 / norm, -x.0 / norm), point: index, change: 1))
      directions.append(Direction(w: (-x.1 / norm, x.0 / norm), point: index, change: -1))
    }
    for corner in [(1.0, 0.0), (0, 1), (-1, 0), (0, -1)] {
      directions.append(Direction(w: corner, point: -1, change: 0))
    }
    self.directions = directions.sorted {
      let (a, b) = (Self.turn($0.w), Self.turn($1.w))
      return a != b ? a < b : ($0.point, $0.change) < ($1.point, $1.change)
    }
    // The direction halfway from the last one to the first of the next turn.
    let last = self.directions[self.directions.count - 1].w
    let first = self.directions[0].w
    let middle = Self.direction(0.5 * (Self.turn(last) + Self.turn(first) + 4))
    isActive = points.map { $0.0 * middle.0 + $0.1 * middle.1 > 0 }
  }

  /// A number in [0, 4) that grows with the angle: the way along the ℓ₁ circle.
  private static func turn(_ w: (Double, Double)) -> Double {
    if w.1 > 0 || (w.1 == 0 && w.0 > 0) { return 1 - w.0 }
    return 3 + w.0
  }

  /// The direction at the way `turn` along the ℓ₁ circle.
  private static func direction(_ turn: Double) -> (Double, Double) {
    let t = turn >= 4 ? turn - 4 : turn
    if t <= 2 { return (1 - t, 1 - abs(1 - t)) }
    return (t - 3, -(1 - abs(t - 3)))
  }

  /// - Parameter signs: ξ, one for each point.
  /// - Complexity: O(n).
  func supremum(_ signs: UnsafeBufferPointer<Double>) -> Double {
    var sum = (0.0, 0.0)
    for index in 0..<count where isActive[index] {
      sum.0 += signs[index] * points[index].0
      sum.1 += signs[index] * points[index].1
    }
    var largest = 0.0
    directions.withUnsafeBufferPointer { directions in
      points.withUnsafeBufferPointer { points in
        for direction in directions {
          if direction.point >= 0 {
            let factor = direction.change * signs[direction.point]
            sum.0 += factor * points[direction.point].0
            sum.1 += factor * points[direction.point].1
          }
          largest = max(largest, abs(sum.0 * direction.w.0 + sum.1 * direction.w.1))
        }
      }
    }
    return largest / Double(count)
  }
}
