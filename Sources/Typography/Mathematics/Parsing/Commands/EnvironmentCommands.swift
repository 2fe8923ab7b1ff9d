/// Environments between `\begin` and `\end`.
enum EnvironmentCommands {
  static let commands: [String: MathCommand] = [
    "begin": { $0.parseEnvironment($1) },
    "end": { parser, token in
      let name = parser.parseTextArgument(of: token)?.text ?? ""
      parser.report(
        MathDiagnostics.strayEnd(name, at: token.range.lowerBound..<max(token.range.upperBound, parser.stream.lastEnd)))
      return nil
    },
    // Handled where a list stops; here they stand where no row can end.
    "\\": { $0.rejectRowEnd($1) },
    "cr": { $0.rejectRowEnd($1) },
    "newline": { $0.rejectRowEnd($1) },
    "hline": { parser, token in
      parser.report(MathDiagnostics.misplaced("\\hline", "it belongs at the start of a row", at: token.range))
      return nil
    },
  ]
}

extension MathListParser {
  /// An environment, after its `\begin`.
  mutating func parseEnvironment(_ begin: MathToken) -> MathNode.Kind? {
    guard let (name, nameRange) = parseTextArgument(of: begin) else { return nil }
    let range = begin.range.lowerBound..<max(begin.range.upperBound, nameRange.upperBound)
    let plainName = name.hasSuffix("*") ? String(name.dropLast()) : name
    guard let environment = MathEnvironment.table[plainName] else {
      report(MathDiagnostics.unknownEnvironment(name, known: MathEnvironment.table.keys.sorted(), at: range))
      _ = parseRows(name, begin: range)
      return .error("\\begin{\(name)}")
    }
    if name.hasSuffix("*") { isUnnumbered = true }
    var array = environment.array(named: plainName)
    switch environment.argument {
    case .none: _ = stream.peek().isCharacter("[") && environment.takesPosition ? stream.bracketed() : nil
    case .columns:
      _ = stream.peek().isCharacter("[") ? stream.bracketed() : nil
      if let (text, columnRange) = parseTextArgument(of: begin) { readColumns(text, at: columnRange, into: &array) }
    case .count: _ = parseTextArgument(of: begin)
    }
    let (rows, rules) = parseRows(name, begin: range)
    array.rows = rows
    array.horizontalRules = rules
    if environment.isSingleFormula, array.rows.count <= 1, array.columnCount <= 1 {
      return .styled(.display, array.rows.first?.cells.first ?? [])
    }
    return .array(array)
  }

  /// The rows up to and with `\end{name}`.
  private mutating func parseRows(_ name: String, begin: Range<Int>) -> (rows: [MathArray.Row], rules: [Int]) {
    arrayDepth += 1
    defer { arrayDepth -= 1 }
    var rows: [MathArray.Row] = []
    var rules: [Int] = []
    var cells: [[MathNode]] = []
    while true {
      if cells.isEmpty { takeRules(row: rows.count, into: &rules) }
      if arrayDepth == 1 { row = rows.count }
      cells.append(parseList(.cell))
      let token = stream.peek()
      if token.isCharacter("&") {
        stream.take()
        continue
      }
      if let command = token.command, command != "end", command != "right", command != "middle" {
        stream.take()
        rows.append(MathArray.Row(cells: cells, gapBelow: parseRowGap()))
        cells = []
        continue
      }
      if !(cells.count == 1 && cells[0].isEmpty) { rows.append(MathArray.Row(cells: cells)) }
      takeEnd(of: name, begin: begin)
      return (rows, rules)
    }
  }

  private mutating func takeRules(row: Int, into rules: inout [Int]) {
    while let name = stream.peek().command,
      ["hline", "hdashline", "toprule", "midrule", "bottomrule"].contains(name)
    {
      stream.take()
      if rules.last != row { rules.append(row) }
    }
  }

  private mutating func takeEnd(of name: String, begin: Range<Int>) {
    let end = stream.peek()
    guard end.command == "end" else {
      report(MathDiagnostics.missingEnd(name, at: begin))
      return
    }
    stream.take()
    guard let (found, nameRange) = parseTextArgument(of: end) else { return }
    if found != name {
      let range = end.range.lowerBound..<max(end.range.upperBound, nameRange.upperBound)
      report(MathDiagnostics.mismatchedEnd(found, expected: name, at: range))
    }
  }

  /// The star and the length that may follow `\\`.
  mutating func parseRowGap() -> MathLength? {
    if stream.nextRaw.isCharacter("*") { stream.takeRaw() }
    guard stream.nextRaw.isCharacter("[") else { return nil }
    let ahead = stream
    if let tokens = stream.bracketed(), let gap = MathLength(text: tokens.map(\.text).joined()) { return gap }
    // A bracket that holds no length is the first thing of the next row.
    stream = ahead
    return nil
  }

  mutating func rejectRowEnd(_ token: MathToken) -> MathNode.Kind? {
    report(MathDiagnostics.misplaced(token.text, "it ends a row of an environment such as aligned", at: token.range))
    return nil
  }

  /// The columns of `array`: `l c r`, `|` and `*{3}{c}`; what stands in `@{…}` is left out.
  private mutating func readColumns(_ text: String, at range: Range<Int>, into array: inout MathArray) {
    array.alignments = []
    var rest = Array(text.unicodeScalars)[...]
    while let character = rest.popFirst() {
      switch character {
      case "l", "c", "r": array.alignments.append(MathArray.Alignment(rawValue: String(character)) ?? .center)
      case "|": array.verticalRules.append(array.alignments.count)
      case " ", ":": break
      case "@", "!", ">", "<": _ = Self.braced(&rest)
      case "*":
        let count = Int(Self.braced(&rest)) ?? 0
        let repeated = Self.braced(&rest)
        guard (1...50).contains(count), repeated.utf8.count * count <= 200 else { break }
        rest = (Array(String(repeating: repeated, count: count).unicodeScalars) + rest)[...]
        guard array.alignments.count < 200 else { return }
      default: report(MathDiagnostics.badColumn(String(Character(character)), at: range))
      }
    }
    if array.alignments.isEmpty { array.alignments = [.center] }
  }

  /// Takes `{…}` from the front of a column specification.
  private static func braced(_ rest: inout ArraySlice<Unicode.Scalar>) -> String {
    guard rest.first == "{" else { return "" }
    var inner = String.UnicodeScalarView()
    var depth = 0
    while let character = rest.popFirst() {
      if character == "}" { depth -= 1 }
      if depth == 0, character == "}" { break }
      if depth > 0 { inner.append(character) }
      if character == "{" { depth += 1 }
    }
    return String(inner)
  }
}
