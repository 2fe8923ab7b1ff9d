import Diagnostics

/// The words of what can be wrong with YAML.
///
/// | code | meaning |
/// | --- | --- |
/// | RP0101 | the text breaks YAML's grammar |
/// | RP0102 | a key is given twice |
/// | RP0103 | (warning, or an error where it hides a bracket) an unquoted `#` begins a comment |
/// | RP0104 | a part of YAML that is left out: tags, several documents, keys that are collections |
/// | RP0105 | a limit is passed: depth, aliases |
/// | RP0106 | (warning) a TeX command was read as an escape between double quotes |
enum YAMLDiagnostics {
  static func colonInValue(_ value: Substring, at range: SourceRange) -> Diagnostic {
    let quoted = value.contains("'") ? "\"\(value)\"" : "'\(value)'"
    return Diagnostic(
      "RP0101", "a value that holds ': ' must be quoted", at: range, notes: [.init("write \(quoted)")])
  }

  static func indentedTooFar(at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0101", "this key is indented deeper than the line above allows, which has a value already", at: range)
  }

  static func unclosedQuote(at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0101", "the quote opened here is not closed", at: range)
  }

  static func unclosedBracket(_ bracket: String, at range: SourceRange, stopped: SourceRange) -> Diagnostic {
    let closing = bracket == "[" ? "]" : "}"
    return Diagnostic(
      "RP0101", "the '\(bracket)' opened here is not closed", at: range,
      notes: [.init("expected ',' or '\(closing)' here", range: stopped)])
  }

  static func keyWithoutColon(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0101", "expected 'key: value', found '\(word)' without ': '", at: range)
  }

  static func tab(at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0101", "a tab cannot indent YAML; use spaces", at: range)
  }

  static func reserved(_ character: Character, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0101", "a value cannot begin with '\(character)' unless it is quoted", at: range)
  }

  static func unknownEscape(_ escape: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "RP0101", "unknown escape '\(escape)' between double quotes", at: range,
      notes: [.init("write TeX between single quotes, or without quotes")])
  }

  static func blockScalar(at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0101", "'>' and '|' begin a text on the following lines; quote a value that begins with one", at: range)
  }

  static func listOnKeyLine(at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0101", "a list of '- ' lines begins on a line of its own; or write [a, b]", at: range)
  }

  static func textAfterQuote(at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0101", "expected the end of the value after the closing quote", at: range)
  }

  static func misplaced(_ expected: String, at range: SourceRange, opening: SourceRange) -> Diagnostic {
    Diagnostic(
      "RP0101", "expected a \(expected), indented like those above", at: range,
      notes: [.init("they begin here, in column \(opening.start.column)", range: opening)])
  }

  static func character(_ value: Int32, at range: SourceRange) -> Diagnostic {
    let hex = String(max(value, 0), radix: 16, uppercase: true)
    return Diagnostic("RP0101", "the control character U+\(String(repeating: "0", count: max(0, 4 - hex.count)))\(hex) is not allowed in YAML", at: range)
  }

  static func other(_ problem: String, _ context: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0101", context.isEmpty ? problem : "\(context): \(problem)", at: range)
  }

  static func duplicateKey(_ key: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic("RP0102", "key '\(key)' is given twice", at: range, notes: [.init("first given here", range: first)])
  }

  static func comment(_ word: String, at range: SourceRange, severity: Diagnostic.Severity = .warning) -> Diagnostic {
    Diagnostic(
      "RP0103", severity, "'\(word)' is a comment here, as '#' is not quoted", at: range,
      notes: [.init("write '\(word)' with its quotes if it belongs to the value, or '# ' with a space if it is a comment")])
  }

  static func tag(_ tag: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0104", "tags such as '\(tag)' are not used here; quote a text that begins with '!'", at: range)
  }

  static func severalDocuments(at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0104", "a second YAML document begins here; only one is expected", at: range)
  }

  static func keyIsCollection(_ node: YAMLNode) -> Diagnostic {
    Diagnostic("RP0104", "a key must be a text, found a \(node.typeDescription)", at: node.range)
  }

  static func unknownAlias(_ name: String, known: [String], at range: SourceRange) -> Diagnostic {
    var diagnostic = Diagnostic.unknownName("RP0104", "alias", "*" + name, known: known.map { "*" + $0 }, at: range)
    diagnostic.notes.append(.init("quote a text that begins with '*'"))
    return diagnostic
  }

  static func tooDeep(at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0105", "YAML nested deeper than \(YAMLDocument.maximumDepth) levels", at: range)
  }

  static func tooManyAliases(at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0105", "aliases stand for more than \(YAMLDocument.maximumAliasedNodes) values", at: range)
  }

  static func escapedTeX(_ command: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "RP0106", .warning, "'\(command)' begins with the escape '\(command.prefix(2))' between double quotes", at: range,
      notes: [.init("write TeX between single quotes, or without quotes")])
  }
}
