/// What the markers before the pixels of a JPEG file say.
struct JPEGHeader {
  private(set) var width = 0
  private(set) var height = 0
  /// 1 grey, 3 colour, 4 print colours.
  private(set) var components = 0
  private(set) var pixelsPerInch: Double?

  init?(_ bytes: [UInt8]) {
    guard bytes.count > 4, bytes[0] == 0xFF, bytes[1] == 0xD8 else { return nil }
    var position = 2
    while position + 4 <= bytes.count {
      guard bytes[position] == 0xFF else { return nil }
      let marker = bytes[position + 1]
      if marker == 0xFF {
        position += 1
        continue
      }
      if marker == 0x01 || (0xD0...0xD8).contains(marker) {
        position += 2
        continue
      }
      let length = Int(bytes[position + 2]) << 8 | Int(bytes[position + 3])
      guard length >= 2, position + 2 + length <= bytes.count, marker != 0xD9, marker != 0xDA else { return nil }
      let body = bytes[(position + 4)..<(position + 2 + length)]
      if marker == 0xE0 { readDensity(body) }
      // Start of frame, of whatever coding: C0 to CF without the tables C4, C8, CC.
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        readFrame(body)
        break
      }
      position += 2 + length
    }
    guard width > 0, height > 0 else { return nil }
  }

  private mutating func readFrame(_ body: ArraySlice<UInt8>) {
    guard body.count >= 6 else { return }
    let start = body.startIndex
    height = Int(body[start + 1]) << 8 | Int(body[start + 2])
    width = Int(body[start + 3]) << 8 | Int(body[start + 4])
    components = Int(body[start + 5])
  }

  private mutating func readDensity(_ body: ArraySlice<UInt8>) {
    guard body.count >= 12, body.prefix(5).elementsEqual([0x4A, 0x46, 0x49, 0x46, 0]) else { return }
    let start = body.startIndex
    let x = Int(body[start + 8]) << 8 | Int(body[start + 9])
    let y = Int(body[start + 10]) << 8 | Int(body[start + 11])
    guard x == y, x > 1 else { return }
    if body[start + 7] == 1 { pixelsPerInch = Double(x) }
    if body[start + 7] == 2 { pixelsPerInch = Double(x) * 2.54 }
  }
}
