/// What stands before the text of a line: spaces, the `>` of quotes, the markers of list items.
struct LinePrefix {
  /// Byte offset of the first byte of the text.
  private(set) var end: Int
  private(set) var quotes = 0

  /// The longest prefix, list markers included.
  init(_ bytes: [UInt8], _ line: Range<Int>) {
    end = line.lowerBound
    skipSpaces(bytes, line)
    while end < line.upperBound {
      if bytes[end] == UInt8(ascii: ">") {
        quotes += 1
        end += 1
      } else if let length = LinePrefix.markerLength(bytes, end..<line.upperBound) {
        end += length
      } else {
        return
      }
      skipSpaces(bytes, line)
    }
  }

  /// At most so many quotes and no list markers: the prefix of a line that goes on with a paragraph.
  init(_ bytes: [UInt8], _ line: Range<Int>, quotes limit: Int) {
    end = line.lowerBound
    skipSpaces(bytes, line)
    while quotes < limit, end < line.upperBound, bytes[end] == UInt8(ascii: ">") {
      quotes += 1
      end += 1
      skipSpaces(bytes, line)
    }
  }

  private mutating func skipSpaces(_ bytes: [UInt8], _ line: Range<Int>) {
    while end < line.upperBound, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
  }

  /// `- `, `* `, `+ `, `12. `, `12) `.
  private static func markerLength(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var offset = range.lowerBound
    let first = bytes[offset]
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == UInt8(ascii: "+") {
      offset += 1
    } else {
      while offset < range.upperBound, bytes[offset] >= 0x30, bytes[offset] <= 0x39, offset - range.lowerBound < 9 { offset += 1 }
      guard offset > range.lowerBound, offset < range.upperBound else { return nil }
      guard bytes[offset] == UInt8(ascii: ".") || bytes[offset] == UInt8(ascii: ")") else { return nil }
      offset += 1
    }
    guard offset < range.upperBound, bytes[offset] == 0x20 || bytes[offset] == 0x09 else { return nil }
    return offset - range.lowerBound
  }
}
