import CYAML
import Diagnostics

/// libyaml's syntax errors in words that help.
extension YAMLReader {
  mutating func diagnoseSyntax(_ parser: yaml_parser_t) {
    let problem = parser.problem.map { String(cString: $0) } ?? "the text is not YAML"
    let context = parser.context.map { String(cString: $0) } ?? ""
    if parser.error == YAML_READER_ERROR {
      let offset = min(parser.problem_offset, bytes.count)
      diagnostics.append(YAMLDiagnostics.character(parser.problem_value, at: places.range(offset, min(offset + 1, bytes.count))))
      return
    }
    // The end of the text is the end of its last line that is not empty.
    let last = bytes.lastIndex { $0 > 0x20 } ?? 0
    let at = min(places.offset(ofCharacter: parser.problem_mark.index), last)
    let from = min(places.offset(ofCharacter: parser.context_mark.index), last)
    if context.contains("flow") {
      for line in [places.lineBytes(at: from), places.lineBytes(at: at)] {
        guard let colour = hiddenColour(in: line) else { continue }
        let word = String(decoding: bytes[colour], as: UTF8.self)
        diagnostics.append(YAMLDiagnostics.comment(word, at: places.range(colour.lowerBound, colour.upperBound), severity: .error))
        return
      }
    }
    diagnostics.append(syntax(problem, context, at: at, from: from))
  }

  private mutating func syntax(_ problem: String, _ context: String, at: Int, from: Int) -> Diagnostic {
    let here = places.range(at, min(at + 1, bytes.count))
    let opening = places.range(from, min(from + 1, bytes.count))
    let byte = at < bytes.count ? bytes[at] : 0
    switch problem {
    case "mapping values are not allowed in this context": return colon(at, here)
    case "found unexpected end of stream", "found unexpected document indicator":
      if context.contains("quoted") { return YAMLDiagnostics.unclosedQuote(at: opening) }
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      return YAMLDiagnostics.unclosedBracket(problem.hasSuffix("']'") ? "[" : "{", at: opening, stopped: here)
    case "could not find expected ':'":
      let line = places.lineBytes(at: from)
      let word = String(decoding: bytes[from..<max(from, line.upperBound)], as: UTF8.self)
      return YAMLDiagnostics.keyWithoutColon(word, at: places.range(from, max(from, line.upperBound)))
    case "found character that cannot start any token":
      return byte == UInt8(ascii: "\t") ? YAMLDiagnostics.tab(at: here) : YAMLDiagnostics.reserved(Character(Unicode.Scalar(byte)), at: here)
    case "found unknown escape character":
      return YAMLDiagnostics.unknownEscape(String(decoding: bytes[at..<min(at + 2, bytes.count)], as: UTF8.self), at: places.range(at, min(at + 2, bytes.count)))
    case "did not find expected comment or line break":
      if context.contains("block scalar") { return YAMLDiagnostics.blockScalar(at: opening) }
    case "did not find expected alphabetic or numeric character":
      return YAMLDiagnostics.reserved(Character(Unicode.Scalar(from < bytes.count ? bytes[from] : 0)), at: opening)
    case "did not find expected key", "did not find expected '-' indicator":
      return unexpected(at: at, here, expectsKey: problem.hasSuffix("key"), opening)
    case "block sequence entries are not allowed in this context": return YAMLDiagnostics.listOnKeyLine(at: here)
    default: break
    }
    if problem.contains("tab character") { return YAMLDiagnostics.tab(at: here) }
    return YAMLDiagnostics.other(problem, context, at: here)
  }

  /// A colon where no key can stand: a second one in a value, or a line that is indented too far.
  private mutating func colon(_ at: Int, _ here: SourceRange) -> Diagnostic {
    let line = places.lineBytes(at: at)
    var offset = line.lowerBound
    while offset + 1 < at {
      if bytes[offset] == UInt8(ascii: ":"), bytes[offset + 1] == UInt8(ascii: " ") {
        let value = String(decoding: bytes[offset + 2..<line.upperBound], as: UTF8.self)
        return YAMLDiagnostics.colonInValue(value.drop { $0 == " " }, at: here)
      }
      offset += 1
    }
    return keyAbove(line.lowerBound) ?? YAMLDiagnostics.indentedTooFar(at: here)
  }

  /// The line above has no colon: it was read as a text that goes on.
  private mutating func keyAbove(_ start: Int) -> Diagnostic? {
    guard start > 0 else { return nil }
    let above = places.lineBytes(at: start - 1)
    guard let first = above.first(where: { bytes[$0] != 0x20 }), !bytes[above].contains(UInt8(ascii: ":")) else { return nil }
    return YAMLDiagnostics.keyWithoutColon(String(decoding: bytes[first..<above.upperBound], as: UTF8.self), at: places.range(first, above.upperBound))
  }

  private mutating func unexpected(at: Int, _ here: SourceRange, expectsKey: Bool, _ opening: SourceRange) -> Diagnostic {
    let line = places.lineBytes(at: at)
    let start = line.first { bytes[$0] != UInt8(ascii: " ") } ?? at
    if start < line.upperBound, bytes[start] == UInt8(ascii: "\t") { return YAMLDiagnostics.tab(at: places.range(start, start + 1)) }
    if at > start, bytes[start..<at].contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }) {
      return YAMLDiagnostics.textAfterQuote(at: here)
    }
    return YAMLDiagnostics.misplaced(expectsKey ? "key" : "list element", at: here, opening: opening)
  }
}
