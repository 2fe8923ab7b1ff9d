/// Styles: the rest of the group as display, text or script.
enum StyleCommands {
  static let commands: [String: MathCommand] = {
    let styles: [(String, MathStyle)] = [
      ("displaystyle", .display), ("textstyle", .text), ("scriptstyle", .script),
      ("scriptscriptstyle", .scriptScript),
    ]
    var table: [String: MathCommand] = [:]
    for (name, style) in styles { table[name] = { parser, _ in .styled(style, parser.parseList(parser.stops)) } }
    return table
  }()
}
