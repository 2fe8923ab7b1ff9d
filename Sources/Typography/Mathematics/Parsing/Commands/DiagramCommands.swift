/// Commutative diagrams, as amscd writes them: `A @>f>> B \\ @VgVV @AAhA \\ C @= D`.
extension MathListParser {
  /// The rows of a diagram up to and with `\end{CD}`: objects in the even columns, horizontal arrows in the odd ones;
  /// in the rows between, vertical arrows under the objects.
  mutating func parseDiagramRows(_ name: String, begin: Range<Int>) -> [MathArray.Row] {
    arrayDepth += 1
    defer { arrayDepth -= 1 }
    var rows: [MathArray.Row] = []
    var cells: [[MathNode]] = []
    while true {
      let object = parseList([.at, .row, .environment])
      let token = stream.peek()
      if token.isCharacter("@") {
        stream.take()
        if let arrow = parseDiagramArrow(token) {
          let isUpright = if case .tallArrow = arrow.kind { true } else { false }
          cells += isUpright ? [object + [arrow], []] : [object, [arrow]]
        }
        continue
      }
      if !(cells.isEmpty && object.isEmpty) { cells.append(object) }
      if let command = token.command, command != "end", command != "right", command != "middle" {
        stream.take()
        rows.append(MathArray.Row(cells: cells, gapBelow: parseRowGap()))
        cells = []
        continue
      }
      if !cells.isEmpty { rows.append(MathArray.Row(cells: cells)) }
      takeEnd(of: name, begin: begin)
      return rows
    }
  }

  /// The arrow after an `@`, which was taken.
  private mutating func parseDiagramArrow(_ at: MathToken) -> MathNode? {
    stream.skipSpaces()
    let sign = stream.nextRaw
    guard case .character(let scalar) = sign.kind else {
      report(MathDiagnostics.badArrow("", at: at.range))
      return nil
    }
    stream.takeRaw()
    let kind: MathNode.Kind
    switch Character(Unicode.Scalar(scalar) ?? " ") {
    case ">", ")": kind = horizontalArrow(0x2192, sign)
    case "<", "(": kind = horizontalArrow(0x2190, sign)
    case "V", "v": kind = verticalArrow(0x2193, sign)
    case "A": kind = verticalArrow(0x2191, sign)
    case "=": kind = .longArrow(scalar: 0x3D, over: [], under: nil)
    case "|": kind = .tallArrow(scalar: 0x2016, left: [], right: [])
    case ".": kind = .tallArrow(scalar: nil, left: [], right: [])
    default:
      report(MathDiagnostics.badArrow(sign.text, at: at.range.lowerBound..<max(at.range.upperBound, sign.range.upperBound)))
      return nil
    }
    return MathNode(kind, at.range.lowerBound..<max(at.range.upperBound, stream.lastEnd))
  }

  private mutating func horizontalArrow(_ scalar: UInt32, _ sign: MathToken) -> MathNode.Kind {
    let over = diagramLabel(sign)
    let under = diagramLabel(sign)
    return .longArrow(scalar: scalar, over: over, under: under.isEmpty ? nil : under)
  }

  private mutating func verticalArrow(_ scalar: UInt32, _ sign: MathToken) -> MathNode.Kind {
    let left = diagramLabel(sign)
    return .tallArrow(scalar: scalar, left: left, right: diagramLabel(sign))
  }

  /// What stands before the next sign of the arrow, outside braces.
  private mutating func diagramLabel(_ sign: MathToken) -> [MathNode] {
    var label: [MathToken] = []
    var depth = 0
    while true {
      let token = stream.nextRaw
      if token.kind == .end || token.command == "\\" || token.command == "end" {
        report(MathDiagnostics.unclosed("@" + sign.text, missing: sign.text, at: sign.range))
        break
      }
      stream.takeRaw()
      if depth == 0, token.kind == sign.kind { break }
      if token.isCharacter("{") { depth += 1 }
      if token.isCharacter("}") { depth -= 1 }
      label.append(token)
    }
    guard depth == 0, !label.isEmpty else { return [] }
    let braces: [MathToken] = [0x7B, 0x7D].map { MathToken(kind: .character($0), range: sign.range) }
    stream.push([braces[0]] + label + [braces[1]])
    return parseOneArgument()
  }
}
