/// Says a formula in English words, for alternative texts and screen readers.
package enum MathSpeech {
  /// The formula in words: "x sub i squared", "the sum from i equals 1 to n of", "the fraction a over b, end fraction".
  package static func describe(_ expression: MathExpression) -> String {
    let words = describe(expression.body)
    return words.hasSuffix(",") ? String(words.dropLast()) : words
  }

  static func phrase(_ node: MathNode) -> String {
    switch node.kind {
    case .atom(let atom): SpokenSymbols.name(of: atom)
    case .bigOperator(let scalar, _): SpokenSymbols.bigOperator(scalar)
    case .operatorName(let name, _): function(name)
    case .group(let body), .classed(_, let body, _), .styled(_, let body), .colored(_, let body): describe(body)
    case .scripts(let base, let sub, let sup): scripts(base, sub, sup)
    case .fraction(let fraction): self.fraction(fraction)
    case .radical(let body, let degree): radical(body, degree)
    case .fenced(let left, let segments, let middles, let right): fenced(left, segments, middles, right)
    case .sizedDelimiter(let scalar, _, _): scalar.map { SpokenSymbols.name(of: $0) } ?? ""
    case .accent(let accent, let body): "\(describe(body)) \(accent.spoken)"
    case .stretched(let scalar, let above, let body):
      "\(describe(body)) with \(SpokenSymbols.drawing(scalar)) \(above ? "above" : "below")"
    case .line(let above, let body): "\(describe(body)) \(above ? "bar" : "underlined")"
    case .stack(let base, let over, let under): stack(base, over, under)
    case .longArrow(let scalar, let over, _):
      over.isEmpty
        ? SpokenSymbols.name(of: scalar) : ", by an arrow labelled \(closed(describe(over))), \(SpokenSymbols.name(of: scalar))"
    case .text(let words, _): trimmed(words)
    case .space, .phantom: ""
    case .smashed(let body, _, _), .shaded(_, _, let body), .lapped(let body, _), .raised(_, let body),
      .scaled(_, let body), .linked(_, let body):
      describe(body)
    case .rule: ""
    case .choice(let bodies): describe(bodies.first ?? [])
    case .tallArrow(let scalar, let left, let right): tallArrow(scalar, left + right)
    case .enclosed(let enclosure, let body): "\(enclosure.spoken) \(describe(body))"
    case .negated(let inner): "not \(phrase(inner))"
    case .array(let array): self.array(array)
    case .error(let source): source
    }
  }

  private static func function(_ name: String) -> String {
    let spoken = SpokenSymbols.function(name)
    return spoken.hasPrefix("the ") ? "\(spoken) of" : spoken
  }

  private static func scripts(_ base: MathNode?, _ sub: [MathNode]?, _ sup: [MathNode]?) -> String {
    let name = base.map { phrase($0) } ?? ""
    if let base, isOperator(base) { return operatorPhrase(name, base, sub, sup) }
    if let base, case .stretched = base.kind {
      let labels = [sub, sup].compactMap { $0 }.map { closed(describe($0)) }
      return "\(name) labelled \(labels.joined(separator: " and ")),"
    }
    if let base, case .fenced(nil, let segments, _, 0x7C?) = base.kind {
      let place = [sub, sup].compactMap { $0 }.map { closed(describe($0)) }.joined(separator: " up to ")
      return "\(closed(segments.map { describe($0) }.joined(separator: " "))), evaluated at \(place),"
    }
    var result = name
    if let sub { result += " sub \(closed(label(sub)))" + (sub.count > 2 && !isWord(sub) ? "," : "") }
    if let sup { result += " \(isWord(sup) && sup.count > 1 ? "superscript \(describe(sup))" : power(sup))" }
    return result
  }

  /// A subscript in words; a function's name in it is a label.
  private static func label(_ nodes: [MathNode]) -> String {
    if nodes.count == 1, case .operatorName(let name, _) = nodes[0].kind {
      return name.split(separator: "\u{2009}").joined(separator: " ")
    }
    return describe(nodes)
  }

  /// Whether a list is one word in upright letters.
  private static func isWord(_ nodes: [MathNode]) -> Bool {
    nodes.allSatisfy { node in
      if case .atom(let atom) = node.kind { return atom.alphabet.isForWords && !(0x30...0x39).contains(atom.scalar) }
      return false
    }
  }

  private static func isOperator(_ node: MathNode) -> Bool {
    switch node.kind {
    case .bigOperator, .operatorName: true
    case .classed(.operation, _, _): true
    default: false
    }
  }

  private static func operatorPhrase(_ name: String, _ base: MathNode, _ sub: [MathNode]?, _ sup: [MathNode]?) -> String
  {
    var plain = name
    if case .bigOperator = base.kind {
      if plain.hasSuffix(" of") { plain.removeLast(3) }
      let range: String =
        switch (sub, sup) {
        case (let sub?, let sup?): " from \(closed(describe(sub))) to \(closed(describe(sup)))"
        case (let sub?, nil): " over \(condition(sub))"
        case (nil, let sup?): " to \(describe(sup))"
        case (nil, nil): ""
        }
      return "\(plain)\(range) of"
    }
    if sub != nil || sup != nil, plain.hasSuffix(" of") { plain.removeLast(3) }
    if let sub, case .operatorName(_, .never) = base.kind { plain += " sub \(closed(describe(sub)))" }
    if let sup { plain += " \(power(sup))" }
    if let sub, base.takesLimits(in: .display) { plain += " \(limit(sub) ?? "over \(condition(sub))") of" }
    return plain
  }

  /// `n \to \infty` below a limit; nil for any other condition.
  private static func limit(_ nodes: [MathNode]) -> String? {
    guard let arrow = nodes.firstIndex(where: { $0.atomScalar == 0x2192 }), arrow > 0 else { return nil }
    return "as \(describe(Array(nodes[..<arrow]))) goes to \(closed(describe(Array(nodes[(arrow + 1)...]))))"
  }

  /// What an operator ranges over; a comma keeps a long condition apart from the operand.
  static func condition(_ nodes: [MathNode]) -> String {
    let phrase = closed(describe(nodes)).replacing(" is at ", with: " at ", maxReplacements: 1)
      .replacing(" is distributed as ", with: " distributed as ", maxReplacements: 1)
    return nodes.count > 3 ? phrase + "," : phrase
  }

  /// What a superscript is called: squared, prime, transpose, to the power.
  static func power(_ nodes: [MathNode]) -> String {
    let primes = nodes.prefix { node in
      if case .atom(let atom) = node.kind { return atom.scalar == 0x2032 }
      return false
    }.count
    if primes > 0 {
      let name = ["prime", "double prime", "triple prime"][min(primes, 3) - 1]
      let rest = Array(nodes.dropFirst(primes))
      return rest.isEmpty ? name : "\(name) \(power(rest))"
    }
    if nodes.count == 1, case .atom(let atom) = nodes[0].kind {
      switch atom.scalar {
      case 0x32: return "squared"
      case 0x33: return "cubed"
      case 0x22A4: return "transpose"
      case 0x2217, 0x22C6: return "star"
      case 0x2218: return "degrees"
      case 0x2020: return "dagger"
      case 0x22A5: return "perp"
      case 0x2B: return "superscript plus"
      case 0x2212: return "superscript minus"
      case 0x221E: return "superscript infinity"
      default: break
      }
    }
    if let fence = SpokenFence(nodes[...]), fence.count == nodes.count, fence.left == 0x28, fence.sup == nil {
      return "superscript \(closed(describe(fence.body))),"
    }
    let spoken = describe(nodes)
    if spoken == "minus 1" { return "inverse" }
    if spoken == "minus top" { return "inverse transpose" }
    return "to the power \(closed(spoken))" + (nodes.count > 1 ? "," : "")
  }

  private static func fraction(_ fraction: MathFraction) -> String {
    let (above, below) = (describe(fraction.numerator), describe(fraction.denominator))
    if fraction.rule == .none {
      return fraction.left == 0x28 ? "\(above) choose \(below)" : "\(above) above \(below)"
    }
    if let name = numberNames["\(above)/\(below)"] { return name }
    if let derivative = derivative(fraction) { return derivative }
    if isShort(fraction.numerator), isShort(fraction.denominator) { return "\(closed(above)) over \(closed(below))" }
    return "the fraction \(closed(above)) over \(closed(below)), end fraction,"
  }

  private static let numberNames = [
    "1/2": "one half", "1/3": "one third", "2/3": "two thirds", "1/4": "one quarter", "3/4": "three quarters",
  ]

  /// Whether a list is one symbol or number, so that the ends of a fraction of it can be heard.
  private static func isShort(_ nodes: [MathNode]) -> Bool {
    guard nodes.count > 1 else { return !(nodes.first.map { $0.isFraction } ?? false) }
    return nodes.allSatisfy { $0.atomScalar.map { (0x30...0x39).contains($0) || $0 == 0x2E } ?? false }
  }

  /// `\frac{\partial f}{\partial x}` and `\frac{d}{dt}`.
  private static func derivative(_ fraction: MathFraction) -> String? {
    guard let sign = fraction.numerator.first?.differential, fraction.denominator.first?.differential == sign,
      fraction.denominator.count > 1, !fraction.denominator.dropFirst().contains(where: { $0.differential == sign }),
      !fraction.denominator.contains(where: { if case .scripts(_, _, .some) = $0.kind { true } else { false } })
    else { return nil }
    let name = sign == 0x2202 ? "the partial derivative" : "the derivative"
    let variable = closed(describe(Array(fraction.denominator.dropFirst())))
    let function = Array(fraction.numerator.dropFirst())
    if function.isEmpty { return "\(name) with respect to \(variable) of" }
    return "\(name) of \(closed(describe(function))) with respect to \(variable)" + (function.count > 1 ? "," : "")
  }

  private static func radical(_ body: [MathNode], _ degree: [MathNode]?) -> String {
    let kind: String
    switch degree.map({ describe($0) }) {
    case nil: kind = "square root"
    case "3"?: kind = "cube root"
    case let degree?: kind = "root of degree \(degree)"
    }
    return "the \(kind) of \(closed(describe(body)))" + (body.count > 1 ? ", end root," : "")
  }

  private static func fenced(
    _ left: UInt32?, _ segments: [[MathNode]], _ middles: [UInt32?], _ right: UInt32?
  ) -> String {
    var words: [String] = []
    if let left { words.append(SpokenSymbols.opening(left)) }
    for (index, segment) in segments.enumerated() {
      if index > 0, let middle = middles[index - 1] {
        words.append(middle == 0x7C ? "such that" : SpokenSymbols.name(of: middle))
      }
      words.append(describe(segment))
    }
    if let right { words.append(SpokenSymbols.closing(right)) }
    return joined(words.filter { !$0.isEmpty })
  }

  private static func stack(_ base: [MathNode], _ over: [MathNode]?, _ under: [MathNode]?) -> String {
    var result = describe(base)
    if let over { result += " with \(describe(over)) above" }
    if let under { result += " with \(describe(under)) below" }
    return result
  }

  private static func array(_ array: MathArray) -> String {
    let rows = array.rows.map { row in row.cells.map { trimmed(describe($0), of: ",.;") } }
    switch array.spacing {
    case .cases:
      return "cases: " + rows.map { $0.joined(separator: ", ") }.joined(separator: "; ") + ", end cases"
    case .alignment, .tightAlignment:
      return rows.map { $0.filter { !$0.isEmpty }.joined(separator: " ") }.joined(separator: "; ")
    case .small where array.name == "substack": return rows.map { $0.joined(separator: " ") }.joined(separator: ", ")
    case .diagram:
      let spoken = rows.map { $0.filter { !$0.isEmpty }.joined(separator: " ") }
      return "diagram: " + spoken.joined(separator: "; ").replacing(" ,", with: ",") + ", end diagram"
    case .matrix, .array, .small:
      let size = "\(array.rows.count) by \(array.columnCount) matrix"
      return "\(size): " + rows.map { $0.map { $0.isEmpty ? "blank" : $0 }.joined(separator: ", ") }.joined(separator: "; ")
        + ", end matrix"
    }
  }

  private static func tallArrow(_ scalar: UInt32?, _ labels: [MathNode]) -> String {
    guard let scalar else { return "" }
    let name = scalar == 0x2193 ? "down arrow" : scalar == 0x2191 ? "up arrow" : "vertical equals"
    return labels.isEmpty ? name : "\(name) labelled \(describe(labels))"
  }

  /// A phrase without the punctuation at its end, which the list of cells brings along.
  private static func trimmed(_ phrase: String, of punctuation: String) -> String {
    var result = phrase[...]
    while let last = result.last, punctuation.contains(last) || last == " " { result.removeLast() }
    return String(result)
  }

  private static func trimmed(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
  }
}

extension MathNode {
  /// The sign of a derivative: a curly or an upright d.
  fileprivate var differential: UInt32? {
    guard case .atom(let atom) = kind else { return nil }
    return atom.scalar == 0x2202 || (atom.scalar == 0x64 && atom.alphabet == .roman) ? atom.scalar : nil
  }
}
