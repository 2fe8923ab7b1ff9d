extension String {
  /// With typewriter apostrophes between letters, as in "it's", made typographic ones.
  var withApostrophes: String {
    guard utf8.contains(0x27) else { return self }
    let bytes = Array(utf8)
    func isLetter(_ index: Int) -> Bool {
      guard bytes.indices.contains(index) else { return false }
      return bytes[index] >= 0x80 || (0x61...0x7A).contains(bytes[index] | 0x20)
    }
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if byte == 0x27 && isLetter(index - 1) && isLetter(index + 1) { result += "\u{2019}".utf8 } else { result.append(byte) }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
