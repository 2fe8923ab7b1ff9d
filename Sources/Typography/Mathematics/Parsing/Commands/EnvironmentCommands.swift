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
    "hline": { $0.rejectRule($1) },
    "hdashline": { $0.rejectRule($1) },
    "cline": { $0.rejectRule($1) },
    "multicolumn": { $0.rejectSpan($1) },
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
    if name.hasSuffix("*"), environment.isDisplay { isUnnumbered = true }
    var array = environment.array(named: plainName)
    array.stretch = arrayStretch
    switch environment.argument {
    case .none:
      // `[t]` places an alignment, `[r]` aligns the columns of a starred matrix.
      if environment.takesPosition, stream.peek().isCharacter("["), let option = stream.bracketed()?.first,
        let alignment = MathArray.Alignment(rawValue: option.text), !environment.isDisplay
      {
        array.alignments = [alignment]
      }
    case .columns:
      _ = stream.peek().isCharacter("[") ? stream.bracketed() : nil
      if let (text, columnRange) = parseTextArgument(of: begin) { readColumns(text, at: columnRange, into: &array) }
    case .count: _ = parseTextArgument(of: begin)
    }
    if environment.spacing == .diagram {
      array.rows = parseDiagramRows(name, begin: range)
      return .array(array)
    }
    (array.rows, array.horizontalRules) = parseRows(name, begin: range)
    if environment.isSingleFormula, array.rows.count <= 1, array.columnCount <= 1 {
      return .styled(.display, array.rows.first?.cells.first ?? [])
    }
    return .array(array)
  }

  /// What the formula has defined `\arraystretch` as.
  private var arrayStretch: Double {
    guard let body = stream.macros["arraystretch"]?.body, let value = Double(body.map(\.text).joined()) else { return 1 }
    return min(max(value, 0.1), 10)
  }

  /// The rows up to and with `\end{name}`.
  private mutating func parseRows(_ name: String, begin: Range<Int>) -> (rows: [MathArray.Row], rules: [MathArray.Rule]) {
    arrayDepth += 1
    defer { arrayDepth -= 1 }
    var rows: [MathArray.Row] = []
    var rules: [MathArray.Rule] = []
    var cells: [[MathNode]] = []
    var spans: [MathArray.Span] = []
    while true {
      if cells.isEmpty {
        takeRules(row: rows.count, into: &rules)
        if let row = parseTextRow() { rows.append(row) }
      }
      if arrayDepth == 1 { row = rows.count }
      if name.hasSuffix("cases*"), cells.count == 1 { wrapTextCell() }
      if let span = takeSpan(from: cells.count) {
        spans.append(span)
        cells.append(parseArgument(of: stream.peek()) + parseList(.cell))
        cells += [[MathNode]](repeating: [], count: span.columns.count - 1)
      } else {
        cells.append(parseList(.cell))
      }
      let token = stream.peek()
      if token.isCharacter("&") {
        stream.take()
        continue
      }
      if let command = token.command, command != "end", command != "right", command != "middle" {
        stream.take()
        rows.append(MathArray.Row(cells: cells, gapBelow: parseRowGap(), spans: spans))
        (cells, spans) = ([], [])
        continue
      }
      if !(cells.count == 1 && cells[0].isEmpty) { rows.append(MathArray.Row(cells: cells, spans: spans)) }
      takeEnd(of: name, begin: begin)
      return (rows, rules)
    }
  }

  /// `\multicolumn{2}{c}` at the start of a cell, up to its content.
  private mutating func takeSpan(from column: Int) -> MathArray.Span? {
    guard stream.peek().command == "multicolumn" else { return nil }
    let token = stream.take()
    guard let (text, range) = parseTextArgument(of: token), let (places, _) = parseTextArgument(of: token) else { return nil }
    guard let count = Int(text), (1...Self.maximumSpan).contains(count) else {
      report(MathDiagnostics.badSpan(text, at: range))
      return nil
    }
    let alignment = places.lazy.compactMap { MathArray.Alignment(rawValue: String($0)) }.first ?? .center
    return MathArray.Span(columns: column..<(column + count), alignment: alignment)
  }

  private static let maximumSpan = 100

  mutating func rejectSpan(_ token: MathToken) -> MathNode.Kind? {
    report(MathDiagnostics.misplaced(token.text, "it belongs at the start of a cell", at: token.range))
    return nil
  }

  /// Makes the next cell words, as those of the second column of mathtools' `cases*` are.
  private mutating func wrapTextCell() {
    stream.skipSpaces()
    let start = stream.nextRaw.range
    var words: [MathToken] = []
    var depth = 0
    while case let token = stream.nextRaw, token.kind != .end {
      let isEnd = token.isCharacter("&") || token.command.map { ["\\", "cr", "newline", "end"].contains($0) } ?? false
      if depth == 0, isEnd || token.isCharacter("}") { break }
      if token.isCharacter("{") { depth += 1 }
      if token.isCharacter("}") { depth -= 1 }
      words.append(stream.takeRaw())
    }
    while words.last?.kind == .space { words.removeLast() }
    guard !words.isEmpty else { return }
    let opening = [MathToken.Kind.command("text"), .character(0x7B)].map { MathToken(kind: $0, range: start) }
    stream.push(opening + words + [MathToken(kind: .character(0x7D), range: start)])
  }

  /// `\intertext{…}` at the start of a row: a row of its own.
  private mutating func parseTextRow() -> MathArray.Row? {
    let token = stream.peek()
    guard token.command == "intertext" || token.command == "shortintertext" else { return nil }
    stream.take()
    return parseTextBox(token).map { MathArray.Row(cells: [$0], isText: true) }
  }

  private mutating func takeRules(row: Int, into rules: inout [MathArray.Rule]) {
    while let name = stream.peek().command {
      switch name {
      case "hline", "toprule", "midrule", "bottomrule": rules.append(MathArray.Rule(position: row))
      case "hdashline": rules.append(MathArray.Rule(position: row, isDashed: true))
      case "cline", "cmidrule": break
      default: return
      }
      let token = stream.take()
      if name == "cline" || name == "cmidrule" { takePartialRule(token, row: row, into: &rules) }
    }
  }

  /// The `{2-3}` of `\cline`, which was taken.
  private mutating func takePartialRule(_ token: MathToken, row: Int, into rules: inout [MathArray.Rule]) {
    if stream.peek().isCharacter("(") {
      // The trimming of booktabs' `\cmidrule(lr){2-3}`.
      while stream.nextRaw.kind != .end, !stream.takeRaw().isCharacter(")") {}
    }
    guard let (text, range) = parseTextArgument(of: token) else { return }
    let ends = text.split(separator: "-").compactMap { Int($0) }
    guard ends.count == 2, ends[0] >= 1, ends[1] >= ends[0], ends[1] <= 1000 else {
      report(MathDiagnostics.badColumnRange(text, at: range))
      return
    }
    rules.append(MathArray.Rule(position: row, columns: ends[0] - 1...ends[1] - 1))
  }

  mutating func takeEnd(of name: String, begin: Range<Int>) {
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

  mutating func rejectRule(_ token: MathToken) -> MathNode.Kind? {
    report(MathDiagnostics.misplaced(token.text, "it belongs at the start of a row", at: token.range))
    return nil
  }

  mutating func rejectRowEnd(_ token: MathToken) -> MathNode.Kind? {
    report(MathDiagnostics.misplaced(token.text, "it ends a row of an environment such as aligned", at: token.range))
    return nil
  }

  /// The columns of `array`: `l c r`, `|`, `:` and `*{3}{c}`; `@{…}` takes the gap away, what stands in it is left out.
  private mutating func readColumns(_ text: String, at range: Range<Int>, into array: inout MathArray) {
    array.alignments = []
    var rest = Array(text.unicodeScalars)[...]
    while let character = rest.popFirst() {
      switch character {
      case "l", "c", "r": array.alignments.append(MathArray.Alignment(rawValue: String(character)) ?? .center)
      case "|": array.verticalRules.append(MathArray.Rule(position: array.alignments.count))
      case ":": array.verticalRules.append(MathArray.Rule(position: array.alignments.count, isDashed: true))
      case " ": break
      case "@":
        _ = Self.braced(&rest)
        array.joinedColumns.insert(array.alignments.count)
      case "!", ">", "<": _ = Self.braced(&rest)
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
