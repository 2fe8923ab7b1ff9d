/// Fractions and binomials, as commands and in TeX's infix form.
enum FractionCommands {
  static let commands: [String: MathCommand] = [
    "frac": fraction(),
    "dfrac": fraction(style: .display),
    "tfrac": fraction(style: .text),
    "cfrac": fraction(style: .display, isContinued: true),
    "binom": binomial(),
    "dbinom": binomial(style: .display),
    "tbinom": binomial(style: .text),
    "genfrac": { $0.parseGeneralFraction($1) },
  ]

  /// `{a \over b}` and its kin.
  static let infix: [String: MathFraction] = [
    "over": MathFraction(numerator: [], denominator: []),
    "atop": MathFraction(numerator: [], denominator: [], rule: .none),
    "choose": MathFraction(numerator: [], denominator: [], rule: .none, left: 0x28, right: 0x29),
    "brace": MathFraction(numerator: [], denominator: [], rule: .none, left: 0x7B, right: 0x7D),
    "brack": MathFraction(numerator: [], denominator: [], rule: .none, left: 0x5B, right: 0x5D),
    "above": MathFraction(numerator: [], denominator: []),
    "overwithdelims": MathFraction(numerator: [], denominator: []),
    "atopwithdelims": MathFraction(numerator: [], denominator: [], rule: .none),
    "abovewithdelims": MathFraction(numerator: [], denominator: []),
  ]

  private static func fraction(style: MathStyle? = nil, isContinued: Bool = false) -> MathCommand {
    { parser, token in
      if isContinued { parser.skipAlignmentOption() }
      let (numerator, denominator) = parser.parseTwoArguments(of: token)
      return .fraction(
        MathFraction(numerator: numerator, denominator: denominator, style: style, isContinued: isContinued))
    }
  }

  private static func binomial(style: MathStyle? = nil) -> MathCommand {
    { parser, token in
      let (above, below) = parser.parseTwoArguments(of: token)
      return .fraction(
        MathFraction(numerator: above, denominator: below, rule: .none, left: 0x28, right: 0x29, style: style))
    }
  }
}

extension MathListParser {
  /// Two arguments; the second is not missed aloud when the first already was.
  mutating func parseTwoArguments(of command: MathToken) -> ([MathNode], [MathNode]) {
    let problemCount = stream.problems.count
    let first = parseArgument(of: command)
    if stream.problems.count > problemCount, first.isEmpty { return ([], []) }
    if lacksArgument {
      report(MathDiagnostics.missingSecondArgument(of: command.text, at: command.range))
      return (first, [])
    }
    return (first, parseOneArgument())
  }

  /// The fraction of an infix command, which was taken: what stood before it in the list over what follows.
  mutating func parseInfix(_ form: MathFraction, numerator: [MathNode], of token: MathToken) -> MathNode {
    var fraction = form
    fraction.numerator = numerator
    let name = token.command ?? ""
    if name.hasSuffix("withdelims") {
      fraction.left = parseDelimiter(of: token)
      fraction.right = parseDelimiter(of: token)
    }
    if name.hasPrefix("above"), let thickness = parseLength(of: token) {
      fraction.rule = thickness.value == 0 ? .none : .thickness(thickness)
    }
    fraction.denominator = parseList(stops)
    let start = numerator.first?.range.lowerBound ?? token.range.lowerBound
    return MathNode(.fraction(fraction), start..<max(start, stream.lastEnd))
  }

  /// `\genfrac{left}{right}{thickness}{style}{numerator}{denominator}`.
  mutating func parseGeneralFraction(_ token: MathToken) -> MathNode.Kind? {
    let left = parseDelimiterArgument(of: token)
    let right = parseDelimiterArgument(of: token)
    var rule = MathFraction.Rule.standard
    if let thickness = parseTextArgument(of: token), !thickness.text.isEmpty,
      let value = length(thickness.text, at: thickness.range)
    {
      rule = value.value == 0 ? .none : .thickness(value)
    }
    let style = parseTextArgument(of: token).flatMap { Int($0.text) }.flatMap { MathStyle(rawValue: $0) }
    let (numerator, denominator) = parseTwoArguments(of: token)
    return .fraction(
      MathFraction(
        numerator: numerator, denominator: denominator, rule: rule, left: left, right: right, style: style))
  }

  /// A delimiter in braces, where empty braces mean none.
  private mutating func parseDelimiterArgument(of command: MathToken) -> UInt32? {
    let opener = stream.peek()
    guard opener.isCharacter("{") else { return parseDelimiter(of: command) }
    stream.take()
    if stream.peek().isCharacter("}") {
      stream.take()
      return nil
    }
    let delimiter = parseDelimiter(of: command)
    if stream.peek().isCharacter("}") {
      stream.take()
    } else {
      report(MathDiagnostics.unclosed("{", missing: "}", at: opener.range))
    }
    return delimiter
  }

  /// The `[l]` or `[r]` of `\cfrac`, which does not change how it is set.
  mutating func skipAlignmentOption() { _ = stream.peek().isCharacter("[") ? stream.bracketed() : nil }
}
