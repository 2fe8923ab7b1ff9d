/// Accents, lines, braces and arrows over and under a sub-formula.
enum AccentCommands {
  static let commands: [String: MathCommand] = {
    var table: [String: MathCommand] = [:]
    for (name, accent) in accents { table[name] = { .accent(accent, $0.parseArgument(of: $1)) } }
    for (name, sign) in stretched {
      table[name] = { .stretched(scalar: sign.scalar, above: sign.above, $0.parseArgument(of: $1)) }
    }
    table["overline"] = { .line(above: true, $0.parseArgument(of: $1)) }
    for name in ["underline", "underbar"] { table[name] = { .line(above: false, $0.parseArgument(of: $1)) } }
    return table
  }()

  private static let accents: [(String, MathAccent)] = [
    ("hat", accent(0x302, 0x2C6, "hat")), ("widehat", accent(0x302, 0x2C6, "hat", isStretchy: true)),
    ("tilde", accent(0x303, 0x2DC, "tilde")), ("widetilde", accent(0x303, 0x2DC, "tilde", isStretchy: true)),
    ("bar", accent(0x304, 0xAF, "bar")), ("vec", accent(0x20D7, 0x20D7, "vector")),
    ("dot", accent(0x307, 0x2D9, "dot")), ("ddot", accent(0x308, 0xA8, "double dot")),
    ("dddot", accent(0x20DB, 0x20DB, "triple dot")), ("ddddot", accent(0x20DC, 0x20DC, "quadruple dot")),
    ("check", accent(0x30C, 0x2C7, "check")), ("widecheck", accent(0x30C, 0x2C7, "check", isStretchy: true)),
    ("breve", accent(0x306, 0x2D8, "breve")), ("acute", accent(0x301, 0xB4, "acute")),
    ("grave", accent(0x300, 0x60, "grave")), ("mathring", accent(0x30A, 0x2DA, "ring")),
  ]

  private static func accent(
    _ combining: UInt32, _ spacing: UInt32, _ spoken: String, isStretchy: Bool = false
  ) -> MathAccent {
    MathAccent(combining: combining, spacing: spacing, isStretchy: isStretchy, spoken: spoken)
  }

  private static let stretched: [(String, (scalar: UInt32, above: Bool))] = [
    ("overbrace", (0x23DE, true)), ("underbrace", (0x23DF, false)), ("overbracket", (0x23B4, true)),
    ("underbracket", (0x23B5, false)), ("overparen", (0x23DC, true)), ("underparen", (0x23DD, false)),
    ("overrightarrow", (0x2192, true)), ("overleftarrow", (0x2190, true)), ("overleftrightarrow", (0x2194, true)),
    ("underrightarrow", (0x2192, false)), ("underleftarrow", (0x2190, false)),
    ("underleftrightarrow", (0x2194, false)), ("Overrightarrow", (0x21D2, true)), ("overleftharpoon", (0x21BC, true)),
    ("overrightharpoon", (0x21C0, true)), ("wideparen", (0x23DC, true)), ("overgroup", (0x23E0, true)),
    ("undergroup", (0x23E1, false)), ("utilde", (0x303, false)),
  ]
}
