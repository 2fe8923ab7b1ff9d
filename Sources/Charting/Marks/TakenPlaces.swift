import Graphics

/// Where texts stand already, found by place: a plot cut into squares, each with the boxes that touch it.
struct TakenPlaces {
  private static let side = 24.0

  private let plot: Rect
  private let columns: Int
  private var squares: [[Rect]]

  init(_ plot: Rect, _ boxes: [Rect]) {
    self.plot = plot
    columns = max(1, Int((plot.width / Self.side).rounded(.up)))
    squares = [[Rect]](repeating: [], count: columns * max(1, Int((plot.height / Self.side).rounded(.up))))
    for box in boxes { insert(box) }
  }

  /// What lies beyond the plot is left out.
  mutating func insert(_ box: Rect) {
    guard let (across, down) = touched(box) else { return }
    for row in down { for column in across { squares[row * columns + column].append(box) } }
  }

  /// - Complexity: O(boxes nearby).
  func isFree(_ box: Rect) -> Bool {
    guard let (across, down) = touched(box) else { return true }
    for row in down {
      for column in across {
        for other in squares[row * columns + column] where other.intersects(box) { return false }
      }
    }
    return true
  }

  /// The columns and rows of squares that a box touches.
  private func touched(_ box: Rect) -> (across: ClosedRange<Int>, down: ClosedRange<Int>)? {
    guard box.maxX >= plot.x, box.x <= plot.maxX, box.maxY >= plot.y, box.y <= plot.maxY else { return nil }
    func place(_ value: Double, _ count: Int) -> Int { min(count - 1, max(0, Int(value / Self.side))) }
    let rows = squares.count / columns
    return (
      place(box.x - plot.x, columns)...place(box.maxX - plot.x, columns), place(box.y - plot.y, rows)...place(box.maxY - plot.y, rows)
    )
  }
}
