/// Tags and labels of equations.
enum TagCommands {
  static let commands: [String: MathCommand] = [
    "tag": { parser, token in
      let isBare = parser.stream.nextRaw.isCharacter("*")
      if isBare { parser.stream.takeRaw() }
      guard let (text, range) = parser.parseTextArgument(of: token) else { return nil }
      let plain = text.filter { $0 != "$" }
      parser.tags.append(MathExpression.Tag(text: plain, isBare: isBare, row: parser.row, range: range))
      return nil
    },
    "label": { parser, token in
      if let (text, _) = parser.parseTextArgument(of: token) { parser.label = text }
      return nil
    },
    "eqref": { $0.parseReference($1, inParentheses: true) },
    "ref": { $0.parseReference($1, inParentheses: false) },
    "notag": { parser, _ in
      parser.isUnnumbered = true
      return nil
    },
    "nonumber": { parser, _ in
      parser.isUnnumbered = true
      return nil
    },
  ]
}
