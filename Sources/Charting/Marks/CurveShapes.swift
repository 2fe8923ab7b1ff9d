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

  /// Cubic pieces of a smooth curve; the first point is not repeated.
  /// - Parameter tension: of cardinal curves, 0…1; straight at 1.
  static func smooth(_ points: [Point], _ kind: MarkSpec.Interpolation, tension: Double?) -> [PathCommand] {
    guard points.count > 2 else { return points.dropFirst().map { .line($0) } }
    switch kind {
    case .basis, .basisOpen, .basisClosed, .bundle: return basis(points)
    case .cardinal, .cardinalOpen, .cardinalClosed, .catmullRom: return cardinal(points, tension: tension ?? 0)
    case .natural: return natural(points)
    case .linearClosed: return points.dropFirst().map { .line($0) } + [.close]
    default: return monotone(points)
    }
  }

  /// The uniform cubic B-spline, which misses its inner points.
  private static func basis(_ points: [Point]) -> [PathCommand] {
    func mixed(_ a: Point, _ b: Point, _ part: Double) -> Point { Point(a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part) }
    let all = [points[0], points[0]] + points + [points[points.count - 1], points[points.count - 1]]
    return (1..<all.count - 2).map { index in
      let (a, b, c) = (all[index], all[index + 1], all[index + 2])
      return .curve(mixed(a, b, 1.0 / 3), mixed(a, b, 2.0 / 3), to: Point((a.x + 4 * b.x + c.x) / 6, (a.y + 4 * b.y + c.y) / 6))
    }
  }

  /// Through all points, each with the direction from its left to its right neighbour.
  private static func cardinal(_ points: [Point], tension: Double) -> [PathCommand] {
    let factor = (1 - tension) / 6
    return (0..<points.count - 1).map { index in
      let (a, b) = (points[index], points[index + 1])
      let (before, after) = (points[max(0, index - 1)], points[min(points.count - 1, index + 2)])
      return .curve(
        Point(a.x + (b.x - before.x) * factor, a.y + (b.y - before.y) * factor), Point(b.x - (after.x - a.x) * factor, b.y - (after.y - a.y) * factor), to: b)
    }
  }

  /// The natural cubic spline in both coordinates.
  private static func natural(_ points: [Point]) -> [PathCommand] {
    let (x, y) = (controls(points.map(\.x)), controls(points.map(\.y)))
    return (0..<points.count - 1).map { .curve(Point(x.0[$0], y.0[$0]), Point(x.1[$0], y.1[$0]), to: points[$0 + 1]) }
  }

  /// First and second control values of each piece, from the tridiagonal system of continuous second derivatives.
  private static func controls(_ values: [Double]) -> ([Double], [Double]) {
    let n = values.count - 1
    var first = [Double](repeating: 0, count: n)
    var second = first
    var diagonal = first
    var right = first
    diagonal[0] = 2
    right[0] = values[0] + 2 * values[1]
    for index in 1..<n {
      let isLast = index == n - 1
      let factor = (isLast ? 2 : 1) / diagonal[index - 1]
      diagonal[index] = (isLast ? 7 : 4) - factor
      right[index] = (isLast ? 8 * values[index] + values[n] : 4 * values[index] + 2 * values[index + 1]) - factor * right[index - 1]
    }
    first[n - 1] = right[n - 1] / diagonal[n - 1]
    for index in stride(from: n - 2, through: 0, by: -1) { first[index] = (right[index] - first[index + 1]) / diagonal[index] }
    for index in 0..<n - 1 { second[index] = 2 * values[index + 1] - first[index + 1] }
    second[n - 1] = (values[n] + first[n - 1]) / 2
    return (first, second)
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
