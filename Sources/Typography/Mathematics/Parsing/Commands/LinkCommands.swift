/// Links, and the attributes of HTML that a report does not take from a formula.
enum LinkCommands {
  static let commands: [String: MathCommand] = {
    var table: [String: MathCommand] = [
      "href": { parser, token in
        let link = parser.parseAddress(of: token)
        let body = parser.parseArgument(of: token)
        return link.map { .linked(.address($0), body) } ?? .group(body)
      },
      "url": { parser, token in
        parser.parseAddress(of: token).map { .linked(.address($0), [MathNode(.text($0, .monospace), token.range)]) }
      },
    ]
    for name in ["htmlClass", "htmlId", "htmlStyle", "htmlData", "cssId", "class", "style"] {
      table[name] = { parser, token in
        _ = parser.parseTextArgument(of: token)
        return .group(parser.parseArgument(of: token))
      }
    }
    return table
  }()
}

extension MathListParser {
  /// An address in braces; nil, with a problem, for one that a reader should not be led to.
  fileprivate mutating func parseAddress(of token: MathToken) -> String? {
    guard let (text, range) = parseTextArgument(of: token) else { return nil }
    let address = text.filter { $0 != "\\" && !$0.isWhitespace }
    guard ["https:", "http:", "mailto:", "#"].contains(where: { address.lowercased().hasPrefix($0) }) else {
      report(MathDiagnostics.badAddress(text, at: range))
      return nil
    }
    return address
  }
}
