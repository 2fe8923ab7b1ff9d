/// What can be wrong with an expectation, and at which byte.
struct ExpectationProblem: Error, Equatable {
  var message: String
  var offset: Int
  var length: Int
}

extension Expectation {
  /// Reads `in [a, b]`, `< x`, `<= x`, `> x`, `>= x` (also `≤`, `≥`), `= x ± tolerance` or `true`.
  static func parse(_ text: String) throws(ExpectationProblem) -> Expectation {
    var cursor = ExpectationCursor(text)
    let expectation = try cursor.read()
    try cursor.expectEnd()
    return expectation
  }
}

/// Reads an expectation from left to right.
private struct ExpectationCursor {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func read() throws(ExpectationProblem) -> Expectation {
    skipSpaces()
    if take("true") { return .isTrue }
    if take("in") { return try interval() }
    if take("<=") || take("≤") { return .lessOrEqual(try number()) }
    if take("<") { return .less(try number()) }
    if take(">=") || take("≥") { return .greaterOrEqual(try number()) }
    if take(">") { return .greater(try number()) }
    if take("==") || take("=") {
      let value = try number()
      skipSpaces()
      guard take("±") || take("+-") || take("+/-") else {
        throw problem("expected '± tolerance' after '= \(text(value))'")
      }
      let start = offset
      let tolerance = try number()
      guard tolerance >= 0 else { throw problem("a tolerance cannot be negative", from: start) }
      return .equal(value, tolerance: tolerance)
    }
    throw problem("expected 'in [a, b]', '< x', '<= x', '> x', '>= x', '= x ± tolerance' or 'true'", from: offset, to: bytes.count)
  }

  private mutating func interval() throws(ExpectationProblem) -> Expectation {
    skipSpaces()
    guard take("[") else { throw problem("expected '[' after 'in'") }
    let start = offset
    let low = try number()
    skipSpaces()
    guard take(",") else { throw problem("expected ',' between the bounds") }
    let high = try number()
    skipSpaces()
    guard take("]") else { throw problem("expected ']' after the bounds") }
    guard low <= high else { throw problem("the lower bound \(text(low)) is above the upper bound \(text(high))", from: start, to: offset - 1) }
    return .within(low, high)
  }

  private mutating func number() throws(ExpectationProblem) -> Double {
    skipSpaces()
    let start = offset
    var digits: [UInt8] = []
    if take("−") || take("-") { digits.append(UInt8(ascii: "-")) } else { _ = take("+") }
    while offset < bytes.count, isNumberByte(at: offset) {
      digits.append(bytes[offset])
      offset += 1
    }
    guard let value = Double(String(decoding: digits, as: UTF8.self)), value.isFinite else {
      throw problem("expected a number", from: start, to: max(offset, start + 1))
    }
    return value
  }

  private func isNumberByte(at offset: Int) -> Bool {
    let byte = bytes[offset]
    if byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e") { return true }
    let isSign = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
    return isSign && offset > 0 && bytes[offset - 1] | 0x20 == UInt8(ascii: "e")
  }

  mutating func expectEnd() throws(ExpectationProblem) {
    skipSpaces()
    if offset < bytes.count { throw problem("expected the end of the expectation", from: offset, to: bytes.count) }
  }

  private mutating func skipSpaces() { while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x0A { offset += 1 } }

  private mutating func take(_ word: String) -> Bool {
    let wanted = Array(word.utf8)
    guard bytes[offset...].starts(with: wanted) else { return false }
    offset += wanted.count
    return true
  }

  private func text(_ value: Double) -> String { value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)" }

  private func problem(_ message: String, from start: Int? = nil, to end: Int? = nil) -> ExpectationProblem {
    let start = min(start ?? offset, bytes.count)
    return ExpectationProblem(message: message, offset: start, length: max(1, (end ?? start + 1) - start))
  }
}
