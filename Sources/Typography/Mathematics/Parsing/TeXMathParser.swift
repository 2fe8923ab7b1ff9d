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
      problems: parser.stream.problems.sorted { ($0.offset, $0.length) < ($1.offset, $1.length) })
  }

  /// Every command that is understood without a macro, in alphabetical order, without backslashes.
  package static let commands: [String] =
    Set(MathSymbolTable.commands + MathFunctionNames.commands + MathCommands.table.keys + MathMacro.builtins.keys)
    .sorted()
}
