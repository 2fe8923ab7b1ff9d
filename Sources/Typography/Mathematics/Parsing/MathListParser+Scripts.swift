extension MathListParser {
  /// Whether a token begins a subscript or superscript: `^`, `_`, `'` or a raised or lowered character.
  func startsScript(_ token: MathToken) -> Bool {
    guard case .character(let scalar) = token.kind else { return false }
    return scalar == 0x5E || scalar == 0x5F || scalar == 0x27 || RaisedCharacters.plain[scalar] != nil
  }

  /// The base with the scripts, primes and `\limits` that follow it.
  mutating func parseScripts(of nucleus: MathNode?, from start: Int) -> MathNode? {
    var base = nucleus
    var sub: [MathNode]?
    var sup: [MathNode]?
    var isPrimed = false
    while true {
      let token = stream.peek()
      switch token.kind {
      case .character(0x27):
        stream.take()
        if sup != nil, !isPrimed { report(MathDiagnostics.doubleScript("superscript", at: token.range)) }
        isPrimed = true
        sup = (sup ?? []) + [MathNode(.atom(MathAtom(0x2032, .ordinary)), token.range)]
        continue
      case .character(0x5E):
        stream.take()
        let script = parseScript("^", token)
        if sup != nil, !isPrimed { report(MathDiagnostics.doubleScript("superscript", at: token.range)) }
        sup = (sup ?? []) + script
        isPrimed = false
        continue
      case .character(0x5F):
        stream.take()
        let script = parseScript("_", token)
        if sub != nil { report(MathDiagnostics.doubleScript("subscript", at: token.range)) }
        sub = (sub ?? []) + script
        continue
      case .character(let scalar):
        guard let raised = RaisedCharacters.plain[scalar] else { break }
        stream.take()
        let symbol = MathSymbolTable.symbol(scalar: raised.scalar) ?? MathSymbol(scalar: raised.scalar, atomClass: .ordinary)
        let node = MathNode(kind(of: symbol), token.range)
        if raised.isAbove { sup = (sup ?? []) + [node] } else { sub = (sub ?? []) + [node] }
        continue
      case .command(let name):
        guard let limits = Self.limits[name], base != nil, sub == nil, sup == nil else { break }
        stream.take()
        base = placingLimits(of: base, limits, token)
        continue
      default: break
      }
      break
    }
    if sub == nil, sup == nil { return base }
    return MathNode(.scripts(base: base, sub: sub, sup: sup), start..<max(start, stream.lastEnd))
  }

  private static let limits: [String: MathLimits] = ["limits": .always, "nolimits": .never, "displaylimits": .display]

  private mutating func placingLimits(of base: MathNode?, _ limits: MathLimits, _ token: MathToken) -> MathNode? {
    guard var node = base else { return nil }
    switch node.kind {
    case .bigOperator(let scalar, _): node.kind = .bigOperator(scalar: scalar, limits: limits)
    case .operatorName(let name, _): node.kind = .operatorName(name, limits: limits)
    case .classed(let atomClass, let body, _): node.kind = .classed(atomClass, body, limits: limits)
    case .stretched: break
    default: report(MathDiagnostics.misplaced(token.text, "it belongs after an operator such as '\\sum'", at: token.range))
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

/// Unicode's raised and lowered digits and letters.
enum RaisedCharacters {
  static let plain: [UInt32: (scalar: UInt32, isAbove: Bool)] = {
    var table: [UInt32: (scalar: UInt32, isAbove: Bool)] = [:]
    let above = Array("⁰0¹1²2³3⁴4⁵5⁶6⁷7⁸8⁹9⁺+⁻−⁽(⁾)ⁿnⁱiᵀT".unicodeScalars)
    let below = Array("₀0₁1₂2₃3₄4₅5₆6₇7₈8₉9₊+₋−₍(₎)ᵢiⱼjₖkₙnₜt".unicodeScalars)
    for (pairs, isAbove) in [(above, true), (below, false)] {
      for index in stride(from: 0, to: pairs.count, by: 2) {
        table[pairs[index].value] = (pairs[index + 1].value, isAbove)
      }
    }
    return table
  }()
}
