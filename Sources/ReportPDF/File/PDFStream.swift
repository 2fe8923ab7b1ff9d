import Graphics

/// A stream of a PDF file: a dictionary and bytes.
final class PDFStream {
  enum Content {
    /// As the file holds them, packed by the filter that the dictionary names.
    case stored(Range<Int>)
    /// New ones, not packed yet.
    case plain([UInt8])
  }

  let dictionary: PDFDictionary
  private(set) var content: Content

  init(_ dictionary: PDFDictionary, _ content: Content) {
    self.dictionary = dictionary
    self.content = content
  }

  /// The bytes without filter; nil where the filter is another than Flate or the data is damaged.
  ///
  /// - Parameter file: the bytes that stored content lies in.
  func decoded(in file: [UInt8]) -> [UInt8]? {
    switch content {
    case .plain(let bytes): return bytes
    case .stored(let range):
      var filter = dictionary["/Filter"]
      if case .array(let filters)? = filter { filter = filters.items.count == 1 ? filters.items[0] : .null }
      switch filter {
      case nil: return Array(file[range])
      case .name("/FlateDecode")? where dictionary["/DecodeParms"] == nil: return Inflate.expand(file[range])
      default: return nil
      }
    }
  }

  func replace(with bytes: [UInt8]) {
    dictionary["/Filter"] = nil
    dictionary["/DecodeParms"] = nil
    content = .plain(bytes)
  }
}
