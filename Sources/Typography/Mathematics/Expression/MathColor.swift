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

  /// Reads a name of xcolor's base set, a common one of `dvipsnames` or CSS, or `#rgb`, `#rrggbb`, `rrggbb`; nil if it
  /// is none of these.
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
    guard let value = MathColor.named[name] ?? MathColor.hexadecimalValue(name) else { return nil }
    self.init(UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255))
  }

  /// Six hexadecimal digits.
  private static func hexadecimalValue(_ name: String) -> UInt32? { name.utf8.count == 6 ? UInt32(name, radix: 16) : nil }

  /// The names that are known, in alphabetical order, small letters before capitals.
  package static var names: [String] { named.keys.sorted { ($0.lowercased(), $1) < ($1.lowercased(), $0) } }

  private static let named: [String: UInt32] = [
    "black": 0x000000, "blue": 0x0000FF, "brown": 0xBF8040, "cyan": 0x00FFFF, "darkgray": 0x404040, "gray": 0x808080,
    "green": 0x00FF00, "lightgray": 0xBFBFBF, "lime": 0xBFFF00, "magenta": 0xFF00FF, "olive": 0x808000,
    "orange": 0xFF8000, "pink": 0xFFBFBF, "purple": 0xBF0040, "red": 0xFF0000, "teal": 0x008080, "violet": 0x800080,
    "white": 0xFFFFFF, "yellow": 0xFFFF00, "Maroon": 0xAF3235, "ForestGreen": 0x009B55, "NavyBlue": 0x006EB8,
    "RoyalBlue": 0x0071BC, "BrickRed": 0xB6321C, "OrangeRed": 0xED135A, "Plum": 0x92268F, "Emerald": 0x00A99D,
    "TealBlue": 0x00AEB3, "Mahogany": 0xA9341F, "Orchid": 0xAF72B0, "Gray": 0x949698, "Black": 0x221E1F,
    "Blue": 0x2D2F92, "Red": 0xED1B23, "Green": 0x00A64F, "Purple": 0x99479B, "Orange": 0xF58137, "Cyan": 0x00AEEF,
    "Magenta": 0xEC008C, "Yellow": 0xFFF200, "Violet": 0x58429B, "Brown": 0x792500,
    "aqua": 0x00FFFF, "aquamarine": 0x7FFFD4, "beige": 0xF5F5DC, "blueviolet": 0x8A2BE2, "chocolate": 0xD2691E,
    "coral": 0xFF7F50, "cornflowerblue": 0x6495ED, "crimson": 0xDC143C, "darkblue": 0x00008B, "darkgreen": 0x006400,
    "darkorange": 0xFF8C00, "darkred": 0x8B0000, "deeppink": 0xFF1493, "dimgray": 0x696969, "dodgerblue": 0x1E90FF,
    "firebrick": 0xB22222, "forestgreen": 0x228B22, "fuchsia": 0xFF00FF, "gold": 0xFFD700, "goldenrod": 0xDAA520,
    "grey": 0x808080, "hotpink": 0xFF69B4, "indianred": 0xCD5C5C, "indigo": 0x4B0082, "ivory": 0xFFFFF0,
    "khaki": 0xF0E68C, "lavender": 0xE6E6FA, "lightblue": 0xADD8E6, "lightgreen": 0x90EE90, "lightyellow": 0xFFFFE0,
    "maroon": 0x800000, "mediumblue": 0x0000CD, "navy": 0x000080, "orangered": 0xFF4500, "orchid": 0xDA70D6,
    "plum": 0xDDA0DD, "royalblue": 0x4169E1, "salmon": 0xFA8072, "seagreen": 0x2E8B57, "sienna": 0xA0522D,
    "silver": 0xC0C0C0, "skyblue": 0x87CEEB, "slateblue": 0x6A5ACD, "slategray": 0x708090, "steelblue": 0x4682B4,
    "tan": 0xD2B48C, "tomato": 0xFF6347, "turquoise": 0x40E0D0, "wheat": 0xF5DEB3,
  ]
}
