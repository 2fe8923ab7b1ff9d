/// Spaces.
enum SpaceCommands {
  static let commands: [String: MathCommand] = {
    var table: [String: MathCommand] = [:]
    for (names, length) in fixed {
      for name in names { table[name] = { _, _ in .space(length) } }
    }
    for name in ["hspace", "mspace", "hskip"] {
      table[name] = { parser, token in
        if parser.stream.nextRaw.isCharacter("*") { parser.stream.takeRaw() }
        return parser.parseLength(of: token).map { .space($0) }
      }
    }
    for name in ["kern", "mkern", "mskip"] {
      table[name] = { parser, token in parser.parseLength(of: token).map { .space($0) } }
    }
    // No space at all is where a line may break.
    table["allowbreak"] = { _, _ in .space(.zero) }
    for name in ["nobreak", "noindent", "relax", "protect", "displaybreak", "nonscript", "begingroup", "endgroup", "bgroup", "egroup"] {
      table[name] = { _, _ in nil }
    }
    return table
  }()

  private static let fixed: [([String], MathLength)] = [
    ([",", "thinspace"], MathLength(3, .mu)), ([":", ">", "medspace"], MathLength(4, .mu)),
    ([";", "thickspace"], MathLength(5, .mu)), (["!", "negthinspace"], MathLength(-3, .mu)),
    (["negmedspace"], MathLength(-4, .mu)), (["negthickspace"], MathLength(-5, .mu)),
    ([" ", "space", "nobreakspace"], MathLength.word), (["enspace", "enskip"], MathLength(0.5, .em)),
    (["quad"], MathLength(1, .em)), (["qquad"], MathLength(2, .em)),
  ]
}
