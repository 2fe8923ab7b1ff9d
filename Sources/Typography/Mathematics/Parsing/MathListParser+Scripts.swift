extension MathListParser {
  /// Whether a token begins a subscript or superscript: `^`, `_`, `'` or a raised or lowered character.
  func startsScript(_ token: MathToken) -> Bool {
    guard case .character(let scalar) = token.kind else { return false }
    return scalar == 0x5E || scalar == 0x5F || scalar == 0x27 || RaisedCharacters.plain[scalar] != nil
  }

  /// The base with the scripts, primes and `\limits` that follow it.
  mutating func parseScripts(of nucleus: MathNode?, from start: Int) -> MathNode? {
    var base = nucleus
    var scripts = Scripts()
    while true {
      let token = stream.peek()
      if startsScript(token) {
        stream.take()
        take(token, into: &scripts)
      } else if let name = token.command, let limits = Self.limits[name], base != nil, scripts.isEmpty {
        stream.take()
        base = placingLimits(of: base, limits, token)
      } else {
        break
      }
    }
    if scripts.isEmpty { return base }
    let range = start..<max(start, stream.lastEnd)
    return MathNode(.scripts(base: base, sub: scripts.sub, sup: scripts.sup), range)
  }

  /// What has been read of a base's scripts.
  private struct Scripts {
    var sub: [MathNode]?
    var sup: [MathNode]?
    /// The superscript holds primes only, which one more superscript may follow.
    var isPrimed = false
    var isEmpty: Bool { sub == nil && sup == nil }
  }

  /// Reads the script that a sign, which was taken, begins.
  private mutating func take(_ token: MathToken, into scripts: inout Scripts) {
    guard case .character(let scalar) = token.kind else { return }
    switch scalar {
    case 0x27:
      if scripts.sup != nil, !scripts.isPrimed { report(MathDiagnostics.doubleScript("superscript", at: token.range)) }
      scripts.isPrimed = true
      scripts.sup = (scripts.sup ?? []) + [MathNode(.atom(MathAtom(0x2032, .ordinary)), token.range)]
    case 0x5E:
      let script = parseScript("^", token)
      if scripts.sup != nil, !scripts.isPrimed { report(MathDiagnostics.doubleScript("superscript", at: token.range)) }
      scripts.sup = (scripts.sup ?? []) + script
      scripts.isPrimed = false
    case 0x5F:
      let script = parseScript("_", token)
      if scripts.sub != nil { report(MathDiagnostics.doubleScript("subscript", at: token.range)) }
      scripts.sub = (scripts.sub ?? []) + script
    default:
      guard let raised = RaisedCharacters.plain[scalar] else { return }
      let plain = MathSymbol(scalar: raised.scalar, atomClass: .ordinary)
      let node = MathNode(kind(of: MathSymbolTable.symbol(scalar: raised.scalar) ?? plain), token.range)
      if raised.isAbove {
        scripts.sup = (scripts.sup ?? []) + [node]
      } else {
        scripts.sub = (scripts.sub ?? []) + [node]
      }
    }
  }

  private static let limits: [String: MathLimits] = ["limits": .always, "nolimits": .never, "displaylimits": .display]

  private mutating func placingLimits(of base: MathNode?, _ limits: MathLimits, _ token: MathToken) -> MathNode? {
    guard var node = base else { return nil }
    switch node.kind {
    case .bigOperator(let scalar, _): node.kind = .bigOperator(scalar: scalar, limits: limits)
    case .operatorName(let name, _): node.kind = .operatorName(name, limits: limits)
    case .classed(let atomClass, let body, _): node.kind = .classed(atomClass, body, limits: limits)
    case .stretched: break
    default:
      report(MathDiagnostics.misplaced(token.text, "it belongs after an operator such as '\\sum'", at: token.range))
    }
    return node
  }

  /// What stands after `^` or `_`: a group or one nucleus.
  private mutating func parseScript(_ sign: String, _ token: MathToken) -> [MathNode] {
    let next = stream.peek()
    if isStop(next) || startsScript(next) || next.isCharacter("}") || next.isCharacter("&") {
      report(MathDiagnostics.missingScript(sign, at: token.range))
      return []
    }
    return parseOneArgument()
  }
}
