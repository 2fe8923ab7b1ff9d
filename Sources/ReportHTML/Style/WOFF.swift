import CZlib

/// The Web Open Font Format 1.0: the tables of a font, each deflated. A third smaller than the font.
enum WOFF {
  private struct Entry {
    var tag: UInt32
    var checksum: UInt32
    var length: Int
    var stored: [UInt8]
  }

  /// - Parameter font: an OpenType file.
  /// - Returns: the same font as WOFF; nil if the file is not a font.
  static func encode(_ font: [UInt8]) -> [UInt8]? {
    guard let entries = entries(of: font) else { return nil }
    let headLength = 44 + 20 * entries.count
    var directory: [UInt8] = []
    var tables: [UInt8] = []
    for entry in entries {
      for word in [entry.tag, UInt32(headLength + tables.count), UInt32(entry.stored.count), UInt32(entry.length), entry.checksum] {
        directory.append(word: word)
      }
      tables += entry.stored
      while tables.count % 4 != 0 { tables.append(0) }
    }
    var file: [UInt8] = []
    file.append(word: 0x774F_4646)
    file += font[0..<4]
    file.append(word: UInt32(headLength + tables.count))
    file += font[4..<6] + [0, 0]
    file.append(word: UInt32(12 + 16 * entries.count + entries.reduce(0) { $0 + ($1.length + 3) / 4 * 4 }))
    // Version 1.0; no metadata, no private data.
    file.append(word: 0x0001_0000)
    for _ in 0..<5 { file.append(word: 0) }
    return file + directory + tables
  }

  private static func entries(of font: [UInt8]) -> [Entry]? {
    guard font.count >= 12 else { return nil }
    let count = Int(font[4]) << 8 | Int(font[5])
    guard font.count >= 12 + 16 * count else { return nil }
    return (0..<count).map { index in
      let words = (0..<4).map { font.word(at: 12 + 16 * index + 4 * $0) }
      let start = min(Int(words[2]), font.count)
      let table = Array(font[start..<min(start + Int(words[3]), font.count)])
      return Entry(tag: words[0], checksum: words[1], length: table.count, stored: deflated(table))
    }
  }

  /// As it is where deflating makes it no shorter, which the format wants.
  private static func deflated(_ table: [UInt8]) -> [UInt8] {
    var length = compressBound(UInt(table.count))
    var output = [UInt8](repeating: 0, count: Int(length))
    let status = compress2(&output, &length, table, UInt(table.count), 9)
    return status == Z_OK && length < table.count ? Array(output[..<Int(length)]) : table
  }
}

extension [UInt8] {
  /// Four bytes, most significant first.
  fileprivate func word(at index: Int) -> UInt32 { self[index..<index + 4].reduce(0) { $0 << 8 | UInt32($1) } }

  fileprivate mutating func append(word: UInt32) {
    self += [UInt8(word >> 24), UInt8(word >> 16 & 255), UInt8(word >> 8 & 255), UInt8(word & 255)]
  }
}
