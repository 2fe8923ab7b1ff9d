/// Leaves out the vertices of a chain that nobody could see missing.
package enum PolylineSimplification {
  /// A tenth of a point cannot be seen at the line widths of charts.
  package static let tolerance = 0.1
  /// Above this many vertices a chain is first thinned by columns.
  package static let columnThreshold = 5000

  /// The chain as a painter draws it: thinned by columns when very long, then simplified.
  package static func forPainting(_ points: [Point]) -> [Point] {
    guard points.count > 4 else { return points }
    let thinned = points.count > columnThreshold ? thinned(points, columnWidth: 1) : points
    return simplified(thinned, tolerance: tolerance)
  }

  /// Douglas–Peucker: keeps both ends, and every left-out vertex lies within `tolerance` of the chain that remains.
  ///
  /// - Complexity: O(n log n) for chains that bend evenly, O(n²) at worst.
  package static func simplified(_ points: [Point], tolerance: Double) -> [Point] {
    guard points.count > 2 else { return points }
    var isKept = [Bool](repeating: false, count: points.count)
    isKept[0] = true
    isKept[points.count - 1] = true
    points.withUnsafeBufferPointer { points in
      var pending = [(first: 0, last: points.count - 1)]
      while let (first, last) = pending.popLast() {
        guard let farthest = farthest(in: points, from: first, to: last, beyond: tolerance) else { continue }
        isKept[farthest] = true
        if farthest - first > 1 { pending.append((first, farthest)) }
        if last - farthest > 1 { pending.append((farthest, last)) }
      }
    }
    return zip(points, isKept).compactMap { $1 ? $0 : nil }
  }

  /// Keeps, of each stretch of vertices within one column, the first, lowest, highest and last.
  ///
  /// - Complexity: O(n).
  package static func thinned(_ points: [Point], columnWidth: Double) -> [Point] {
    guard points.count > 4 else { return points }
    var kept: [Point] = []
    var start = 0
    while start < points.count {
      let column = (points[start].x / columnWidth).rounded(.down)
      var (end, lowest, highest) = (start, start, start)
      while end + 1 < points.count, (points[end + 1].x / columnWidth).rounded(.down) == column {
        end += 1
        if points[end].y < points[lowest].y { lowest = end }
        if points[end].y > points[highest].y { highest = end }
      }
      var last = -1
      for index in [start, min(lowest, highest), max(lowest, highest), end] where index > last {
        kept.append(points[index])
        last = index
      }
      start = end + 1
    }
    return kept
  }

  /// The vertex between two others that lies farthest from the segment that joins them, if farther than `tolerance`.
  private static func farthest(
    in points: UnsafeBufferPointer<Point>, from first: Int, to last: Int, beyond tolerance: Double
  ) -> Int? {
    let a = points[first]
    let (dx, dy) = (points[last].x - a.x, points[last].y - a.y)
    let length = dx * dx + dy * dy
    let scale = length > 0 ? 1 / length : 0
    var greatest = tolerance * tolerance
    var index: Int?
    for candidate in (first + 1)..<last {
      let (px, py) = (points[candidate].x - a.x, points[candidate].y - a.y)
      let along = min(max((px * dx + py * dy) * scale, 0), 1)
      let (ex, ey) = (px - along * dx, py - along * dy)
      let distance = ex * ex + ey * ey
      if distance > greatest { (greatest, index) = (distance, candidate) }
    }
    return index
  }
}
