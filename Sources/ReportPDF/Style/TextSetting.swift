import Graphics
import Typography

/// How running text looks: face, size, distance of its lines, colour.
struct TextSetting: Hashable {
  var role: FontRole
  var size: Double
  var leading: Double
  var color: Theme.RGB = Palette.ink
  var features: TextFeatures = []
  /// Space added between letters, in ems.
  var tracking = 0.0

  init(
    _ role: FontRole, _ size: Double, leading: Double, color: Theme.RGB = Palette.ink, features: TextFeatures = [],
    tracking: Double = 0
  ) {
    self.role = role
    self.size = size
    self.leading = leading
    self.color = color
    self.features = features
    self.tracking = tracking
  }

  /// What lines are shaped and measured in.
  var style: TextStyle { TextStyle(role, size: size, features: features, tracking: tracking) }

  /// From the top of a line's box to its baseline, and from there to its bottom.
  var strutAscent: Double { leading * 0.71 }
  var strutDescent: Double { leading * 0.29 }

  func colored(_ color: Theme.RGB) -> TextSetting {
    var setting = self
    setting.color = color
    return setting
  }

  static let body = TextSetting(.serif, 10.4, leading: 13.5)
  /// In two columns.
  static let narrowBody = TextSetting(.serif, 9.7, leading: 12.2)
  static let abstract = TextSetting(.serif, 9.6, leading: 12.4)
  static let title = TextSetting(.serifBold, 19, leading: 23)
  static let subtitle = TextSetting(.serifItalic, 11.8, leading: 15, color: Palette.muted)
  static let author = TextSetting(.serif, 10.8, leading: 13.6)
  static let affiliation = TextSetting(.serif, 9, leading: 11.6, color: Palette.muted)
  static let paper = TextSetting(.serif, 9.2, leading: 12)
  static let summary = TextSetting(.serifBold, 10.8, leading: 13.5)
  static let verdicts = TextSetting(.serif, 8.7, leading: 10.8)
  static let claim = TextSetting(.serif, 9.6, leading: 12.2)
  static let measurement = TextSetting(.sans, 7.8, leading: 10.2)
  static let panel = TextSetting(.serif, 9.8, leading: 12.8)
  static let caption = TextSetting(.serif, 9.2, leading: 11.7)
  static let note = TextSetting(.sans, 7.5, leading: 9.7, color: Palette.muted)
  static let footnote = TextSetting(.serif, 8.5, leading: 10.8)
  static let table = TextSetting(.serif, 9.3, leading: 11.7)
  /// Years, volumes and pages: running text without mathematics.
  static let bibliography = TextSetting(.serif, 9.2, leading: 11.7, features: .oldStyleFigures)
  static let quote = TextSetting(.serif, 9.9, leading: 12.9)
  static let code = TextSetting(.mono, 7.9, leading: 10.6)
  static let excerpt = TextSetting(.mono, 7.4, leading: 9.8)
  static let colophon = TextSetting(.serif, 8.3, leading: 10.4, color: Palette.muted)
  /// The title of the report at the head of a page, and the section.
  static let running = TextSetting(
    .serif, 8.8, leading: 12, color: Palette.muted, features: [.smallCapitals, .oldStyleFigures], tracking: 0.04)
  static let runningSection = TextSetting(.serifItalic, 8.8, leading: 12, color: Palette.muted, features: .oldStyleFigures)
  static let folio = TextSetting(.serif, 8.8, leading: 12, color: Palette.muted, features: .oldStyleFigures)

  static func heading(_ level: Int) -> TextSetting {
    switch level {
    case ...1: TextSetting(.serifBold, 14, leading: 17)
    case 2: TextSetting(.serifBold, 12, leading: 15)
    case 3: TextSetting(.serifBold, 10.8, leading: 13.5)
    default: TextSetting(.serifBoldItalic, 10.4, leading: 13.5)
    }
  }

  /// White space above a heading and below it.
  static func headingSpace(_ level: Int) -> (before: Double, after: Double) {
    switch level {
    case ...1: (18, 5.5)
    case 2: (14.5, 4.5)
    default: (11, 3)
    }
  }

  /// The same on a grid of lines: with a heading of one line, a whole number of lines.
  static func narrowHeadingSpace(_ level: Int) -> (before: Double, after: Double) {
    let lines = level <= 2 ? 3.0 : 2
    let space = lines * narrowBody.leading - heading(level).leading
    let after = level <= 2 ? 4.6 : 2.6
    return (space - after, after)
  }
}
