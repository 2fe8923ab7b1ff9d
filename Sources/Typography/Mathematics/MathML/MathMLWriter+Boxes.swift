extension MathMLWriter {
  /// A coloured ground, perhaps with a frame.
  func shaded(_ fill: MathColor, _ border: MathColor?, _ body: String) -> String {
    let frame = border.map { ";border:.04em solid \($0.hexadecimal)" } ?? ""
    return "<mrow style=\"background:\(fill.hexadecimal);padding:.3em\(frame)\">\(body)</mrow>"
  }

  /// A body without width; MathML Core has no percentages for `<mpadded>`, so that CSS moves it.
  func lapped(_ body: String, _ side: MathArray.Alignment) -> String {
    let shift =
      switch side {
      case .left: "-100%"
      case .center: "-50%"
      case .right: ""
      }
    let moved = shift.isEmpty ? body : "<mrow style=\"transform:translateX(\(shift))\">\(body)</mrow>"
    return "<mpadded width=\"0\">\(moved)</mpadded>"
  }

  /// A body moved up; what is to be centred on the axis stays, as browsers cannot.
  func raised(_ length: MathLength?, _ body: String) -> String {
    guard let length else { return body }
    return "<mpadded voffset=\"\(MathMLWriter.ems(length.ems(size: size)))\">\(body)</mpadded>"
  }

  /// A link. HTML's own stands in the words of `\eqref`; MathML's, about other formulas, is not in Core, and browsers
  /// without it show the formula alone.
  mutating func linked(_ link: MathLink, _ body: [MathNode], _ style: MathStyle) -> String {
    guard hasLinks else { return row(body, style) }
    let reference = MathMLWriter.escaped(link.reference)
    if body.count == 1, case .text(let words, .roman) = body[0].kind {
      return "<mtext><a href=\"\(reference)\">\(characters(words))</a></mtext>"
    }
    return "<mrow href=\"\(reference)\">\(children(body, style).joined())</mrow>"
  }

  func scaled(_ factor: Double, _ body: String) -> String {
    "<mstyle mathsize=\"\(Int((factor * 100).rounded()))%\">\(body)</mstyle>"
  }

  /// A filled rectangle.
  func rule(_ width: MathLength, _ height: MathLength, _ raise: MathLength) -> String {
    let (w, h, y) = (width.ems(size: size), height.ems(size: size), raise.ems(size: size))
    let box = "width=\"\(MathMLWriter.ems(w))\" height=\"\(MathMLWriter.ems(h))\""
    let block = "<mspace \(box) style=\"background:currentColor\"/>"
    return y == 0 ? block : "<mpadded voffset=\"\(MathMLWriter.ems(y))\">\(block)</mpadded>"
  }

  /// A vertical arrow of a diagram; its labels take up no width.
  mutating func tallArrow(
    _ scalar: UInt32?, _ left: [MathNode], _ right: [MathNode], _ style: MathStyle
  ) -> String {
    guard let scalar else { return "<mrow></mrow>" }
    let size = "stretchy=\"true\" symmetric=\"true\" minsize=\"2em\" maxsize=\"2em\"\(spaces(0, 0))"
    let arrow = "<mo \(size)>\(character(scalar))</mo>"
    let before = left.isEmpty ? "" : lapped(label(left, style) + space(0.15), .left)
    return "<mrow>\(before)\(arrow)\(right.isEmpty ? "" : lapped(space(0.15) + label(right, style), .right))</mrow>"
  }

  private mutating func label(_ nodes: [MathNode], _ style: MathStyle) -> String {
    styled(row(nodes, style.ofScripts), style.ofScripts)
  }
}
