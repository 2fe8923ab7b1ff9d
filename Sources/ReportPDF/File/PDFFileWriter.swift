import Digests
import Graphics

/// Writes the objects that a file's trailer leads to, numbered anew; all but streams are packed into streams of objects.
struct PDFFileWriter {
  private let file: PDFFile
  /// New numbers by old ones; 0 for what nothing refers to.
  private var numbers: [Int]
  /// Old numbers in the order of the new ones.
  private var order: [Int] = []
  private var output: [UInt8] = []
  private var digest = SHA256()
  /// Rows of the stream of cross-references, by new number: the kind and two fields.
  private var rows: [(kind: UInt8, place: Int, index: Int)] = [(0, 0, 0)]

  /// More objects in one stream pack better, but readers unpack all to see one.
  private static let packSize = 200
  /// The next level takes a quarter longer for less than one per cent.
  private static let effort = 5

  init(_ file: PDFFile) {
    self.file = file
    numbers = Array(repeating: 0, count: file.size)
  }

  mutating func write() -> [UInt8] {
    // 1. Number what can be reached, nearest first.
    let trailer = PDFDictionary()
    for key in ["/Root", "/Info"] {
      let value = file.trailer[key].value
      if case .reference = value { trailer[key] = value }
    }
    number(.dictionary(trailer))
    var next = 0
    while next < order.count {
      number(file.resolved(.reference(order[next])))
      next += 1
    }
    // 2. Streams by themselves, the rest in packs.
    output = Array("%PDF-1.7\n%\u{B5}\u{B6}\n".utf8)
    rows += Array(repeating: (0, 0, 0), count: order.count)
    var packed: [Int] = []
    for old in order {
      if case .stream(let stream) = file.resolved(.reference(old)) { write(stream, as: numbers[old]) } else { packed.append(old) }
    }
    for start in stride(from: 0, to: packed.count, by: Self.packSize) {
      writePack(packed[start..<min(start + Self.packSize, packed.count)])
    }
    // 3. Where all of it lies.
    writeCrossReferences(trailer)
    return output
  }

  private mutating func number(_ value: PDFValue) {
    switch value {
    case .reference(let old):
      guard numbers.indices.contains(old), numbers[old] == 0 else { return }
      order.append(old)
      numbers[old] = order.count
    case .array(let array): for item in array.items { number(item) }
    case .dictionary(let dictionary): for entry in dictionary.entries { number(entry.value) }
    case .stream(let stream):
      // The length is written with the data.
      for entry in stream.dictionary.entries where entry.key != "/Length" { number(entry.value) }
    default: break
    }
  }

  // MARK: Parts

  private mutating func write(_ stream: PDFStream, as number: Int) {
    rows[number] = (1, output.count, 0)
    var data: [UInt8] = []
    switch stream.content {
    case .stored(let range): data = Array(file.bytes[range])
    case .plain(let bytes):
      data = bytes
      // Programs look for metadata without unpacking.
      if case .name("/Metadata")? = stream.dictionary["/Type"] { break }
      let deflated = Deflate.compress(bytes, effort: Self.effort)
      guard !deflated.isEmpty, deflated.count + 20 < bytes.count else { break }
      data = deflated
      stream.dictionary["/Filter"] = .name("/FlateDecode")
    }
    stream.dictionary["/Length"] = .integer(data.count)
    var syntax = PDFSyntax(numbers: numbers)
    syntax.append(stream.dictionary)
    digest.update(syntax.bytes)
    // What Flate packed ends in a checksum of its content.
    if case .name("/FlateDecode")? = stream.dictionary["/Filter"] { digest.update(data.suffix(4)) } else { digest.update(data) }
    output.append(decimal: number)
    output += " 0 obj\n".utf8
    output += syntax.bytes
    output += "\nstream\n".utf8
    output += data
    output += "\nendstream\nendobj\n".utf8
  }

  private mutating func writePack(_ objects: ArraySlice<Int>) {
    let container = rows.count
    rows.append((0, 0, 0))
    var head: [UInt8] = []
    var body = PDFSyntax(numbers: numbers)
    for (index, old) in objects.enumerated() {
      rows[numbers[old]] = (2, container, index)
      head.append(decimal: numbers[old])
      head.append(0x20)
      head.append(decimal: body.bytes.count)
      head.append(0x20)
      body.append(file.resolved(.reference(old)))
      body.appendLineEnd()
    }
    let dictionary = PDFDictionary([
      ("/Type", .name("/ObjStm")), ("/N", .integer(objects.count)), ("/First", .integer(head.count)),
    ])
    write(PDFStream(dictionary, .plain(head + body.bytes)), as: container)
  }

  private mutating func writeCrossReferences(_ trailer: PDFDictionary) {
    let start = output.count
    let identifier = PDFValue.string(Array(digest.finalizeHex().utf8.prefix(32)))
    rows.append((1, start, 0))
    let width = (64 - start.leadingZeroBitCount + 7) / 8
    var table: [UInt8] = []
    for row in rows {
      table.append(row.kind)
      for byte in (0..<width).reversed() { table.append(UInt8(truncatingIfNeeded: row.place >> (8 * byte))) }
      table.append(UInt8(row.index))
    }
    trailer["/Type"] = .name("/XRef")
    trailer["/Size"] = .integer(rows.count)
    trailer["/W"] = .array(PDFArray([.integer(1), .integer(width), .integer(1)]))
    trailer["/ID"] = .array(PDFArray([identifier, identifier]))
    write(PDFStream(trailer, .plain(table)), as: rows.count - 1)
    output += "startxref\n".utf8
    output.append(decimal: start)
    output += "\n%%EOF\n".utf8
  }
}
