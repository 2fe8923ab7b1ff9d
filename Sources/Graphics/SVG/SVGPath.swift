import Typography

/// Path data in relative coordinates, rounded so that errors do not add up.
struct SVGPath {
  private(set) var buffer = SVGBuffer()
  private let decimals: Int
  private let unit: Double
  private var last = (x: 0, y: 0)
  private var start = (x: 0, y: 0)
  private var command: UInt8 = 0

  /// - Parameter decimals: 2 for drawings, 3 for the outlines of glyphs.
  init(decimals: Int = 2) {
    self.decimals = decimals
    unit = decimals == 2 ? 100 : 1000
  }

  mutating func move(_ x: Double, _ y: Double) {
    let target = round(x, y)
    buffer.append(command == 0 ? "M" : "m")
    // After the first command coordinates are relative, also those of a move.
    step(to: target, isFirst: true)
    start = target
    command = UInt8(ascii: "m")
  }

  mutating func line(_ x: Double, _ y: Double) {
    let target = round(x, y)
    if target == last { return }
    let continues = command == UInt8(ascii: "l")
    if !continues, target.x == last.x || target.y == last.y { return straight(to: target) }
    if !continues { buffer.append("l") }
    step(to: target, isFirst: !continues)
    command = UInt8(ascii: "l")
  }

  mutating func curve(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ x: Double, _ y: Double) {
    let continues = command == UInt8(ascii: "c")
    if !continues { buffer.append("c") }
    let from = last
    for (index, point) in [round(x1, y1), round(x2, y2), round(x, y)].enumerated() {
      buffer.append(coordinate: point.x - from.x, isFirst: index == 0 && !continues, decimals: decimals)
      buffer.append(coordinate: point.y - from.y, isFirst: false, decimals: decimals)
      last = point
    }
    command = UInt8(ascii: "c")
  }

  mutating func close() {
    buffer.append("z")
    last = start
    command = UInt8(ascii: "z")
  }

  /// A chain of segments; a chain of one point, or of points that fall together, becomes a dot.
  mutating func chain(_ points: [Point], isClosed: Bool) {
    guard let first = points.first else { return }
    move(first.x, first.y)
    for point in points.dropFirst() { line(point.x, point.y) }
    if command == UInt8(ascii: "m") { buffer.append("h0") }
    if isClosed { close() }
  }

  mutating func append(_ commands: [PathCommand]) {
    for command in commands {
      switch command {
      case .move(let point): move(point.x, point.y)
      case .line(let point): line(point.x, point.y)
      case .curve(let a, let b, let point): curve(a.x, a.y, b.x, b.y, point.x, point.y)
      case .close: close()
      }
    }
  }

  /// The outline of a glyph in a size, its origin at a point.
  mutating func append(_ outline: [OutlineCommand], size: Double, at origin: Point) {
    func x(_ value: Double) -> Double { origin.x + size * value }
    func y(_ value: Double) -> Double { origin.y + size * value }
    for command in outline {
      switch command {
      case .move(let px, let py): move(x(px), y(py))
      case .line(let px, let py): line(x(px), y(py))
      case .curve(let ax, let ay, let bx, let by, let px, let py): curve(x(ax), y(ay), x(bx), y(by), x(px), y(py))
      case .close: close()
      }
    }
  }

  /// A horizontal or vertical line.
  private mutating func straight(to target: (x: Int, y: Int)) {
    let isHorizontal = target.y == last.y
    buffer.append(isHorizontal ? "h" : "v")
    let length = isHorizontal ? target.x - last.x : target.y - last.y
    buffer.append(coordinate: length, isFirst: true, decimals: decimals)
    last = target
    command = UInt8(ascii: "h")
  }

  private mutating func step(to target: (x: Int, y: Int), isFirst: Bool) {
    buffer.append(coordinate: target.x - last.x, isFirst: isFirst, decimals: decimals)
    buffer.append(coordinate: target.y - last.y, isFirst: false, decimals: decimals)
    last = target
  }

  private func round(_ x: Double, _ y: Double) -> (x: Int, y: Int) {
    (SVGBuffer.rounded(x, unit: unit), SVGBuffer.rounded(y, unit: unit))
  }
}
