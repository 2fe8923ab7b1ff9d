import Diagnostics
import YAMLDocuments

/// Reads typed values of keys, saying what was found and what is expected.
struct Fields {
  /// The codes of what can be wrong.
  struct Codes {
    var unknown: String
    var missing: String
    var type: String
    var value: String

    static let frontMatter = Codes(unknown: "RP0110", missing: "RP0113", type: "RP0111", value: "RP0112")
    static let directive = Codes(unknown: "RP0205", missing: "RP0206", type: "RP0207", value: "RP0208")
  }

  let context: ParseContext
  /// Where the keys stand, e.g. "the front matter" or "{claim}".
  let place: String
  let codes: Codes

  /// The entries of a mapping; reports anything else.
  func entries(_ node: YAMLNode, _ key: String) -> [YAMLEntry] {
    if let entries = node.entries { return entries }
    wrongType(key, node, expected: "a mapping 'key: value'")
    return []
  }

  func text(_ node: YAMLNode, _ key: String) -> String? {
    if let text = node.text, !node.isNull { return text }
    wrongType(key, node, expected: "a text")
    return nil
  }

  /// A text that is not empty.
  func words(_ node: YAMLNode, _ key: String) -> String? {
    guard let text = text(node, key) else { return nil }
    if text.utf8.contains(where: { $0 > 0x20 }) { return text }
    context.report(Diagnostic(codes.value, "'\(key)' is empty", at: node.range))
    return nil
  }

  func integer(_ node: YAMLNode, _ key: String, expected: String = "a whole number") -> Int? {
    if let integer = node.integer { return integer }
    if let number = node.number, let integer = Int(exactly: number) { return integer }
    wrongType(key, node, expected: expected)
    return nil
  }

  func number(_ node: YAMLNode, _ key: String) -> Double? {
    if let number = node.number { return number }
    wrongType(key, node, expected: "a number")
    return nil
  }

  func bool(_ node: YAMLNode, _ key: String) -> Bool? {
    if let bool = node.bool { return bool }
    wrongType(key, node, expected: "true or false")
    return nil
  }

  /// One of several words.
  func choice(_ node: YAMLNode, _ key: String, _ known: [String]) -> String? {
    guard let text = text(node, key) else { return nil }
    if known.contains(text) { return text }
    var diagnostic = Diagnostic.unknownName(codes.value, "value", text, known: known, at: node.range)
    diagnostic.message = "'\(key)' cannot be '\(text)'" + (NearestNames.of(text, in: known).first.map { "; did you mean '\($0)'?" } ?? "")
    diagnostic.notes = [.init("one of: " + known.joined(separator: ", "))]
    context.report(diagnostic)
    return nil
  }

  func unknown(_ entry: YAMLEntry, known: [String], in part: String? = nil) {
    context.report(Diagnostic.unknownName(codes.unknown, "key", entry.key, known: known, at: entry.keyRange).inPlace(part ?? place))
  }

  func wrongType(_ key: String, _ node: YAMLNode, expected: String) {
    context.report(Diagnostic(codes.type, "'\(key)' must be \(expected), found \(Fields.description(node))", at: node.range))
  }

  func wrongValue(_ key: String, _ node: YAMLNode, expected: String) {
    context.report(Diagnostic(codes.value, "'\(key)' must be \(expected), found \(Fields.description(node))", at: node.range))
  }

  func missing(_ keys: [String], in part: String? = nil, at range: SourceRange) {
    guard let last = keys.last else { return }
    let names = keys.map { "'\($0)'" }
    let list = keys.count == 1 ? "key '\(last)'" : "keys " + names.dropLast().joined(separator: ", ") + " and '\(last)'"
    context.report(Diagnostic(codes.missing, "\(part ?? place) needs the \(list)", at: range))
  }

  /// "the text 'abc'", "the number 3", "a list", …
  static func description(_ node: YAMLNode) -> String {
    switch node.kind {
    case .mapping: return "a mapping"
    case .sequence: return "a list"
    case .scalar(let scalar):
      if scalar.isNull { return "nothing" }
      let text = scalar.text.count > 40 ? scalar.text.prefix(39) + "…" : Substring(scalar.text)
      if scalar.bool != nil { return "\(text)" }
      return scalar.number != nil ? "the number \(text)" : "the text '\(text.replacingLineEnds)'"
    }
  }
}

extension Substring {
  fileprivate var replacingLineEnds: String { String(map { $0.isNewline ? " " : $0 }) }
}

extension Diagnostic {
  /// "unknown key 'x'" becomes "unknown key 'x' in {claim}".
  fileprivate func inPlace(_ place: String) -> Diagnostic {
    var copy = self
    if let end = message.range(ofQuotedNameAfter: "unknown key ") {
      copy.message.insert(contentsOf: " in \(place)", at: end)
    }
    return copy
  }
}

extension String {
  /// The index after the quoted name that follows an opening.
  fileprivate func range(ofQuotedNameAfter opening: String) -> String.Index? {
    guard hasPrefix(opening) else { return nil }
    if let question = lastIndex(of: ";"), self[question...].hasPrefix("; did you mean '") { return question }
    return endIndex
  }
}
