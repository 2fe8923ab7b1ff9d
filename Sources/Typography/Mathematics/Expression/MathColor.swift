/// A colour in the sRGB space, components from 0 to 255.
package struct MathColor: Sendable, Hashable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8

  package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// What errors are shown in.
  package static let error = MathColor(0xC0, 0x1C, 0x28)

  /// `#rrggbb`.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    var bytes: [UInt8] = [UInt8(ascii: "#")]
    for component in [red, green, blue] { bytes += [digits[Int(component >> 4)], digits[Int(component & 15)]] }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads a name of xcolor's base set or `dvipsnames`' common ones, or `#rgb`, `#rrggbb`; nil if it is neither.
  package init?(named name: String) {
    if name.hasPrefix("#") {
      let digits = name.utf8.dropFirst().compactMap { Character(UnicodeScalar($0)).hexDigitValue }
      guard digits.count == name.utf8.count - 1 else { return nil }
      switch digits.count {
      case 3: self.init(UInt8(digits[0] * 17), UInt8(digits[1] * 17), UInt8(digits[2] * 17))
      case 6:
        self.init(
          UInt8(digits[0] * 16 + digits[1]), UInt8(digits[2] * 16 + digits[3]), UInt8(digits[4] * 16 + digits[5]))
      default: return nil
      }
      return
    }
    guard let value = MathColor.named[name] else { return nil }
    self.init(UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255))
  }

  /// The names that are known, in alphabetical order.
  package static var names: [String] { named.keys.sorted() }

  private static let named: [String: UInt32] = [
    "black": 0x000000, "blue": 0x0000FF, "brown": 0xBF8040, "cyan": 0x00FFFF, "darkgray": 0x404040, "gray": 0x808080,
    "green": 0x00FF00, "lightgray": 0xBFBFBF, "lime": 0xBFFF00, "magenta": 0xFF00FF, "olive": 0x808000,
    "orange": 0xFF8000, "pink": 0xFFBFBF, "purple": 0xBF0040, "red": 0xFF0000, "teal": 0x008080, "violet": 0x800080,
    "white": 0xFFFFFF, "yellow": 0xFFFF00, "Maroon": 0xAF3235, "ForestGreen": 0x009B55, "NavyBlue": 0x006EB8,
    "RoyalBlue": 0x0071BC, "BrickRed": 0xB6321C, "OrangeRed": 0xED135A, "Plum": 0x92268F,
  ]
}
