import Typography

extension ContentWriter {
  /// The value of the attribute `dir` for text against the direction of what is around it; nil where nothing changes.
  func turn(to direction: TextDirection?) -> String? {
    guard let direction, direction != self.direction else { return nil }
    return direction == .rightToLeft ? "rtl" : "ltr"
  }

  /// Text in a line that has a direction of its own.
  func isolated(_ text: String, _ html: inout HTMLBuffer) {
    let turned = turn(to: TextDirection(of: text))
    if let turned { html.element("bdi", ["dir": turned], text: text) } else { html.text(text) }
  }

  /// Writes what stands inside an element of a direction.
  mutating func within(_ direction: TextDirection?, _ write: (inout ContentWriter) -> Void) {
    let outer = self.direction
    self.direction = direction ?? outer
    write(&self)
    self.direction = outer
  }
}
