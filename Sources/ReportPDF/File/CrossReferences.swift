/// Where the objects of a file lie: its table or stream of cross-references (ISO 32000-1, 7.5.4 and 7.5.8).
struct CrossReferences {
  enum Entry {
    case free
    /// From the beginning of the file.
    case offset(Int)
    /// In a stream of objects.
    case packed(in: Int, index: Int)
  }

  /// Of objects, as many as readers must be able to tell apart (ISO 32000-1, C.2).
  private static let numbers = 0...8_388_607

  /// By number.
  private(set) var entries: [Entry] = []
  private(set) var trailer = PDFDictionary()

  init(_ bytes: [UInt8]) throws(PDFReportError) {
    var parser = PDFParser(bytes, at: try Self.start(in: bytes))
    if parser.skip("xref") { try readTable(&parser) } else { try readStream(&parser) }
    guard trailer["/Prev"] == nil, trailer["/Encrypt"] == nil else { throw .painting("the file is not a plain one") }
  }

  /// The offset behind the last `startxref`.
  private static func start(in bytes: [UInt8]) throws(PDFReportError) -> Int {
    for position in stride(from: bytes.count - 9, through: max(0, bytes.count - 1024), by: -1) {
      var parser = PDFParser(bytes, at: position)
      guard bytes[position] == UInt8(ascii: "s"), parser.skip("startxref") else { continue }
      guard case .integer(let offset) = try parser.value(), bytes.indices.contains(offset) else { throw parser.damage }
      return offset
    }
    throw .painting("the file has no cross-references")
  }

  private mutating func readTable(_ parser: inout PDFParser) throws(PDFReportError) {
    while !parser.skip("trailer") {
      guard case .integer(let first) = try parser.value(), case .integer(let count) = try parser.value(),
        Self.numbers.contains(first), Self.numbers.contains(count)
      else { throw parser.damage }
      for number in first..<(first + count) {
        guard case .integer(let offset) = try parser.value(), case .integer = try parser.value() else { throw parser.damage }
        let isUsed = parser.skip("n")
        guard isUsed || parser.skip("f") else { throw parser.damage }
        set(number, isUsed ? .offset(offset) : .free)
      }
    }
    guard case .dictionary(let dictionary) = try parser.value() else { throw parser.damage }
    trailer = dictionary
  }

  private mutating func readStream(_ parser: inout PDFParser) throws(PDFReportError) {
    guard case .integer = try parser.value(), case .integer = try parser.value(), parser.skip("obj"),
      case .dictionary(let dictionary) = try parser.value(), parser.skip("stream"),
      case .integer(let length)? = dictionary["/Length"], case .integer(let size)? = dictionary["/Size"]
    else { throw parser.damage }
    parser.skipLineEnd()
    guard length >= 0, length <= parser.bytes.count - parser.position,
      let table = PDFStream(dictionary, .stored(parser.position..<(parser.position + length))).decoded(in: parser.bytes)
    else { throw parser.damage }
    let widths = Self.integers(dictionary["/W"]) ?? []
    let sections = Self.integers(dictionary["/Index"]) ?? [0, size]
    guard widths.count == 3, widths.allSatisfy({ $0 <= 8 }), sections.count % 2 == 0, sections.allSatisfy(Self.numbers.contains)
    else { throw parser.damage }
    readRows(table[...], widths, sections)
    trailer = dictionary
  }

  private mutating func readRows(_ table: ArraySlice<UInt8>, _ widths: [Int], _ sections: [Int]) {
    var table = table
    for section in stride(from: 0, to: sections.count, by: 2) {
      for number in sections[section]..<(sections[section] + sections[section + 1]) where table.count >= widths.reduce(0, +) {
        let fields = widths.map { width in
          defer { table = table.dropFirst(width) }
          return table.prefix(width).reduce(0) { $0 << 8 | Int($1) }
        }
        switch widths[0] == 0 ? 1 : fields[0] {
        case 1: set(number, .offset(fields[1]))
        case 2: set(number, .packed(in: fields[1], index: fields[2]))
        default: set(number, .free)
        }
      }
    }
  }

  private mutating func set(_ number: Int, _ entry: Entry) {
    while entries.count <= number { entries.append(.free) }
    entries[number] = entry
  }

  private static func integers(_ value: PDFValue?) -> [Int]? {
    guard case .array(let array)? = value else { return nil }
    return array.items.compactMap { if case .integer(let number) = $0, number >= 0 { number } else { nil } }
  }
}
