/// The axes of one panel for its size.
struct PanelAxes {
  var x: AxisModel?
  var y: AxisModel?
  /// A second y scale, at the right.
  var right: AxisModel?
  /// An axis derived from x, above.
  var top: AxisModel?
}
