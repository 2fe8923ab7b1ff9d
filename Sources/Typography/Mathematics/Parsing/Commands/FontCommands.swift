/// Alphabets, as commands with an argument and as switches.
enum FontCommands {
  static let commands: [String: MathCommand] = {
    var table: [String: MathCommand] = [:]
    for (names, alphabet) in alphabets {
      for name in names { table[name] = { $0.parseAlphabet(alphabet, $1) } }
    }
    for (name, alphabet) in switches { table[name] = { $0.parseAlphabetSwitch(alphabet, $1) } }
    for name in ["boldsymbol", "bm", "pmb", "symbf"] {
      table[name] = { parser, token in
        let outer = parser.isBold
        parser.isBold = true
        defer { parser.isBold = outer }
        return parser.unwrapped(parser.parseArgument(of: token))
      }
    }
    return table
  }()

  private static let alphabets: [([String], MathAlphabet)] = [
    (["mathbb", "Bbb"], .doubleStruck), (["mathcal", "mathscr", "symcal", "symscr"], .script),
    (["mathfrak", "frak"], .fraktur), (["mathbf", "bold"], .bold), (["mathrm", "mathup", "symrm"], .roman),
    (["mathit", "mathnormal", "symit"], .italic), (["mathsf", "symsf"], .sans), (["mathtt", "symtt"], .monospace),
    (["mathbfit", "symbfit"], .boldItalic), (["mathsfit", "symsfit"], .sansItalic), (["mathbfsf", "mathsfbf"], .sansBold),
    (["mathbfcal", "mathbfscr", "symbfcal", "symbfscr"], .boldScript), (["mathbffrak", "symbffrak"], .boldFraktur),
    (["mathds", "mathbbm", "mathbbmss"], .doubleStruck),
  ]

  private static let switches: [(String, MathAlphabet)] = [
    ("rm", .roman), ("bf", .bold), ("it", .italic), ("cal", .script), ("sf", .sans), ("tt", .monospace),
    ("bfseries", .bold), ("rmfamily", .roman),
  ]
}

extension MathListParser {
  mutating func parseAlphabet(_ newAlphabet: MathAlphabet, _ token: MathToken) -> MathNode.Kind? {
    let outer = alphabet
    alphabet = newAlphabet
    defer { alphabet = outer }
    return unwrapped(parseArgument(of: token))
  }

  /// `{\rm …}`: the rest of the list in another alphabet.
  mutating func parseAlphabetSwitch(_ newAlphabet: MathAlphabet, _ token: MathToken) -> MathNode.Kind? {
    let outer = alphabet
    alphabet = newAlphabet
    defer { alphabet = outer }
    return .group(parseList(stops))
  }

  /// The one node of a list, so that it keeps its class, or a group of several.
  func unwrapped(_ nodes: [MathNode]) -> MathNode.Kind {
    nodes.count == 1 ? nodes[0].kind : .group(nodes)
  }
}
