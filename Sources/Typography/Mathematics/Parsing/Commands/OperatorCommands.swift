/// Operator names, classes, negation and the dots that depend on what follows.
enum OperatorCommands {
  static let commands: [String: MathCommand] = {
    var table: [String: MathCommand] = [
      "operatorname": { $0.parseOperatorName($1, limits: .never) },
      "operatornamewithlimits": { $0.parseOperatorName($1, limits: .display) },
      "not": { $0.parseNegation($1) },
      "sideset": { $0.parseSideScripts($1) },
      "dots": { parser, _ in
        let token = parser.stream.peek()
        return .atom(MathAtom(parser.isBetweenOperators(token) ? 0x22EF : 0x2026, .inner))
      },
      "limits": { $0.rejectLimits($1) },
      "nolimits": { $0.rejectLimits($1) },
      "displaylimits": { $0.rejectLimits($1) },
    ]
    let classes: [(String, MathClass)] = [
      ("mathop", .operation), ("mathbin", .binary), ("mathrel", .relation), ("mathopen", .opening),
      ("mathclose", .closing), ("mathpunct", .punctuation), ("mathinner", .inner), ("mathord", .ordinary),
    ]
    for (name, atomClass) in classes {
      table[name] = { .classed(atomClass, $0.parseArgument(of: $1), limits: .display) }
    }
    return table
  }()
}

extension MathListParser {
  /// `\operatorname{…}`; a star puts limits above and below.
  mutating func parseOperatorName(_ token: MathToken, limits: MathLimits) -> MathNode.Kind? {
    var limits = limits
    if stream.peek().isCharacter("*") {
      stream.take()
      limits = .display
    }
    let outer = alphabet
    alphabet = .roman
    defer { alphabet = outer }
    let nodes = parseArgument(of: token)
    if let name = Self.name(of: nodes) { return .operatorName(name, limits: limits) }
    return .classed(.operation, nodes, limits: limits)
  }

  /// The letters of a list that is nothing but a name with thin spaces; nil for any other list.
  private static func name(of nodes: [MathNode]) -> String? {
    var name = ""
    for node in nodes {
      switch node.kind {
      case .atom(let atom) where atom.alphabet == .roman || atom.alphabet == .plain:
        let scalar = atom.scalar == 0x2212 ? 0x2D : atom.scalar == 0x2217 ? 0x2A : atom.scalar
        guard let character = Unicode.Scalar(scalar) else { return nil }
        name.unicodeScalars.append(character)
      case .space(let length) where length == MathLength(3, .mu): name += "\u{2009}"
      case .text(let text, .roman): name += text
      default: return nil
      }
    }
    return name.isEmpty ? nil : name
  }

  /// `\not` and the symbol that it strikes out.
  mutating func parseNegation(_ token: MathToken) -> MathNode.Kind? {
    let nodes = parseArgument(of: token)
    guard nodes.count == 1 else { return nodes.isEmpty ? nil : .negated(MathNode(.group(nodes), token.range)) }
    if case .atom(var atom) = nodes[0].kind, let negated = MathSymbolTable.negation(of: atom.scalar) {
      atom.scalar = negated
      return .atom(atom)
    }
    return .negated(nodes[0])
  }

  /// `\sideset{_1^2}{_3^4}\sum`: scripts at both sides of an operator that may have limits besides.
  mutating func parseSideScripts(_ token: MathToken) -> MathNode.Kind? {
    let (left, right) = parseTwoArguments(of: token)
    let operation = parseArgument(of: token)
    var nucleus = MathNode(unwrapped(operation), token.range)
    if case .bigOperator(let scalar, _) = nucleus.kind { nucleus.kind = .bigOperator(scalar: scalar, limits: .never) }
    if case .scripts(nil, let sub, let sup)? = right.first?.kind, right.count == 1 {
      nucleus = MathNode(.scripts(base: nucleus, sub: sub, sup: sup), token.range)
    }
    let body = left + [MathNode(.space(MathLength(-3, .mu)), token.range), nucleus]
    return .classed(.operation, left.isEmpty ? [nucleus] : body, limits: .display)
  }

  /// Whether dots before this token stand between operators and so sit on the axis.
  func isBetweenOperators(_ token: MathToken) -> Bool {
    let symbol: MathSymbol? =
      switch token.kind {
      case .character(let scalar): MathSymbolTable.symbol(scalar: scalar)
      case .command(let name): MathSymbolTable.symbol(command: name)
      default: nil
      }
    return symbol.map { $0.atomClass == .binary || $0.atomClass == .relation } ?? false
  }

  mutating func rejectLimits(_ token: MathToken) -> MathNode.Kind? {
    report(MathDiagnostics.misplaced(token.text, "it belongs after an operator such as '\\sum'", at: token.range))
    return nil
  }
}
