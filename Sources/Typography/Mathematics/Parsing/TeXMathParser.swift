/// Reads TeX mathematics into a math list.
///
/// Parsing cannot fail: what is wrong becomes an error node in its place and a problem in the result.
/// Nesting, macro expansions and so the time are bounded for any input.
package struct TeXMathParser: Sendable {
  private let macros: [String: MathMacro]

  /// - Parameter macros: bodies by name, with or without the backslash: `["\\R": "\\mathbb{R}"]`; the number of
  ///   arguments is the highest `#n` in the body.
  package init(macros: [String: String] = [:]) {
    var table = MathMacro.builtins
    for (name, body) in macros {
      table[name.hasPrefix("\\") ? String(name.dropFirst()) : name] = MathMacro(body: body)
    }
    self.macros = table
  }

  /// The math list of a formula, given without its dollars; `\eqref` and `\ref` show the label itself.
  package func parse(_ source: String) -> MathExpression { parse(source, reference: nil) }

  /// The math list of a formula, given without its dollars.
  /// - Parameter reference: the equation with a label, for `\eqref` and `\ref`.
  /// - Complexity: O(bytes + tokens of expanded macros).
  package func parse(_ source: String, reference: ((String) -> MathReference?)?) -> MathExpression {
    var parser = MathListParser(stream: MathTokenStream(source: source, macros: macros), reference: reference)
    let body = parser.parseFormula()
    return MathExpression(
      source: source, body: body, tags: parser.tags, label: parser.label, isUnnumbered: parser.isUnnumbered,
      problems: Self.shown(parser.stream.problems))
  }

  /// How many problems of one formula are told: a text that is no formula would have one at every character.
  static let maximumProblems = 50

  /// By place.
  private static func shown(_ problems: [MathProblem]) -> [MathProblem] {
    let sorted = problems.sorted { ($0.offset, $0.length) < ($1.offset, $1.length) }
    var shown = Array(sorted.prefix(maximumProblems))
    let rest = sorted.count - shown.count
    if rest > 0 { shown[shown.count - 1].notes.append("\(rest) more problems of this formula are not shown") }
    return shown
  }

  /// Every command that is understood without a macro, in alphabetical order, without backslashes.
  package static let commands: [String] =
    Set(MathSymbolTable.commands + MathFunctionNames.commands + MathCommands.table.keys + MathMacro.builtins.keys)
    .sorted()
}
