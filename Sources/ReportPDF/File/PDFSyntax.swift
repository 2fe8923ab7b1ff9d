/// How values are written in a PDF file (ISO 32000-1, 7.2 and 7.3), without a byte more than needed.
struct PDFSyntax {
  /// The numbers of objects in the new file by those in the old.
  let numbers: [Int]
  private(set) var bytes: [UInt8] = []

  init(numbers: [Int]) { self.numbers = numbers }

  /// Whether a byte goes on with a name or a number: neither white space nor one of `()<>[]{}/%`.
  static func isRegular(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x2F, 0x25: false
    default: true
    }
  }

  mutating func append(_ value: PDFValue) {
    switch value {
    case .null: appendWord("null")
    case .boolean(let isTrue): appendWord(isTrue ? "true" : "false")
    case .integer(let number): append(number)
    case .real(let text): appendWord(text)
    case .name(let name): bytes += name.utf8
    case .string(let text): append(text)
    case .reference(let number):
      guard numbers.indices.contains(number) else { return appendWord("null") }
      append(numbers[number])
      bytes += " 0 R".utf8
    case .array(let array):
      bytes.append(UInt8(ascii: "["))
      for item in array.items { append(item) }
      bytes.append(UInt8(ascii: "]"))
    case .dictionary(let dictionary): append(dictionary)
    case .stream(let stream): append(stream.dictionary)
    }
  }

  mutating func append(_ dictionary: PDFDictionary) {
    bytes += "<<".utf8
    for (key, value) in dictionary.entries {
      bytes += key.utf8
      append(value)
    }
    bytes += ">>".utf8
  }

  mutating func appendLineEnd() { bytes.append(0x0A) }

  private mutating func appendWord(_ text: String) {
    appendSpace()
    bytes += text.utf8
  }

  private mutating func append(_ number: Int) {
    appendSpace()
    bytes.append(decimal: number)
  }

  /// Between two words; other tokens end those before them.
  private mutating func appendSpace() {
    if let last = bytes.last, Self.isRegular(last) { bytes.append(0x20) }
  }

  private mutating func append(_ text: [UInt8]) {
    bytes.append(UInt8(ascii: "("))
    for byte in text {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      // Readers take a carriage return for the end of a line.
      case 0x0D: bytes += "\\r".utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: ")"))
  }
}

extension [UInt8] {
  /// Appends an integer's digits.
  mutating func append(decimal number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    let start = count
    var rest = number.magnitude
    repeat {
      append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    self[start...].reverse()
  }
}
