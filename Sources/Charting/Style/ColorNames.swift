import Graphics

/// Colours by name or as `#rrggbb`.
///
/// Black, white and greys become roles, so that they turn with a dark theme.
enum ColorNames {
  static func color(_ text: String) -> Color? {
    if text.hasPrefix("#") { return hex(text.dropFirst()) }
    let name = text.lowercased()
    if let role = roles[name] { return .role(role) }
    if name.hasPrefix("series"), let index = Int(name.dropFirst(6)), index >= 1 { return .series(index - 1) }
    return table[name].map { Theme.RGB($0).color }
  }

  static var names: [String] { (roles.keys.map { $0 } + table.keys).sorted() }

  private static func hex(_ digits: Substring) -> Color? {
    guard let value = UInt32(digits, radix: 16) else { return nil }
    if digits.count == 6 { return Theme.RGB(value).color }
    guard digits.count == 3 else { return nil }
    let (r, g, b) = (value >> 8 & 15, value >> 4 & 15, value & 15)
    return Theme.RGB((r * 17) << 16 | (g * 17) << 8 | b * 17).color
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
  ]
}
