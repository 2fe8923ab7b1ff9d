extension EmbeddedImage.Format {
  /// By the first bytes of a file; nil if it is none of the formats.
  init?(bytes: [UInt8]) {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      self = .png
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else {
      let head = String(decoding: bytes.prefix(512), as: UTF8.self)
      guard head.contains("<svg") || (head.contains("<?xml") && String(decoding: bytes.prefix(4096), as: UTF8.self).contains("<svg")) else { return nil }
      self = .svg
    }
  }
}
