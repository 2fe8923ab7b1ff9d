/// The recursive descent over a stream of tokens that builds the math list.
struct MathListParser {
  static let maximumDepth = 100
  /// How many unknown commands of one formula are compared with the known ones.
  static let maximumSearches = 8

  /// The tokens that end a list.
  struct Stops: OptionSet {
    let rawValue: Int
    static let brace = Stops(rawValue: 1)
    static let bracket = Stops(rawValue: 2)
    static let right = Stops(rawValue: 4)
    static let column = Stops(rawValue: 8)
    static let row = Stops(rawValue: 16)
    static let environment = Stops(rawValue: 32)
    static let dollar = Stops(rawValue: 64)
    /// What begins an arrow of a diagram.
    static let at = Stops(rawValue: 128)
    static let cell: Stops = [.column, .row, .environment]
  }

  var stream: MathTokenStream
  /// The alphabet of the font command in force.
  var alphabet: MathAlphabet?
  var isBold = false
  /// The factor of the size command in force.
  var sizeFactor = 1.0
  /// What ends the list that is being read, and the lists around it.
  var stops: Stops = []
  private var enclosing: Stops = []
  private var depth = 0
  private var unknownCount = 0
  var tags: [MathExpression.Tag] = []
  var label: String?
  var isUnnumbered = false
  /// The row of the outermost alignment that is being read, and how many arrays are open.
  var row = 0
  var arrayDepth = 0

  /// The equation with a label.
  private let reference: ((String) -> MathReference?)?

  init(stream: MathTokenStream, reference: ((String) -> MathReference?)? = nil) {
    self.stream = stream
    self.reference = reference
  }

  /// `\eqref{eq-loss}`: the number of another equation as text; red, with a problem, where there is none.
  mutating func parseReference(_ token: MathToken, inParentheses: Bool) -> MathNode.Kind? {
    guard let (label, range) = parseTextArgument(of: token) else { return nil }
    guard let found = reference.map({ $0(label) }) ?? MathReference(number: label) else {
      report(MathDiagnostics.unknownLabel(label, at: range))
      return .error("\(token.text){\(label)}")
    }
    let words = MathNode.Kind.text(inParentheses ? "(\(found.number))" : found.number, .roman)
    return found.anchor.map { .linked(.anchor($0), [MathNode(words, token.range.lowerBound..<range.upperBound)]) } ?? words
  }

  mutating func report(_ problem: MathProblem) { stream.problems.append(problem) }

  /// The whole formula; `\\` outside any environment makes rows, as in `gathered`.
  mutating func parseFormula() -> [MathNode] {
    var rows: [MathArray.Row] = []
    while true {
      let nodes = parseList([.row])
      guard stream.peek().kind != .end else {
        if rows.isEmpty { return nodes }
        if !nodes.isEmpty { rows.append(MathArray.Row(cells: [nodes])) }
        break
      }
      stream.take()
      rows.append(MathArray.Row(cells: [nodes], gapBelow: parseRowGap()))
      row += 1
    }
    let array = MathArray(name: "gathered", rows: rows, alignments: [.center], spacing: .alignment, cellStyle: .display)
    return [MathNode(.array(array), 0..<stream.lastEnd)]
  }

  /// A list up to, and without, the token that stops it.
  mutating func parseList(_ newStops: Stops) -> [MathNode] {
    let outer = (stops, enclosing, alphabet, isBold, sizeFactor)
    enclosing.formUnion(stops)
    stops = newStops
    depth += 1
    defer {
      (stops, enclosing, alphabet, isBold, sizeFactor) = outer
      depth -= 1
    }
    guard depth <= Self.maximumDepth else {
      let token = stream.peek()
      if token.kind != .end { report(MathDiagnostics.tooDeep(limit: Self.maximumDepth, at: token.range)) }
      stream.abandon()
      return []
    }
    var nodes: [MathNode] = []
    while true {
      let token = stream.peek()
      if isStop(token) { return nodes }
      if let name = token.command, let infix = FractionCommands.infix[name] {
        stream.take()
        return [parseInfix(infix, numerator: nodes, of: token)]
      }
      if let node = parseAtom() { nodes.append(node) }
    }
  }

  /// Whether a token ends the list: its own stop, or one of a list around it that cannot be meant otherwise.
  func isStop(_ token: MathToken) -> Bool {
    if token.kind == .end { return true }
    guard let kind = stopKind(token) else { return false }
    if stops.contains(kind) { return true }
    guard enclosing.contains(kind) else { return false }
    switch kind {
    case .right, .environment, .brace: return true
    case .column, .row: return stops.contains(.right)
    default: return false
    }
  }

  private func stopKind(_ token: MathToken) -> Stops? {
    switch token.kind {
    case .character(0x7D): .brace
    case .character(0x5D): .bracket
    case .character(0x26): .column
    case .character(0x24): .dollar
    case .character(0x40): .at
    case .command("right"), .command("middle"): .right
    case .command("\\"), .command("cr"), .command("newline"): .row
    case .command("end"): .environment
    default: nil
    }
  }

  /// One nucleus as an argument; counts towards the depth as a list does.
  mutating func parseSingle() -> [MathNode] {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { return parseList([]) }
    return parseNucleus().map { [$0] } ?? []
  }

  /// One atom with its scripts; nil for what leaves nothing in the list. Always takes at least one token.
  mutating func parseAtom() -> MathNode? {
    let token = stream.peek()
    if startsScript(token) { return parseScripts(of: nil, from: token.range.lowerBound) }
    guard let nucleus = parseNucleus() else { return nil }
    return parseScripts(of: nucleus, from: nucleus.range.lowerBound)
  }

  /// One nucleus: a symbol, a group or a command with its arguments. Always takes at least one token.
  mutating func parseNucleus() -> MathNode? {
    let token = stream.take()
    guard let kind = parseKind(token) else { return nil }
    return MathNode(kind, token.range.lowerBound..<max(stream.lastEnd, token.range.upperBound))
  }

  private mutating func parseKind(_ token: MathToken) -> MathNode.Kind? {
    switch token.kind {
    case .character(let scalar): return parseCharacter(scalar, token)
    case .command(let name):
      if let symbol = MathSymbolTable.symbol(command: name) { return kind(of: symbol) }
      if let function = MathFunctionNames.function(command: name) {
        return .operatorName(function.name, limits: function.limits)
      }
      if let command = MathCommands.table[name] { return command(&self, token) }
      if let character = TextCommands.characters[name] { return .text(character, .roman) }
      report(MathDiagnostics.unknownCommand(name, known: commands(near: name), at: token.range))
      return .error("\\" + name)
    case .parameter(let number): return .error("#\(number)")
    case .space, .end: return nil
    }
  }

  /// The commands that an unknown name may have been meant for: about as long, those that begin alike first. Only the
  /// first few unknown names are worth a search.
  private mutating func commands(near name: String) -> [String] {
    unknownCount += 1
    guard unknownCount <= Self.maximumSearches else { return [] }
    let length = name.utf8.count
    let known = (TeXMathParser.commands + stream.macros.keys.sorted()).filter { candidate in
      let other = candidate.utf8.count
      return abs(other - length) <= max(1, max(other, length) / 3) || candidate.hasPrefix(name)
        || name.hasPrefix(candidate)
    }
    // Those that begin alike come first: of equally near names the first is proposed.
    let alike = known.map { (name: $0, count: zip($0.utf8, name.utf8).prefix { $0 == $1 }.count) }
    return alike.sorted { ($1.count, $0.name) < ($0.count, $1.name) }.map(\.name)
  }

  private mutating func parseCharacter(_ scalar: UInt32, _ token: MathToken) -> MathNode.Kind? {
    switch scalar {
    case 0x7B: return .group(parseBraced(token))
    case 0x7D:
      report(MathDiagnostics.unexpectedBrace(at: token.range))
      return nil
    case 0x7E, 0xA0: return .space(.word)
    case 0x26:
      report(
        MathDiagnostics.misplaced("&", "it separates the columns of an environment such as aligned", at: token.range))
      return nil
    case 0x24:
      report(MathDiagnostics.misplaced("$", "this is mathematics already", at: token.range))
      return nil
    case 0x23:
      report(
        MathDiagnostics.misplaced("#", "it belongs into the body of a macro; write '\\#' for the sign", at: token.range)
      )
      return nil
    default:
      return kind(of: MathSymbolTable.symbol(scalar: scalar) ?? MathSymbol(scalar: scalar, atomClass: .ordinary))
    }
  }

  /// The list after a `{` that was taken, up to and with its `}`.
  mutating func parseBraced(_ opener: MathToken) -> [MathNode] {
    let nodes = parseList([.brace])
    if stream.peek().isCharacter("}") {
      stream.take()
    } else {
      report(MathDiagnostics.unclosed("{", missing: "}", at: opener.range))
    }
    return nodes
  }

  /// The node of a symbol in the font that is in force.
  func kind(of symbol: MathSymbol) -> MathNode.Kind {
    if symbol.isBigOperator {
      return .bigOperator(scalar: symbol.scalar, limits: symbol.hasSideLimits ? .never : .display)
    }
    return .atom(MathAtom(symbol.scalar, symbol.atomClass, alphabet(of: symbol)))
  }

  private func alphabet(of symbol: MathSymbol) -> MathAlphabet {
    guard symbol.alphabet != .plain else { return .plain }
    var result = symbol.alphabet
    if let wanted = alphabet, wanted == .roman || wanted.scalar(for: symbol.scalar) != symbol.scalar { result = wanted }
    guard isBold else { return result }
    let bold = result.emboldened
    return bold.scalar(for: symbol.scalar) == symbol.scalar ? result : bold
  }
}
