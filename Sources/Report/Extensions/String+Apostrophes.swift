extension String {
  /// With typewriter apostrophes between letters ("it's") and after a plural's s ("the edges' clocks") made typographic ones.
  ///
  /// One that closes what an earlier one opened is a quotation mark, and stays as it is.
  var withApostrophes: String {
    guard utf8.contains(0x27) else { return self }
    let bytes = Array(utf8)
    func isLetter(_ index: Int) -> Bool {
      guard bytes.indices.contains(index) else { return false }
      return bytes[index] >= 0x80 || (0x61...0x7A).contains(bytes[index] | 0x20)
    }
    var result: [UInt8] = []
    var isQuoting = false
    for (index, byte) in bytes.enumerated() {
      guard byte == 0x27 else {
        result.append(byte)
        continue
      }
      let (followsLetter, precedesLetter) = (isLetter(index - 1), isLetter(index + 1))
      let isPossessive = followsLetter && !precedesLetter && !isQuoting && bytes[index - 1] | 0x20 == UInt8(ascii: "s")
      if (followsLetter && precedesLetter) || isPossessive { result += "\u{2019}".utf8 } else { result.append(byte) }
      if !(followsLetter && precedesLetter) { isQuoting = !followsLetter && precedesLetter }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
