/// What colours by role stand for.
///
/// Series: Okabe–Ito without yellow, blue first, plus grey; the text forms have a contrast of 4.5:1 or more on paper.
package struct Theme: Sendable, Hashable {
  package var roles: [ColorRole: RGB]
  package var series: [RGB]
  package var seriesText: [RGB]

  package struct RGB: Sendable, Hashable {
    package var red: UInt8
    package var green: UInt8
    package var blue: UInt8

    package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
      self.red = red
      self.green = green
      self.blue = blue
    }

    /// From 0xRRGGBB.
    package init(_ hex: UInt32) { self.init(UInt8(hex >> 16 & 255), UInt8(hex >> 8 & 255), UInt8(hex & 255)) }

    /// `#rrggbb`.
    package var hex: String {
      let digits = Array("0123456789abcdef".utf8)
      return "#" + String(decoding: [red, green, blue].flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
  }

  package func rgb(_ color: Color) -> RGB {
    switch color {
    case .role(let role): roles[role] ?? RGB(0, 0, 0)
    case .series(let index): series[index % series.count]
    case .seriesText(let index): seriesText[index % seriesText.count]
    case .rgb(let red, let green, let blue): RGB(red, green, blue)
    }
  }

  package static let light = Theme(
    roles: [
      .ink: RGB(0x1A1A1A), .muted: RGB(0x555555), .axis: RGB(0x555555), .grid: RGB(0xE3E3E3), .paper: RGB(0xFFFFFF),
      .missing: RGB(0xD9D9D9), .accent: RGB(0x0072B2), .error: RGB(0xB3261E),
    ],
    series: [0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x000000, 0x7F7F7F].map(RGB.init),
    seriesText: [0x0072B2, 0xC25600, 0x008662, 0xA36186, 0x9C6C00, 0x3B7CA1, 0x000000, 0x767676].map(RGB.init))

  package static let dark = Theme(
    roles: [
      .ink: RGB(0xECECEC), .muted: RGB(0xB0B0B0), .axis: RGB(0xA0A0A0), .grid: RGB(0x34383D), .paper: RGB(0x15181C),
      .missing: RGB(0x4A4F55), .accent: RGB(0x5CB3E6), .error: RGB(0xFF8A80),
    ],
    series: [0x4FA8DC, 0xF0803C, 0x35C299, 0xDE9AC0, 0xEDB540, 0x8CCBF0, 0xECECEC, 0xA0A0A0].map(RGB.init),
    seriesText: [0x6DB9E8, 0xF59A62, 0x55D0AC, 0xE6B0CE, 0xF0C566, 0xA3D6F4, 0xECECEC, 0xB0B0B0].map(RGB.init))
}
