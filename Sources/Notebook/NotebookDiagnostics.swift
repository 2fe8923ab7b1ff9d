import Diagnostics

/// The words of what can be wrong with a notebook's text.
///
/// | code | meaning |
/// | --- | --- |
/// | RP0001 | a byte that is not UTF-8 |
/// | RP0002 | (warning) a NUL byte |
/// | RP0003 | an empty file |
/// | RP0004 | (warning) line ends of a kind that is not read |
/// | RP0005 | a path that leaves the notebook's folder, or names another machine |
/// | RP0110–RP0115 | front matter: unknown key, wrong type, wrong value, missing key, not closed, not a mapping |
/// | RP0201 | an unknown directive |
/// | RP0202 | a directive that is not available |
/// | RP0203 | a fence that is not closed |
/// | RP0204 | dollars that are not closed |
/// | RP0205–RP0208 | directive: unknown key, missing key, wrong type, wrong value |
/// | RP0209 | an expectation that is not understood |
/// | RP0210 | an empty query or body |
/// | RP0211 | words beside a directive's name |
/// | RP0212 | nesting that is too deep |
/// | RP0213 | braces after an element that hold no label |
/// | RP0301 | a label given twice |
/// | RP0302 | a reference to a label that is not there |
/// | RP0303 | a label of the wrong form |
/// | RP0304 | a label whose prefix does not fit its element |
/// | RP0305 | a word reserved in SQL |
/// | RP0306 | an experiment without a label |
/// | RP0307 | a footnote that is not defined |
enum NotebookDiagnostics {
  // MARK: Files

  static func invalidUTF8(_ byte: UInt8, count: Int, at range: SourceRange) -> Diagnostic {
    let hex = String(byte, radix: 16, uppercase: true)
    let more = count > 1 ? [Diagnostic.Note("\(count) such bytes in the file; each is shown as U+FFFD")] : [.init("it is shown as U+FFFD")]
    return Diagnostic("RP0001", "the byte 0x\(hex.count < 2 ? "0" : "")\(hex) is not UTF-8", at: range, notes: more)
  }

  static func nulByte(at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0002", .warning, "a NUL byte stands here; it is shown as U+FFFD", at: range)
  }

  static func emptyFile(at range: SourceRange) -> Diagnostic { Diagnostic("RP0003", "the file is empty", at: range) }

  static func carriageReturns(at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0004", .warning, "a carriage return without a line feed is read as a space, not as a line end", at: range)
  }

  static func emptyPath(_ kind: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0005", "the path of the \(kind) is empty", at: range)
  }

  static func absolutePath(_ path: String, _ kind: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0005", "the \(kind) path '\(path)' is absolute; expected a path relative to the notebook's folder", at: range)
  }

  static func climbingPath(_ path: String, _ kind: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0005", "the \(kind) path '\(path)' leaves the notebook's folder", at: range)
  }

  static func remotePath(_ path: String, _ kind: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0005", "the \(kind) '\(path)' is not a file beside the notebook", at: range)
  }

  // MARK: Markdown

  static func unclosedFence(at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0203", "the fence opened here is not closed", at: range)
  }

  static func unclosedDisplay(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "RP0204", "the '$$' opened here is not closed", at: range,
      notes: [.init("a display equation ends before the next blank line; write \\$ for a dollar sign")])
  }

  static func unclosedMath(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "RP0204", .warning, "the '$' here opens no formula, as none closes it in this paragraph", at: range,
      notes: [.init("write \\$ for a dollar sign")])
  }

  static func spacedMath(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "RP0204", .warning, "the '$' here opens no formula, as a space follows it", at: range,
      notes: [.init("write $x$ without spaces inside the dollars, and \\$ for a dollar sign")])
  }

  static func tooDeep(at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0212", "nested too deeply", at: range)
  }

  static func attribute(_ text: String, for kind: Label.Kind, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0213", "expected a label such as '{#\(kind.rawValue)-name}', found '\(text)'", at: range)
  }

  static func unknownInlineDirective(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic.unknownName("RP0201", "inline directive", "{\(name)}", known: ["{sql}"], at: range)
  }

  // MARK: Directives

  static func unknownDirective(_ name: String, known: [String], at range: SourceRange) -> Diagnostic {
    var diagnostic = Diagnostic.unknownName("RP0201", "directive", "{\(name)}", known: known.map { "{\($0)}" }, at: range)
    diagnostic.notes.append(.init("a fence without braces is shown as code"))
    return diagnostic
  }

  static func swiftDirective(at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0202", "the directive '{swift}' is not available yet", at: range, notes: [.init("write ```swift without braces to show code")])
  }

  static func wordsInBraces(_ word: String, name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0211", "unexpected '\(word)' in the braces of {\(name)}", at: range, notes: [.init("options stand in the body, one 'key: value' a line")])
  }

  static func extraWord(_ word: String, name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0211", "unexpected '\(word)' after {\(name)}", at: range, notes: [.init("options stand in the body, one 'key: value' a line")])
  }

  static func experimentWithoutName(at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0206", "{experiment} needs the name of an experiment, such as 'paper/experiment'", at: range)
  }

  static func emptyBody(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0210", "\(name) has an empty body; expected 'key: value' lines", at: range)
  }

  static func bodyIsNoMapping(_ name: String, part: String = "body", found: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0207", "the \(part) of \(name) must be 'key: value' lines, found \(found)", at: range)
  }

  static func emptyQuery(at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0210", "{sql} needs a query", at: range)
  }

  static func expectation(_ message: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0209", message, at: range)
  }

  static func bareNumberExpected(_ value: Double, at range: SourceRange) -> Diagnostic {
    let text = value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
    return Diagnostic("RP0209", "expected a relation, found the number \(text)", at: range, notes: [.init("write '= \(text) ± tolerance', or '<= \(text)'")])
  }

  static func sweepColumnTwice(_ column: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic("RP0208", "two swept parameters would give the column '\(column)' (SQL ignores case)", at: range, notes: [.init("the other one", range: first)])
  }

  static func sweepOfSeed(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0208", "the column 'seed' tells replicates apart; list seeds as 'seeds: [0, 1]'", at: range)
  }

  static func emptySweep(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0208", "the sweep over '\(name)' has no values", at: range)
  }

  static func sweptAndGiven(_ name: String, at range: SourceRange, given: SourceRange) -> Diagnostic {
    Diagnostic("RP0208", "'\(name)' is swept and given a value as well", at: range, notes: [.init("given here", range: given)])
  }

  static func unknownScale(_ name: String, known: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic.unknownName("RP0208", "scale", name, known: known, at: range)
  }

  static func ownKeyInScale(_ key: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0208", "'\(key)' cannot depend on the scale; 'scales' holds parameters only", at: range)
  }

  // MARK: Labels

  static func duplicateLabel(_ name: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic("RP0301", "label '\(name)' is given twice", at: range, notes: [.init("first given here", range: first)])
  }

  static func unknownLabel(_ name: String, known: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic.unknownName("RP0302", "label", name, known: known, at: range)
  }

  static func malformedLabel(_ name: String, for kind: Label.Kind, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0303", "a label is made of letters, digits, '-' and '_', such as '\(kind.rawValue)-name'; found '\(name)'", at: range)
  }

  static func experimentLabel(_ name: String, proposal: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "RP0303", "the label of an experiment names an SQL table: a lower-case letter, then letters, digits or '_'; found '\(name)'",
      at: range, notes: [.init("for example '\(proposal)'")])
  }

  static func labelOfOtherKind(_ name: String, prefix: Label.Kind?, for kind: Label.Kind, at range: SourceRange) -> Diagnostic {
    let found = prefix.map { "'\(name)' names \($0.phrase)" } ?? "'\(name)' has no such prefix"
    let stem = prefix == nil ? name : String(name.drop { $0 != "-" }.dropFirst())
    return Diagnostic(
      "RP0304", "the label of \(kind.phrase) begins with '\(kind.rawValue)-'; \(found)", at: range,
      notes: [.init("for example '\(kind.rawValue)-\(stem)'")])
  }

  static func reservedWord(_ name: String, as kind: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0305", "'\(name)' is a word of SQL and cannot be a \(kind)", at: range, notes: [.init("for example '\(SQLNames.proposal(for: name))'")])
  }

  static func columnName(_ name: String, proposal: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0303", "a column is named by letters, digits and '_', beginning with a letter; found '\(name)'", at: range, notes: [.init("for example '\(proposal)'")])
  }

  static func experimentWithoutLabel(proposal: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0306", "an experiment needs a label, which names its table", at: range, notes: [.init("add the line 'label: \(proposal)'")])
  }

  static func undefinedFootnote(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0307", "the footnote '[^\(name)]' is not defined", at: range, notes: [.init("write '[^\(name)]: …' in a paragraph of its own")])
  }

  // MARK: Front matter

  static func unclosedFrontMatter(at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0114", "the front matter opened here is not closed by a line '---'", at: range)
  }

  static func frontMatterIsNoMapping(_ found: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0115", "the front matter must be 'key: value' lines, found \(found)", at: range)
  }

  static func macroName(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0112", "a macro is named by a backslash and letters, such as '\\R'; found '\(name)'", at: range)
  }
}
