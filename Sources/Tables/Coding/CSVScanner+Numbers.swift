/// Columns of plain numbers, read from the bytes without a text for every cell.
extension CSVScanner {
  /// The cells of a column below the header.
  func cells(_ index: Int) -> [String?] {
    rows.dropFirst().map { row in field(index, of: row).flatMap(cell) }
  }

  /// The column as integers or reals; nil if a cell is neither, is quoted, or if there is no cell at all: then the texts decide.
  func numbers(_ index: Int) -> Column.Storage? {
    var (integers, reals): ([Int?], [Double]) = ([], [])
    var (hasCells, areWhole) = (false, true)
    integers.reserveCapacity(rows.count)
    for row in rows.dropFirst() {
      guard let field = field(index, of: row), !field.isEmpty else {
        if areWhole { integers.append(nil) } else { reals.append(.nan) }
        continue
      }
      guard !field.isQuoted, let number = number(field.bytes) else { return nil }
      hasCells = true
      if areWhole, let integer = number.integer {
        integers.append(integer)
        continue
      }
      if areWhole {
        // The first number with a fraction: all before it were whole. They are read again, as -0 is 0 among integers.
        areWhole = false
        reals.reserveCapacity(rows.count)
        for row in rows.dropFirst().prefix(integers.count) {
          reals.append(self.field(index, of: row).flatMap { $0.isEmpty ? nil : self.number($0.bytes)?.real } ?? .nan)
        }
        integers = []
      }
      reals.append(number.real)
    }
    guard hasCells else { return nil }
    return areWhole ? .integer(integers) : .real(reals)
  }

  /// Digits with a sign, a point and an exponent.
  ///
  /// Up to 15 digits times or over a power of ten up to 22 is one correctly rounded operation on exact numbers (Clinger, 1990); anything
  /// else is read by the general routine.
  private func number(_ range: Range<Int>) -> (real: Double, integer: Int?)? {
    bytes.withUnsafeBufferPointer { bytes in
      var at = range.lowerBound
      let isNegative = bytes[at] == UInt8(ascii: "-")
      let isSigned = isNegative || bytes[at] == UInt8(ascii: "+")
      if isSigned { at += 1 }
      let start = at
      var (mantissa, digits, power) = (0, 0, 0)
      while at < range.upperBound, let digit = Self.digit(bytes[at]), digits < 16 {
        mantissa = 10 * mantissa + digit
        digits += 1
        at += 1
      }
      let isPadded = at - start > 1 && bytes[start] == UInt8(ascii: "0")
      if at == range.upperBound, digits > 0, digits < 16, !isPadded {
        let integer = isNegative ? -mantissa : mantissa
        return (isNegative ? -Double(mantissa) : Double(mantissa), isSigned && !isNegative ? nil : integer)
      }
      if at < range.upperBound, bytes[at] == UInt8(ascii: ".") {
        at += 1
        while at < range.upperBound, let digit = Self.digit(bytes[at]), digits < 16 {
          mantissa = 10 * mantissa + digit
          digits += 1
          power -= 1
          at += 1
        }
      }
      if at < range.upperBound, bytes[at] | 0x20 == UInt8(ascii: "e") {
        at += 1
        let isDown = at < range.upperBound && bytes[at] == UInt8(ascii: "-")
        if at < range.upperBound, isDown || bytes[at] == UInt8(ascii: "+") { at += 1 }
        var (exponent, count) = (0, 0)
        while at < range.upperBound, let digit = Self.digit(bytes[at]), count < 4 {
          exponent = 10 * exponent + digit
          count += 1
          at += 1
        }
        if count == 0 { at = range.upperBound + 1 }
        power += isDown ? -exponent : exponent
      }
      guard at == range.upperBound, digits > 0, digits < 16, !isPadded, abs(power) <= 22 else {
        return text(range).flatMap { real in (real, nil) }
      }
      let value = power < 0 ? Double(mantissa) / Self.powers[-power] : Double(mantissa) * Self.powers[power]
      return (isNegative ? -value : value, nil)
    }
  }

  /// By the general rules; nil as well for a whole number too long for the quick way, so that the texts decide on its type.
  private func text(_ range: Range<Int>) -> Double? {
    let text = String(decoding: bytes[range], as: UTF8.self)
    return text.utf8.contains { $0 == 0x2E || $0 | 0x20 == 0x65 } ? CSV.real(text) : nil
  }

  private static func digit(_ byte: UInt8) -> Int? { byte >= 0x30 && byte <= 0x39 ? Int(byte - 0x30) : nil }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
