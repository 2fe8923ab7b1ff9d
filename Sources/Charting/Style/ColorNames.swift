import Graphics

/// Colours by name or as `#rrggbb`.
///
/// Black, white and greys become roles, so that they turn with a dark theme.
enum ColorNames {
  static func color(_ text: String) -> Color? {
    if text.hasPrefix("#") { return hex(text.dropFirst()) }
    let name = text.lowercased()
    if name.hasPrefix("rgb") || name.hasPrefix("hsl") { return function(name) }
    if let role = roles[name] { return .role(role) }
    if name.hasPrefix("series"), let index = Int(name.dropFirst(6)), index >= 1 { return .series(index - 1) }
    return table[name].map { Theme.RGB($0).color }
  }

  static var names: [String] { (roles.keys.map { $0 } + table.keys).sorted() }

  private static func hex(_ digits: Substring) -> Color? {
    guard let value = UInt32(digits, radix: 16) else { return nil }
    if digits.count == 6 { return Theme.RGB(value).color }
    if digits.count == 8 { return Theme.RGB(value >> 8).color }
    guard digits.count == 3 else { return nil }
    let (r, g, b) = (value >> 8 & 15, value >> 4 & 15, value & 15)
    return Theme.RGB((r * 17) << 16 | (g * 17) << 8 | b * 17).color
  }

  /// `rgb(20, 80, 160)` and `hsl(210, 60%, 40%)`; what they say of opacity is left to `opacity`.
  private static func function(_ text: String) -> Color? {
    let parts = text.drop { $0 != "(" }.dropFirst().split { ", )/".contains($0) }
    let numbers = parts.prefix(3).compactMap { Double($0.filter { $0 != "%" }) }
    guard numbers.count == 3 else { return nil }
    func byte(_ value: Double) -> UInt8 { UInt8(max(0, min(255, value.rounded()))) }
    if text.hasPrefix("rgb") { return .rgb(byte(numbers[0]), byte(numbers[1]), byte(numbers[2])) }
    let (hue, saturation, lightness) = (numbers[0] / 60, numbers[1] / 100, numbers[2] / 100)
    let reach = saturation * min(lightness, 1 - lightness)
    func channel(_ shift: Double) -> UInt8 {
      let place = (shift + hue * 2).truncatingRemainder(dividingBy: 12)
      return byte(255 * (lightness - reach * max(-1, min(place - 3, 9 - place, 1))))
    }
    return .rgb(channel(0), channel(8), channel(4))
  }

  private static let roles: [String: ColorRole] = [
    "black": .ink, "ink": .ink, "white": .paper, "paper": .paper, "grey": .muted, "gray": .muted, "dimgray": .muted, "dimgrey": .muted, "darkgray": .axis, "darkgrey": .axis,
    "accent": .accent, "muted": .muted, "lightgray": .missing, "lightgrey": .missing,
  ]

  private static let table: [String: UInt32] = [
    "blue": 0x0072B2, "vermilion": 0xD55E00, "green": 0x009E73, "pink": 0xCC79A7, "orange": 0xE69F00, "skyblue": 0x56B4E9,
    "red": 0xC62828, "purple": 0x7B3294, "steelblue": 0x4682B4, "firebrick": 0xB22222, "teal": 0x008080, "gold": 0xFFD700, "navy": 0x000080,
    "brown": 0x8C510A, "darkorange": 0xFF8C00, "salmon": 0xFA8072, "crimson": 0xDC143C, "royalblue": 0x4169E1, "seagreen": 0x2E8B57,
    "indigo": 0x4B0082, "maroon": 0x800000, "olive": 0x808000, "tomato": 0xFF6347, "lightblue": 0xADD8E6, "lightgreen": 0x90EE90,
    "yellow": 0xF0E442, "cyan": 0x00B7C3, "magenta": 0xC51B7D, "darkblue": 0x00008B, "darkgreen": 0x006400, "darkred": 0x8B0000,
    "slategray": 0x708090, "slategrey": 0x708090, "silver": 0xC0C0C0, "violet": 0xEE82EE, "coral": 0xFF7F50, "khaki": 0xF0E68C, "tan": 0xD2B48C,
    "aliceblue": 0xF0F8FF, "antiquewhite": 0xFAEBD7, "aqua": 0x00FFFF, "aquamarine": 0x7FFFD4, "azure": 0xF0FFFF, "beige": 0xF5F5DC,
    "bisque": 0xFFE4C4, "blanchedalmond": 0xFFEBCD, "blueviolet": 0x8A2BE2, "burlywood": 0xDEB887, "cadetblue": 0x5F9EA0, "chartreuse": 0x7FFF00,
    "chocolate": 0xD2691E, "cornflowerblue": 0x6495ED, "cornsilk": 0xFFF8DC, "darkcyan": 0x008B8B, "darkgoldenrod": 0xB8860B, "darkkhaki": 0xBDB76B,
    "darkmagenta": 0x8B008B, "darkolivegreen": 0x556B2F, "darkorchid": 0x9932CC, "darksalmon": 0xE9967A, "darkseagreen": 0x8FBC8F,
    "darkslateblue": 0x483D8B, "darkslategray": 0x2F4F4F, "darkslategrey": 0x2F4F4F, "darkturquoise": 0x00CED1, "darkviolet": 0x9400D3,
    "deeppink": 0xFF1493, "deepskyblue": 0x00BFFF, "dodgerblue": 0x1E90FF, "floralwhite": 0xFFFAF0, "forestgreen": 0x228B22, "fuchsia": 0xFF00FF,
    "gainsboro": 0xDCDCDC, "ghostwhite": 0xF8F8FF, "goldenrod": 0xDAA520, "greenyellow": 0xADFF2F, "honeydew": 0xF0FFF0, "hotpink": 0xFF69B4,
    "indianred": 0xCD5C5C, "ivory": 0xFFFFF0, "lavender": 0xE6E6FA, "lavenderblush": 0xFFF0F5, "lawngreen": 0x7CFC00, "lemonchiffon": 0xFFFACD,
    "lightcoral": 0xF08080, "lightcyan": 0xE0FFFF, "lightgoldenrodyellow": 0xFAFAD2, "lightpink": 0xFFB6C1, "lightsalmon": 0xFFA07A,
    "lightseagreen": 0x20B2AA, "lightskyblue": 0x87CEFA, "lightslategray": 0x778899, "lightslategrey": 0x778899, "lightsteelblue": 0xB0C4DE,
    "lightyellow": 0xFFFFE0, "lime": 0x00FF00, "limegreen": 0x32CD32, "linen": 0xFAF0E6, "mediumaquamarine": 0x66CDAA, "mediumblue": 0x0000CD,
    "mediumorchid": 0xBA55D3, "mediumpurple": 0x9370DB, "mediumseagreen": 0x3CB371, "mediumslateblue": 0x7B68EE, "mediumspringgreen": 0x00FA9A,
    "mediumturquoise": 0x48D1CC, "mediumvioletred": 0xC71585, "midnightblue": 0x191970, "mintcream": 0xF5FFFA, "mistyrose": 0xFFE4E1,
    "moccasin": 0xFFE4B5, "navajowhite": 0xFFDEAD, "oldlace": 0xFDF5E6, "olivedrab": 0x6B8E23, "orangered": 0xFF4500, "orchid": 0xDA70D6,
    "palegoldenrod": 0xEEE8AA, "palegreen": 0x98FB98, "paleturquoise": 0xAFEEEE, "palevioletred": 0xDB7093, "papayawhip": 0xFFEFD5,
    "peachpuff": 0xFFDAB9, "peru": 0xCD853F, "plum": 0xDDA0DD, "powderblue": 0xB0E0E6, "rebeccapurple": 0x663399, "rosybrown": 0xBC8F8F,
    "saddlebrown": 0x8B4513, "sandybrown": 0xF4A460, "seashell": 0xFFF5EE, "sienna": 0xA0522D, "slateblue": 0x6A5ACD, "snow": 0xFFFAFA,
    "springgreen": 0x00FF7F, "thistle": 0xD8BFD8, "turquoise": 0x40E0D0, "wheat": 0xF5DEB3, "whitesmoke": 0xF5F5F5, "yellowgreen": 0x9ACD32,
  ]
}
