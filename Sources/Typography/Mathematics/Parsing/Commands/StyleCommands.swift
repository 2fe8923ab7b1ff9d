/// Styles and sizes of the rest of a group.
enum StyleCommands {
  static let commands: [String: MathCommand] = {
    let styles: [(String, MathStyle)] = [
      ("displaystyle", .display), ("textstyle", .text), ("scriptstyle", .script),
      ("scriptscriptstyle", .scriptScript),
    ]
    var table: [String: MathCommand] = [:]
    for (name, style) in styles { table[name] = { parser, _ in .styled(style, parser.parseList(parser.stops)) } }
    for (name, factor) in sizes { table[name] = { parser, _ in parser.parseSized(factor) } }
    table["mathchoice"] = { parser, token in
      .choice((0..<4).map { _ in parser.parseArgument(of: token) })
    }
    return table
  }()

  /// LaTeX's sizes beside ten points.
  private static let sizes: [(String, Double)] = [
    ("tiny", 0.5), ("scriptsize", 0.7), ("footnotesize", 0.8), ("small", 0.9), ("normalsize", 1), ("large", 1.2),
    ("Large", 1.44), ("LARGE", 1.728), ("huge", 2.074), ("Huge", 2.488),
  ]
}

extension MathListParser {
  /// The rest of the list in another size.
  fileprivate mutating func parseSized(_ factor: Double) -> MathNode.Kind? {
    let outer = sizeFactor
    sizeFactor = factor
    defer { sizeFactor = outer }
    return .scaled(factor / outer, parseList(stops))
  }
}
