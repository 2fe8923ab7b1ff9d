/// The axes of one panel for its size.
struct PanelAxes {
  var x: AxisModel?
  var y: AxisModel?
  /// A second y scale, or y itself, at the right.
  var right: AxisModel?
  /// An axis derived from x, or x itself, above.
  var top: AxisModel?

  /// Moves axes to the sides that the author wants them on, unless others stand there.
  mutating func takeStatedSides() {
    if top == nil, let x, x.spec.orient == .top {
      top = x
      self.x?.spec.isHidden = true
    }
    if right == nil, let y, y.spec.orient == .right {
      right = y
      self.y?.spec.isHidden = true
    }
  }
}
