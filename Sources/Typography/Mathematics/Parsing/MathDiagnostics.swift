import Diagnostics

/// The words of every problem that TeX mathematics can have.
///
/// | code | what is wrong |
/// | --- | --- |
/// | RP0801 | a command that is not known |
/// | RP0802 | braces or brackets that do not match |
/// | RP0803 | an argument that is missing |
/// | RP0804 | `\left`, `\middle`, `\right` that do not match, or no delimiter after them |
/// | RP0805 | environments that are unknown or do not match |
/// | RP0806 | a macro that never ends or is badly defined |
/// | RP0807 | two superscripts, or two subscripts, on one base |
/// | RP0808 | nesting that is too deep |
/// | RP0809 | a length, colour, column or character code that cannot be read |
/// | RP0810 | a character or command that cannot stand where it does |
/// | RP0811 | a reference to an equation that has no such label |
/// | RP0812 | a command of LaTeX that formulas do without |
enum MathDiagnostics {
  static func unknownCommand(_ name: String, known: [String], at range: Range<Int>) -> MathProblem {
    var problem = unknown("RP0801", "command", "\\" + name, known: known.map { "\\" + $0 }, at: range)
    // Hundreds of commands are known: a list of them helps nobody.
    problem.notes.removeAll { $0.hasPrefix("known: ") }
    if name.utf8.count > 1 { problem.notes.append("for a name in upright letters write '\\operatorname{\(name)}'") }
    return problem
  }

  static func unclosed(_ opener: String, missing closer: String, at range: Range<Int>) -> MathProblem {
    problem("RP0802", "'\(opener)' is never closed; expected '\(closer)'", range)
  }

  static func unexpectedBrace(at range: Range<Int>) -> MathProblem {
    problem("RP0802", "'}' without a '{' before it", range)
  }

  static func missingArgument(of command: String, at range: Range<Int>) -> MathProblem {
    problem("RP0803", "'\(command)' needs an argument; write '\(command){…}'", range)
  }

  static func missingSecondArgument(of command: String, at range: Range<Int>) -> MathProblem {
    problem("RP0803", "'\(command)' needs a second argument; write '\(command){…}{…}'", range)
  }

  static func missingScript(_ sign: String, at range: Range<Int>) -> MathProblem {
    problem("RP0803", "'\(sign)' needs something after it", range)
  }

  static func missingRight(at range: Range<Int>) -> MathProblem {
    problem("RP0804", "'\\left' has no '\\right'; write '\\right.' for an empty one", range)
  }

  static func missingLeft(_ command: String, at range: Range<Int>) -> MathProblem {
    problem("RP0804", "'\(command)' without a '\\left' before it", range)
  }

  static func notADelimiter(_ found: String, after command: String, at range: Range<Int>) -> MathProblem {
    problem("RP0804", "expected a delimiter such as '(' or '\\|' after '\(command)', found \(found)", range)
  }

  static func unknownEnvironment(_ name: String, known: [String], at range: Range<Int>) -> MathProblem {
    unknown("RP0805", "environment", name, known: known, at: range)
  }

  static func missingEnd(_ name: String, at range: Range<Int>) -> MathProblem {
    problem("RP0805", "'\\begin{\(name)}' is never closed; expected '\\end{\(name)}'", range)
  }

  static func mismatchedEnd(_ found: String, expected: String, at range: Range<Int>) -> MathProblem {
    problem("RP0805", "'\\end{\(found)}' where '\\end{\(expected)}' was expected", range)
  }

  static func strayEnd(_ name: String, at range: Range<Int>) -> MathProblem {
    problem("RP0805", "'\\end{\(name)}' without '\\begin{\(name)}'", range)
  }

  static func endlessMacro(_ name: String, limit: Int, at range: Range<Int>) -> MathProblem {
    problem("RP0806", "the macro '\\\(name)' does not end: more than \(limit) expansions in one formula", range)
  }

  static func badDefinition(_ command: String, at range: Range<Int>) -> MathProblem {
    problem("RP0806", "'\(command)' expects a command name and a body, as in '\\newcommand{\\name}[1]{… #1 …}'", range)
  }

  static func badParameters(at range: Range<Int>) -> MathProblem {
    problem("RP0806", "the parameters of '\\def' are '#1', '#2', … in this order", range)
  }

  static func parameterBeyond(_ number: Int, of name: String, count: Int, at range: Range<Int>) -> MathProblem {
    let has = count == 0 ? "no parameter" : count == 1 ? "1 parameter" : "\(count) parameters"
    return problem("RP0806", "'#\(number)' in the body of '\\\(name)', which has \(has)", range)
  }

  static func badAddress(_ found: String, at range: Range<Int>) -> MathProblem {
    expected("an address that begins with 'https:', 'http:', 'mailto:' or '#'", found, range)
  }

  static func missingDelimiter(_ delimiter: String, of command: String, at range: Range<Int>) -> MathProblem {
    problem("RP0803", "'\(command)' expects '\(delimiter)', as its '\\def' says", range)
  }

  static func doubleScript(_ kind: String, at range: Range<Int>) -> MathProblem {
    problem("RP0807", "a second \(kind) on the same base; use braces to say which belongs to which", range)
  }

  static func tooDeep(limit: Int, at range: Range<Int>) -> MathProblem {
    problem("RP0808", "nesting is deeper than \(limit) levels; the rest of the formula is left out", range)
  }

  static func badLength(_ found: String, at range: Range<Int>) -> MathProblem {
    expected("a length such as '1em' or '3mu'", found, range)
  }

  static func badColumnRange(_ found: String, at range: Range<Int>) -> MathProblem {
    expected("a range of columns such as '1-2'", found, range)
  }

  static func badSpan(_ found: String, at range: Range<Int>) -> MathProblem {
    expected("the number of columns, from 1 to 100, after '\\multicolumn'", found, range)
  }

  static func leftOut(_ command: String, _ advice: String, at range: Range<Int>) -> MathProblem {
    problem("RP0812", "'\(command)' is left out of formulas; \(advice)", range)
  }

  static func notEncircled(_ found: String, at range: Range<Int>) -> MathProblem {
    expected("a letter, a number up to 20 or a sign after '\\textcircled'", found, range)
  }

  static func badCharacterCode(_ found: String, at range: Range<Int>) -> MathProblem {
    expected("the number of a character such as '\"2203' after '\\char'", found, range)
  }

  static func badDelimiterPair(_ command: String, at range: Range<Int>) -> MathProblem {
    let example = "\(command){\\norm}{\\lVert}{\\rVert}"
    return problem("RP0806", "'\(command)' expects a command name and two delimiters, as in '\(example)'", range)
  }

  static func badArrow(_ found: String, at range: Range<Int>) -> MathProblem {
    let arrows = "'@>>>', '@<<<', '@VVV', '@AAA', '@=', '@|', '@.'"
    return problem("RP0810", "'@\(found)' is no arrow of a diagram; expected one of \(arrows)", range)
  }

  static func unknownColor(_ name: String, at range: Range<Int>) -> MathProblem {
    unknown("RP0809", "colour", name, known: MathColor.names, at: range)
  }

  static func badColumn(_ found: String, at range: Range<Int>) -> MathProblem {
    problem("RP0809", "unknown column '\(found)'; expected 'l', 'c', 'r', '|' or ':'", range)
  }

  static func misplaced(_ found: String, _ advice: String, at range: Range<Int>) -> MathProblem {
    problem("RP0810", "'\(found)' cannot stand here; \(advice)", range)
  }

  static func unknownLabel(_ label: String, at range: Range<Int>) -> MathProblem {
    problem("RP0811", "no equation has the label '\(label)'", range)
  }

  /// What cannot be read, beside what could be.
  private static func expected(_ what: String, _ found: String, _ range: Range<Int>) -> MathProblem {
    problem("RP0809", "expected \(what), found '\(found)'", range)
  }

  private static func problem(_ code: String, _ message: String, _ range: Range<Int>) -> MathProblem {
    MathProblem(code: code, message: message, offset: range.lowerBound, length: range.count)
  }

  private static func unknown(
    _ code: String, _ kind: String, _ name: String, known: [String], at range: Range<Int>
  ) -> MathProblem {
    let diagnostic = Diagnostic.unknownName(code, kind, name, known: known)
    return MathProblem(
      code: code, message: diagnostic.message, notes: diagnostic.notes.map(\.message), offset: range.lowerBound,
      length: range.count)
  }
}
