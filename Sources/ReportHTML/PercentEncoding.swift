/// Bytes within a data URI (RFC 3986, 2.1).
enum PercentEncoding {
  /// What an address and an attribute can hold as it is; everything else as `%` and two hexadecimal digits.
  static func text(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 5 / 4)
    for byte in bytes {
      if isPlain(byte) { text.append(byte) } else { text += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)] }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: "-._~,=:/;()*!$@+?".utf8.contains(byte)
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 55 + value }
}
