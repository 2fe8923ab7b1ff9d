import Diagnostics

/// JSON writes a character beyond the basic plane as two escapes, `\ud83d\udc04`, which YAML does not read.
package enum JSONEscapes {
  /// The text with each such pair as YAML's one escape, `\U0001f404`.
  package static func joined(_ source: SourceFile) -> SourceFile {
    let bytes = source.bytes
    guard bytes.first(where: { $0 > 32 }) == UInt8(ascii: "{") else { return source }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      if let high = unit(bytes, place), (0xD800..<0xDC00).contains(high), let low = unit(bytes, place + 6), (0xDC00..<0xE000).contains(low) {
        let digits = String(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00), radix: 16)
        result += Array(("\\U" + String(repeating: "0", count: 8 - digits.count) + digits).utf8)
        place += 12
        continue
      }
      // What follows a backslash belongs to it.
      let length = bytes[place] == UInt8(ascii: "\\") && place + 1 < bytes.count ? 2 : 1
      result += bytes[place..<place + length]
      place += length
    }
    return SourceFile(path: source.path, bytes: result)
  }

  /// The code unit of an escape: `\u` and four hexadecimal digits.
  private static func unit(_ bytes: [UInt8], _ place: Int) -> Int? {
    guard place + 6 <= bytes.count, bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: "u") else { return nil }
    return Int(String(decoding: bytes[place + 2..<place + 6], as: UTF8.self), radix: 16)
  }
}
