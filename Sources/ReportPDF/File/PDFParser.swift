/// Reads the syntax of PDF (ISO 32000-1, 7.2 and 7.3): values, one after the other.
struct PDFParser {
  let bytes: [UInt8]
  private(set) var position: Int

  init(_ bytes: [UInt8], at position: Int = 0) {
    self.bytes = bytes
    self.position = max(0, position)
  }

  /// The next value; numbers that make a reference are one.
  ///
  /// - Throws: `PDFReportError.painting` where there is none.
  mutating func value() throws(PDFReportError) -> PDFValue {
    skipSpace()
    guard let byte = peek() else { throw damage }
    switch byte {
    case UInt8(ascii: "/"): return .name(word())
    case UInt8(ascii: "("): return .string(try literal())
    case UInt8(ascii: "["): return .array(PDFArray(try items()))
    case UInt8(ascii: "<"):
      if position + 1 < bytes.count, bytes[position + 1] == byte { return .dictionary(PDFDictionary(try entries())) }
      return .string(try hexadecimal())
    default: break
    }
    let start = position
    let text = word()
    switch text {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "null": return .null
    default: break
    }
    guard let number = Int(text) else {
      guard Double(text) != nil || text.hasPrefix(".") || text.hasPrefix("-.") else { throw damage(at: start) }
      return .real(text)
    }
    return isReference() ? .reference(number) : .integer(number)
  }

  /// Goes on behind a keyword, if it comes next.
  mutating func skip(_ keyword: StaticString) -> Bool {
    skipSpace()
    let end = position + keyword.utf8CodeUnitCount
    guard end <= bytes.count,
      (position..<end).allSatisfy({ bytes[$0] == keyword.utf8Start[$0 - position] })
    else { return false }
    position = end
    return true
  }

  /// Goes on behind the end of the line, where the data of a stream begins.
  mutating func skipLineEnd() {
    if peek() == 0x0D { position += 1 }
    if peek() == 0x0A { position += 1 }
  }

  var damage: PDFReportError { damage(at: position) }

  private func damage(at position: Int) -> PDFReportError { .painting("the file is damaged at byte \(position)") }

  private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = peek() {
      if byte == UInt8(ascii: "%") {
        while let next = peek(), next != 0x0A, next != 0x0D { position += 1 }
      } else if byte > 0x20 {
        return
      }
      position += 1
    }
  }

  /// A name with its slash, a number or a keyword.
  private mutating func word() -> String {
    let start = position
    position += 1
    while let byte = peek(), PDFSyntax.isRegular(byte) { position += 1 }
    return String(decoding: bytes[start..<min(position, bytes.count)], as: UTF8.self)
  }

  /// Whether a generation and `R` follow; it is left behind if so.
  private mutating func isReference() -> Bool {
    let start = position
    skipSpace()
    let digits = position
    while let byte = peek(), byte >= 0x30, byte <= 0x39 { position += 1 }
    if position > digits, skip("R"), peek().map(PDFSyntax.isRegular) != true { return true }
    position = start
    return false
  }
}

// MARK: - Containers and strings

extension PDFParser {
  private mutating func items() throws(PDFReportError) -> [PDFValue] {
    position += 1
    var items: [PDFValue] = []
    while !skip("]") { items.append(try value()) }
    return items
  }

  private mutating func entries() throws(PDFReportError) -> [(key: String, value: PDFValue)] {
    position += 2
    var entries: [(key: String, value: PDFValue)] = []
    while !skip(">>") {
      guard case .name(let key) = try value() else { throw damage }
      entries.append((key, try value()))
    }
    return entries
  }

  private mutating func hexadecimal() throws(PDFReportError) -> [UInt8] {
    position += 1
    var digits: [UInt8] = []
    while let byte = peek(), byte != UInt8(ascii: ">") {
      if byte > 0x20 {
        guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { throw damage }
        digits.append(UInt8(digit))
      }
      position += 1
    }
    position += 1
    if digits.count % 2 == 1 { digits.append(0) }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  private mutating func literal() throws(PDFReportError) -> [UInt8] {
    position += 1
    var text: [UInt8] = []
    var depth = 1
    while let byte = peek() {
      position += 1
      switch byte {
      case UInt8(ascii: "\\"): appendEscaped(to: &text)
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return text }
        text.append(byte)
      default:
        if byte == UInt8(ascii: "(") { depth += 1 }
        text.append(byte)
      }
    }
    throw damage
  }

  private mutating func appendEscaped(to text: inout [UInt8]) {
    guard let byte = peek() else { return }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case 0x0A: break
    case 0x0D: if peek() == 0x0A { position += 1 }
    case 0x30...0x37:
      var code = Int(byte - 0x30)
      for _ in 0..<2 {
        guard let digit = peek(), digit >= 0x30, digit <= 0x37 else { break }
        code = 8 * code + Int(digit - 0x30)
        position += 1
      }
      text.append(UInt8(truncatingIfNeeded: code))
    default: text.append(byte)
    }
  }
}
