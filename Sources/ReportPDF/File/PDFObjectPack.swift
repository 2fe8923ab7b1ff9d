/// Objects that are stored together in a stream (ISO 32000-1, 7.5.7).
struct PDFObjectPack {
  private let bytes: [UInt8]
  private let offsets: [Int]

  init(_ stream: PDFStream, in file: [UInt8]) throws(PDFReportError) {
    guard case .integer(let count)? = stream.dictionary["/N"], case .integer(let first)? = stream.dictionary["/First"],
      let bytes = stream.decoded(in: file)
    else { throw .painting("a stream of objects is damaged") }
    var parser = PDFParser(bytes)
    var offsets: [Int] = []
    for _ in 0..<max(0, count) {
      guard case .integer = try parser.value(), case .integer(let offset) = try parser.value() else { throw parser.damage }
      offsets.append(first &+ offset)
    }
    self.bytes = bytes
    self.offsets = offsets
  }

  func value(_ index: Int) throws(PDFReportError) -> PDFValue {
    guard offsets.indices.contains(index) else { throw .painting("a stream of objects is too short") }
    var parser = PDFParser(bytes, at: offsets[index])
    return try parser.value()
  }
}
