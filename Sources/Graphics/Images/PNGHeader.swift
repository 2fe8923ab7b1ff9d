/// What the first chunks of a PNG file say.
struct PNGHeader {
  let width: Int
  let height: Int
  /// Along both sides; nil when the file does not say or the sides differ.
  private(set) var pixelsPerMetre: Double?

  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 33, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
      bytes[12..<16].elementsEqual("IHDR".utf8)
    else { return nil }
    width = PNGHeader.number(bytes, 16)
    height = PNGHeader.number(bytes, 20)
    guard width > 0, height > 0 else { return nil }
    var position = 33
    while position + 12 <= bytes.count {
      let length = PNGHeader.number(bytes, position)
      let type = bytes[(position + 4)..<(position + 8)]
      if type.elementsEqual("IDAT".utf8) { break }
      if type.elementsEqual("pHYs".utf8), length == 9, position + 17 <= bytes.count {
        let (x, y) = (PNGHeader.number(bytes, position + 8), PNGHeader.number(bytes, position + 12))
        if x == y, x > 0, bytes[position + 16] == 1 { pixelsPerMetre = Double(x) }
      }
      position += 12 + length
    }
  }

  private static func number(_ bytes: [UInt8], _ start: Int) -> Int {
    bytes[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }
  }
}
