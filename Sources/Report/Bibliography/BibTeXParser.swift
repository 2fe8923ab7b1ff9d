import Diagnostics

/// Reads BibTeX: records, `@string` macros, concatenation by `#`, braces and quotes; comments and preambles are passed over.
///
/// A faulty record is reported and passed over; the others are kept. (libbtparse prints its messages to standard error
/// without a way to collect them, hence a reader of our own.)
struct BibTeXParser {
  private let file: SourceFile
  private let bytes: [UInt8]
  private var position = 0
  private var macros: [String: String]
  private var entries: [BibTeXEntry] = []
  private var diagnostics: [Diagnostic] = []

  private struct Fault: Error {
    var message: String
    var offset: Int
  }

  private init(_ file: SourceFile) {
    self.file = file
    bytes = file.bytes
    let months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
    macros = Dictionary(uniqueKeysWithValues: months.map { ($0.prefix(3).lowercased(), $0) })
  }

  /// - Complexity: O(bytes).
  static func parse(_ file: SourceFile) -> (entries: [BibTeXEntry], diagnostics: [Diagnostic]) {
    var parser = BibTeXParser(file)
    while parser.skip(to: UInt8(ascii: "@")) { parser.record() }
    return (parser.entries, parser.diagnostics)
  }

  private mutating func record() {
    let start = position
    position += 1
    do {
      let type = name().lowercased()
      guard !type.isEmpty else { throw Fault(message: "a record's type is missing after '@'", offset: start) }
      if type == "comment" { return }
      skipSpace()
      guard let open = peek, open == UInt8(ascii: "{") || open == UInt8(ascii: "(") else {
        throw Fault(message: "expected '{' after '@\(type)'", offset: position)
      }
      position += 1
      let close = open == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: ")")
      switch type {
      case "preamble": _ = try value()
      case "string": for (name, text) in try fields(until: close) { macros[name] = text }
      default: try entry(type, start: start, close: close)
      }
    } catch let fault as Fault {
      diagnostics.append(Diagnostic("RP0311", "BibTeX: \(fault.message)", at: file.range(from: fault.offset, to: fault.offset + 1)))
      position = max(position, start + 1)
    } catch {}
  }

  private mutating func entry(_ type: String, start: Int, close: UInt8) throws {
    skipSpace()
    let keyStart = position
    while let byte = peek, byte != UInt8(ascii: ","), byte != close, byte > 32 { position += 1 }
    let key = String(decoding: bytes[keyStart..<position], as: UTF8.self)
    guard !key.isEmpty else { throw Fault(message: "a record's key is missing", offset: keyStart) }
    let range = file.range(from: keyStart, to: position)
    skipSpace()
    if peek == UInt8(ascii: ",") { position += 1 }
    let fields = try fields(until: close)
    if let first = entries.first(where: { $0.key == key }) {
      diagnostics.append(
        Diagnostic("RP0312", .warning, "two records have the key '\(key)'; the first is used", at: range, notes: [.init("the first", range: first.range)]))
      return
    }
    entries.append(BibTeXEntry(type: type, key: key, fields: Dictionary(fields, uniquingKeysWith: { first, _ in first }), range: range))
  }

  private mutating func fields(until close: UInt8) throws -> [(String, String)] {
    var fields: [(String, String)] = []
    while true {
      skipSpace()
      guard let byte = peek else { throw Fault(message: "the record is not closed", offset: bytes.count) }
      if byte == close {
        position += 1
        return fields
      }
      if byte == UInt8(ascii: ",") {
        position += 1
        continue
      }
      let start = position
      let field = name().lowercased()
      skipSpace()
      guard !field.isEmpty, peek == UInt8(ascii: "=") else { throw Fault(message: "expected 'name = value'", offset: start) }
      position += 1
      fields.append((field, try value()))
    }
  }

  /// Pieces joined by `#`.
  private mutating func value() throws -> String {
    var text = ""
    while true {
      skipSpace()
      text += try piece()
      skipSpace()
      guard peek == UInt8(ascii: "#") else { return text }
      position += 1
    }
  }

  private mutating func piece() throws -> String {
    guard let first = peek else { throw Fault(message: "a value is missing", offset: position) }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "\"") { return try delimited(first) }
    let start = position
    let word = name()
    guard !word.isEmpty else { throw Fault(message: "a value is missing", offset: start) }
    if word.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) { return word }
    if let text = macros[word.lowercased()] { return text }
    diagnostics.append(.unknownName("RP0313", "BibTeX macro", word, known: macros.keys.sorted(), at: file.range(from: start, to: position), severity: .warning))
    return word
  }

  private mutating func delimited(_ open: UInt8) throws -> String {
    let start = position
    position += 1
    var depth = 0
    while let byte = peek {
      if byte == UInt8(ascii: "\\") {
        position += 2
        continue
      }
      if depth == 0, byte == (open == UInt8(ascii: "{") ? UInt8(ascii: "}") : open) {
        let text = String(decoding: bytes[(start + 1)..<position], as: UTF8.self)
        position += 1
        return text
      }
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      position += 1
    }
    position = min(position, bytes.count)
    throw Fault(message: "the value is not closed", offset: start)
  }

  // MARK: - Characters

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skip(to byte: UInt8) -> Bool {
    while let next = peek, next != byte { position += 1 }
    return position < bytes.count
  }

  private mutating func skipSpace() {
    while let byte = peek, byte <= 32 { position += 1 }
  }

  private mutating func name() -> String {
    let start = position
    let stops = Array("{}(),=#\"%'".utf8)
    while let byte = peek, byte > 32, !stops.contains(byte) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }
}
