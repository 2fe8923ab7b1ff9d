/// Arrows as long as their labels.
enum ArrowCommands {
  static let commands: [String: MathCommand] = {
    var table: [String: MathCommand] = [:]
    for (name, scalar) in arrows {
      table[name] = { parser, token in
        let under = parser.parseOptionalArgument()
        return .longArrow(scalar: scalar, over: parser.parseArgument(of: token), under: under)
      }
    }
    return table
  }()

  private static let arrows: [(String, UInt32)] = [
    ("xrightarrow", 0x2192), ("xleftarrow", 0x2190), ("xleftrightarrow", 0x2194), ("xRightarrow", 0x21D2),
    ("xLeftarrow", 0x21D0), ("xLeftrightarrow", 0x21D4), ("xmapsto", 0x21A6), ("xhookrightarrow", 0x21AA),
    ("xhookleftarrow", 0x21A9), ("xrightharpoonup", 0x21C0), ("xrightharpoondown", 0x21C1),
    ("xleftharpoonup", 0x21BC), ("xleftharpoondown", 0x21BD), ("xrightleftharpoons", 0x21CC),
    ("xtwoheadrightarrow", 0x21A0), ("xtwoheadleftarrow", 0x219E), ("xlongequal", 0x3D), ("xleftrightharpoons", 0x21CB),
    ("xtofrom", 0x21C4), ("xrightleftarrows", 0x21C4), ("xlongrightarrow", 0x2192), ("xlongleftarrow", 0x2190),
    ("xLongrightarrow", 0x21D2), ("xLongleftarrow", 0x21D0),
  ]
}
