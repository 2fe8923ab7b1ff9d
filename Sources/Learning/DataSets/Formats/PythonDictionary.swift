/// Reads the dictionary of a `.npy` header: texts, `True` and `False`, tuples of whole numbers.
struct PythonDictionary {
  enum Value: Equatable {
    case text(String)
    case truth(Bool)
    case tuple([Int])
    /// Something else, such as the list of a structured type.
    case other
  }

  private let bytes: [UInt8]
  private let file: String
  private var offset = 0

  init(_ bytes: ArraySlice<UInt8>, file: String) {
    self.bytes = Array(bytes)
    self.file = file
  }

  /// `{'key': value, …}`; blanks may follow.
  mutating func read() throws(DataError) -> [String: Value] {
    var entries: [String: Value] = [:]
    try take("{")
    while !accept("}") {
      let key = try text()
      try take(":")
      entries[key] = try value()
      if !accept(",") {
        try take("}")
        break
      }
    }
    return entries
  }

  private mutating func value() throws(DataError) -> Value {
    skipBlanks()
    switch offset < bytes.count ? bytes[offset] : 0 {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "("): return .tuple(try tuple())
    case UInt8(ascii: "["):
      try skipList()
      return .other
    default:
      let word = word()
      guard word == "True" || word == "False" else { throw failure("a text, a tuple, True or False") }
      return .truth(word == "True")
    }
  }

  private mutating func text() throws(DataError) -> String {
    skipBlanks()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "'") || bytes[offset] == UInt8(ascii: "\"") else {
      throw failure("a text between quotes")
    }
    let start = offset + 1
    guard let end = bytes[start...].firstIndex(of: bytes[offset]) else { throw failure("a closing quote") }
    offset = end + 1
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private mutating func tuple() throws(DataError) -> [Int] {
    var sizes: [Int] = []
    try take("(")
    while !accept(")") {
      guard let size = Int(word()), size >= 0 else { throw failure("a size") }
      sizes.append(size)
      if !accept(",") {
        try take(")")
        break
      }
    }
    return sizes
  }

  private mutating func skipList() throws(DataError) {
    var depth = 0
    repeat {
      guard offset < bytes.count else { throw failure("']'") }
      if bytes[offset] == UInt8(ascii: "[") { depth += 1 }
      if bytes[offset] == UInt8(ascii: "]") { depth -= 1 }
      offset += 1
    } while depth > 0
  }

  /// Letters and digits, at most as many as the largest whole number has.
  private mutating func word() -> String {
    skipBlanks()
    let start = offset
    let end = min(start + 20, bytes.count)
    while offset < end, Unicode.Scalar(bytes[offset]).properties.isAlphabetic || (0x30...0x39).contains(bytes[offset]) {
      offset += 1
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func skipBlanks() {
    while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x0A { offset += 1 }
  }

  private mutating func accept(_ mark: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: mark) else { return false }
    offset += 1
    return true
  }

  private mutating func take(_ mark: Unicode.Scalar) throws(DataError) {
    if !accept(mark) { throw failure("'\(mark)'") }
  }

  private func failure(_ expected: String) -> DataError {
    let found = offset < bytes.count ? "'\(String(decoding: bytes[offset...].prefix(12), as: UTF8.self))'" : "its end"
    return .wrongValue(file: file, place: "header, byte \(offset)", expected: expected, found: found)
  }
}
