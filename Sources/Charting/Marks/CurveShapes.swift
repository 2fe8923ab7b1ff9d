import Graphics

/// Ways from point to point other than straight.
enum CurveShapes {
  static func stepped(_ points: [Point], _ kind: MarkSpec.Interpolation) -> [Point] {
    guard points.count > 1 else { return points }
    var path = [points[0]]
    for (a, b) in zip(points, points.dropFirst()) {
      switch kind {
      case .stepAfter: path.append(Point(b.x, a.y))
      case .stepBefore: path.append(Point(a.x, b.y))
      default:
        let middle = (a.x + b.x) / 2
        path += [Point(middle, a.y), Point(middle, b.y)]
      }
      path.append(b)
    }
    return path
  }

  /// Cubic pieces without overshoot in y (Steffen, 1990); the first point is not repeated.
  static func monotone(_ points: [Point]) -> [PathCommand] {
    guard points.count > 2 else { return points.dropFirst().map { .line($0) } }
    let count = points.count
    var secants = [Double](repeating: 0, count: count - 1)
    for index in 0..<count - 1 {
      let width = points[index + 1].x - points[index].x
      secants[index] = width == 0 ? 0 : (points[index + 1].y - points[index].y) / width
    }
    var slopes = [Double](repeating: 0, count: count)
    for index in 1..<count - 1 {
      let (h0, h1) = (points[index].x - points[index - 1].x, points[index + 1].x - points[index].x)
      let (s0, s1) = (secants[index - 1], secants[index])
      let parabola = h0 + h1 == 0 ? 0 : (s0 * h1 + s1 * h0) / (h0 + h1)
      let signs = (s0 < 0 ? -1.0 : 1) + (s1 < 0 ? -1.0 : 1)
      slopes[index] = signs * min(abs(s0), abs(s1), 0.5 * abs(parabola))
    }
    slopes[0] = (3 * secants[0] - slopes[1]) / 2
    slopes[count - 1] = (3 * secants[count - 2] - slopes[count - 2]) / 2
    return (0..<count - 1).map { index in
      let (a, b) = (points[index], points[index + 1])
      let third = (b.x - a.x) / 3
      return .curve(Point(a.x + third, a.y + slopes[index] * third), Point(b.x - third, b.y - slopes[index + 1] * third), to: b)
    }
  }
}
