import Graphics
import Typography

/// How running text looks: face, size, distance of its lines, colour.
struct TextSetting: Hashable {
  var role: FontRole
  var size: Double
  var leading: Double
  var color: Theme.RGB = Palette.ink

  init(_ role: FontRole, _ size: Double, leading: Double, color: Theme.RGB = Palette.ink) {
    self.role = role
    self.size = size
    self.leading = leading
    self.color = color
  }

  /// From the top of a line's box to its baseline, and from there to its bottom.
  var strutAscent: Double { leading * 0.71 }
  var strutDescent: Double { leading * 0.29 }

  func colored(_ color: Theme.RGB) -> TextSetting {
    var setting = self
    setting.color = color
    return setting
  }

  static let body = TextSetting(.serif, 10.8, leading: 14.4)
  static let abstract = TextSetting(.serif, 10, leading: 13.2)
  static let title = TextSetting(.serifBold, 21, leading: 25.5)
  static let subtitle = TextSetting(.serifItalic, 12.8, leading: 16.5, color: Palette.muted)
  static let author = TextSetting(.serif, 11.4, leading: 14.6)
  static let affiliation = TextSetting(.serif, 9.4, leading: 12.2, color: Palette.muted)
  static let caption = TextSetting(.serif, 9.6, leading: 12.4)
  static let note = TextSetting(.sans, 7.8, leading: 10.4, color: Palette.muted)
  static let footnote = TextSetting(.serif, 8.8, leading: 11.4)
  static let table = TextSetting(.serif, 9.6, leading: 12.4)
  static let bibliography = TextSetting(.serif, 9.8, leading: 12.8)
  static let quote = TextSetting(.serif, 10.2, leading: 13.6)
  static let code = TextSetting(.mono, 8.2, leading: 11.4)
  static let excerpt = TextSetting(.mono, 7.6, leading: 10.4)
  static let colophon = TextSetting(.serif, 8.8, leading: 11.4, color: Palette.muted)
  static let running = TextSetting(.serifItalic, 9, leading: 12, color: Palette.muted)
  static let folio = TextSetting(.serif, 9, leading: 12, color: Palette.muted)

  static func heading(_ level: Int) -> TextSetting {
    switch level {
    case ...1: TextSetting(.serifBold, 15.5, leading: 19)
    case 2: TextSetting(.serifBold, 13.4, leading: 17)
    case 3: TextSetting(.serifBold, 11.4, leading: 15)
    default: TextSetting(.serifBoldItalic, 10.8, leading: 14.4)
    }
  }
}
