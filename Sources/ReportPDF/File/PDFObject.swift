/// An object of a `PDFFile`: a value or a reference; absent ones are null.
struct PDFObject {
  let file: PDFFile
  let value: PDFValue

  private var content: PDFValue { file.resolved(value) }

  var isDictionary: Bool { dictionaryContent != nil }

  var isArray: Bool { if case .array = content { true } else { false } }

  var isStream: Bool { if case .stream = content { true } else { false } }

  /// The number of an indirect object; 0 for others.
  var number: Int { if case .reference(let number) = value { number } else { 0 } }

  var integer: Int? { if case .integer(let number) = content { number } else { nil } }

  var double: Double? {
    switch content {
    case .integer(let number): Double(number)
    case .real(let text): Double(text)
    default: nil
    }
  }

  var isTrue: Bool { if case .boolean(true) = content { true } else { false } }

  /// A name with its slash.
  var name: String? { if case .name(let name) = content { name } else { nil } }

  /// A string for people, in UTF-16 with its mark or in Latin letters.
  var text: String? {
    guard case .string(let bytes) = content else { return nil }
    guard bytes.starts(with: [0xFE, 0xFF]) else { return String(String.UnicodeScalarView(bytes.map { UnicodeScalar($0) })) }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
    return String(decoding: units, as: UTF16.self)
  }

  /// The members of an array; empty for anything else.
  var items: [PDFObject] {
    guard case .array(let array) = content else { return [] }
    return array.items.map(file.object)
  }

  /// The keys of a dictionary in their order.
  var keys: [String] { dictionaryContent?.entries.map(\.key) ?? [] }

  /// The dictionary of a stream.
  var dictionary: PDFObject {
    guard case .stream(let stream) = content else { return file.object(.null) }
    return file.object(.dictionary(stream.dictionary))
  }

  subscript(key: String) -> PDFObject { file.object(dictionaryContent?[key] ?? .null) }

  func set(_ key: String, _ value: PDFObject) { dictionaryContent?[key] = value.value }

  func append(_ item: PDFObject) {
    if case .array(let array) = content { array.items.append(item.value) }
  }

  /// Makes it an object of its own, so that others can refer to it.
  func indirect() -> PDFObject {
    if case .reference = value { self } else { file.object(.reference(file.add(value))) }
  }

  /// The decoded bytes of a stream; empty for anything else.
  var streamBytes: [UInt8] {
    guard case .stream(let stream) = content else { return [] }
    return stream.decoded(in: file.bytes) ?? []
  }

  func replaceStream(with bytes: [UInt8]) {
    if case .stream(let stream) = content { stream.replace(with: bytes) }
  }

  private var dictionaryContent: PDFDictionary? {
    if case .dictionary(let dictionary) = content { dictionary } else { nil }
  }
}
