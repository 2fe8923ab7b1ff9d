/// A PDF file in memory whose objects can be read, changed and added to.
///
/// It reads what Cairo and `PDFFileWriter` write: files without encryption or updates, filtered by Flate alone where
/// content is asked for. What is not changed is never decoded. Keys are written with their slash: `/Root`.
final class PDFFile {
  let bytes: [UInt8]
  private var entries: [CrossReferences.Entry]
  private let trailerDictionary: PDFDictionary
  /// Objects that have been read, and new ones.
  private var contents: [PDFValue?]
  private var packs: [Int: PDFObjectPack] = [:]
  /// The first object that could not be read; it counts as null.
  private var damage: PDFReportError?

  /// - Throws: `PDFReportError.painting` for bytes that are not such a file.
  init(_ bytes: [UInt8]) throws(PDFReportError) {
    let references = try CrossReferences(bytes)
    self.bytes = bytes
    entries = references.entries
    trailerDictionary = references.trailer
    contents = Array(repeating: nil, count: entries.count)
    guard root.isDictionary else { throw damage ?? .painting("the file has no catalogue") }
  }

  var trailer: PDFObject { object(.dictionary(trailerDictionary)) }

  var root: PDFObject { trailer["/Root"] }

  var pages: [PDFObject] {
    func leaves(_ node: PDFObject) -> [PDFObject] {
      node["/Type"].name == "/Pages" ? node["/Kids"].items.flatMap(leaves) : [node]
    }
    return leaves(root["/Pages"])
  }

  /// All objects of the file by number.
  var objects: [PDFObject] { (1..<max(1, size)).map { object(.reference($0)) } }

  /// How many numbers of objects are taken, 0 included.
  var size: Int { contents.count }

  /// The value that a reference stands for; other values stand for themselves.
  func resolved(_ value: PDFValue) -> PDFValue {
    guard case .reference(let number) = value else { return value }
    guard contents.indices.contains(number) else { return .null }
    if let known = contents[number] { return known }
    // What refers to itself is nothing.
    contents[number] = .null
    do throws(PDFReportError) {
      let value = try read(number)
      contents[number] = value
      return value
    } catch {
      damage = damage ?? error
      return .null
    }
  }

  /// Takes a value in as a new object and returns its number.
  func add(_ value: PDFValue) -> Int {
    contents.append(value)
    return contents.count - 1
  }

  /// The whole as a new file, without what nothing refers to; the identifier is a digest of the content.
  func written() throws(PDFReportError) -> [UInt8] {
    var writer = PDFFileWriter(self)
    let written = writer.write()
    if let damage { throw damage }
    return written
  }
}

// MARK: - Reading

extension PDFFile {
  private func read(_ number: Int) throws(PDFReportError) -> PDFValue {
    switch entries[number] {
    case .free: return .null
    case .offset(let offset): return try read(number, at: offset)
    case .packed(let container, let index):
      let pack: PDFObjectPack
      if let known = packs[container] {
        pack = known
      } else {
        guard case .stream(let stream) = resolved(.reference(container)) else { throw .painting("object \(container) is lost") }
        pack = try PDFObjectPack(stream, in: bytes)
        packs[container] = pack
      }
      return try pack.value(index)
    }
  }

  private func read(_ number: Int, at offset: Int) throws(PDFReportError) -> PDFValue {
    var parser = PDFParser(bytes, at: offset)
    guard case .integer(number) = try parser.value(), case .integer = try parser.value(), parser.skip("obj") else {
      throw parser.damage
    }
    let value = try parser.value()
    guard case .dictionary(let dictionary) = value, parser.skip("stream") else { return value }
    parser.skipLineEnd()
    guard let length = dictionary["/Length"], case .integer(let count) = resolved(length), count >= 0,
      count <= bytes.count - parser.position
    else { throw parser.damage }
    return .stream(PDFStream(dictionary, .stored(parser.position..<(parser.position + count))))
  }
}

// MARK: - New objects

extension PDFFile {
  func object(_ value: PDFValue) -> PDFObject { PDFObject(file: self, value: value) }

  func name(_ text: String) -> PDFObject { object(.name(text)) }
  func integer(_ value: Int) -> PDFObject { object(.integer(value)) }
  func real(_ value: Double) -> PDFObject { object(.real(PDFCanvas.decimal(value))) }
  func boolean(_ value: Bool) -> PDFObject { object(.boolean(value)) }

  /// A string for people to read: ASCII, or UTF-16 with its mark.
  func text(_ text: String) -> PDFObject {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return string(text) }
    return object(.string([0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }))
  }

  /// A string for programs: ASCII.
  func string(_ text: String) -> PDFObject { object(.string(Array(text.utf8))) }

  func array(_ items: [PDFObject] = []) -> PDFObject { object(.array(PDFArray(items.map(\.value)))) }

  func dictionary(_ entries: KeyValuePairs<String, PDFObject> = [:]) -> PDFObject {
    object(.dictionary(PDFDictionary(entries.map { ($0.key, $0.value.value) })))
  }

  /// A new stream, an object of its own, compressed when written.
  func stream(_ bytes: [UInt8], _ entries: KeyValuePairs<String, PDFObject> = [:]) -> PDFObject {
    let dictionary = PDFDictionary(entries.map { ($0.key, $0.value.value) })
    return object(.reference(add(.stream(PDFStream(dictionary, .plain(bytes))))))
  }
}
