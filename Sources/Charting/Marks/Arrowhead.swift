import Graphics

/// The heads of arrows.
enum Arrowhead {
  /// - Parameters:
  ///   - dx: with `dy`, the direction as a vector of length 1.
  static func shape(tip: Point, dx: Double, dy: Double, length: Double) -> Shape {
    let half = 0.38 * length
    let base = Point(tip.x - dx * length, tip.y - dy * length)
    return .polygon([tip, Point(base.x - dy * half, base.y + dx * half), Point(base.x + dy * half, base.y - dx * half)])
  }

  /// The points of a path that get a head: every so many, or four at equal lengths along the way; neither the first nor the last.
  static func places(_ points: [Point], every: Int?) -> [Int] {
    guard points.count > 2 else { return [] }
    if let every { return every == 0 ? [] : Array(stride(from: every, to: points.count - 1, by: every)) }
    var lengths = [0.0]
    for (a, b) in zip(points, points.dropFirst()) {
      lengths.append(lengths[lengths.count - 1] + ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot())
    }
    let total = lengths[lengths.count - 1]
    guard total > 40 else { return [] }
    var places: [Int] = []
    for part in 1...4 {
      let index = lengths.firstIndex { $0 >= total * Double(part) / 5 } ?? 0
      if index > 0, index < points.count - 1, !places.contains(index) { places.append(index) }
    }
    return places
  }
}
