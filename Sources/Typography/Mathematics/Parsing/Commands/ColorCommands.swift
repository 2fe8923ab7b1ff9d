/// Colours.
enum ColorCommands {
  static let commands: [String: MathCommand] = [
    "textcolor": { parser, token in
      let color = parser.parseColor(of: token)
      let body = parser.parseArgument(of: token)
      return color.map { .colored($0, body) } ?? .group(body)
    },
    // `\color{red}{x}` colours its argument, `\color{red} x` the rest of the group.
    "color": { parser, token in
      let color = parser.parseColor(of: token)
      let hasArgument = parser.stream.peek().isCharacter("{")
      let body = hasArgument ? parser.parseArgument(of: token) : parser.parseList(parser.stops)
      return color.map { .colored($0, body) } ?? .group(body)
    },
    "colorbox": { parser, token in
      let fill = parser.parseColor(of: token)
      guard let body = parser.parseTextBox(token) else { return nil }
      return fill.map { .shaded($0, border: nil, body) } ?? .group(body)
    },
    "fcolorbox": { parser, token in
      let border = parser.parseColor(of: token)
      let fill = parser.parseColor(of: token)
      guard let body = parser.parseTextBox(token) else { return nil }
      return fill.map { .shaded($0, border: border, body) } ?? .group(body)
    },
  ]
}

extension MathListParser {
  /// A colour by name, or by `[HTML]{RRGGBB}` or `[rgb]{r,g,b}`; nil, with a problem, when it is unknown.
  mutating func parseColor(of command: MathToken) -> MathColor? {
    let model = stream.peek().isCharacter("[") ? stream.bracketed()?.map(\.text).joined() : nil
    guard let (text, range) = parseTextArgument(of: command) else { return nil }
    let color: MathColor? =
      switch model {
      case "HTML"?: MathColor(named: "#" + text)
      case "rgb"?: Self.color(components: text, scale: 255)
      case "RGB"?: Self.color(components: text, scale: 1)
      case "gray"?: Self.color(components: "\(text),\(text),\(text)", scale: 255)
      default: MathColor(named: text)
      }
    if color == nil { report(MathDiagnostics.unknownColor(text, at: range)) }
    return color
  }

  private static func color(components text: String, scale: Double) -> MathColor? {
    let values = text.split(separator: ",").compactMap { Double($0.filter { !$0.isWhitespace }) }
    guard values.count == 3, values.allSatisfy({ $0 >= 0 && $0 * scale <= 255 }) else { return nil }
    let bytes = values.map { UInt8(($0 * scale).rounded()) }
    return MathColor(bytes[0], bytes[1], bytes[2])
  }
}
