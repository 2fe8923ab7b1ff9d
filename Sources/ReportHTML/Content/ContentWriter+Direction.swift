import Typography

extension ContentWriter {
  /// The value of the attribute `dir` for text against the direction of what is around it; nil where nothing changes.
  func turn(to direction: TextDirection?) -> String? {
    guard let direction, direction != self.direction else { return nil }
    return direction == .rightToLeft ? "rtl" : "ltr"
  }

  /// Writes what stands inside an element of a direction.
  mutating func within(_ direction: TextDirection?, _ write: (inout ContentWriter) -> Void) {
    let outer = self.direction
    self.direction = direction ?? outer
    write(&self)
    self.direction = outer
  }
}
