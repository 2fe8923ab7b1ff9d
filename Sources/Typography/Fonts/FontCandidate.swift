/// A font file that may serve a role, and the family it belongs to.
struct FontCandidate {
  var file: String
  var family: String

  init(_ file: String, _ family: String) {
    self.file = file
    self.family = family
  }

  /// The files that serve a role, best first.
  static func list(for role: FontRole) -> [FontCandidate] {
    switch role {
    case .serif:
      [.init("texgyrepagella-regular.otf", pagella), .init("lmroman10-regular.otf", modern), .init("DejaVuSerif.ttf", dejavuSerif)]
    case .serifItalic:
      [.init("texgyrepagella-italic.otf", pagella), .init("lmroman10-italic.otf", modern), .init("DejaVuSerif-Italic.ttf", dejavuSerif)]
    case .serifBold:
      [.init("texgyrepagella-bold.otf", pagella), .init("lmroman10-bold.otf", modern), .init("DejaVuSerif-Bold.ttf", dejavuSerif)]
    case .serifBoldItalic:
      [
        .init("texgyrepagella-bolditalic.otf", pagella), .init("lmroman10-bolditalic.otf", modern),
        .init("DejaVuSerif-BoldItalic.ttf", dejavuSerif),
      ]
    case .sans:
      [.init("texgyreheros-regular.otf", heros), .init("LiberationSans-Regular.ttf", liberation), .init("DejaVuSans.ttf", dejavu)]
    case .sansItalic:
      [
        .init("texgyreheros-italic.otf", heros), .init("LiberationSans-Italic.ttf", liberation),
        .init("DejaVuSans-Oblique.ttf", dejavu),
      ]
    case .sansBold:
      [.init("texgyreheros-bold.otf", heros), .init("LiberationSans-Bold.ttf", liberation), .init("DejaVuSans-Bold.ttf", dejavu)]
    case .sansBoldItalic:
      [
        .init("texgyreheros-bolditalic.otf", heros), .init("LiberationSans-BoldItalic.ttf", liberation),
        .init("DejaVuSans-BoldOblique.ttf", dejavu),
      ]
    case .mono:
      [.init("DejaVuSansMono.ttf", dejavuMono), .init("lmmono10-regular.otf", modernMono), .init("LiberationMono-Regular.ttf", liberationMono)]
    case .monoBold:
      [.init("DejaVuSansMono-Bold.ttf", dejavuMono), .init("lmmonolt10-bold.otf", modernMono), .init("LiberationMono-Bold.ttf", liberationMono)]
    case .math:
      [
        .init("texgyrepagella-math.otf", "TeX Gyre Pagella Math"), .init("latinmodern-math.otf", "Latin Modern Math"),
        .init("texgyretermes-math.otf", "TeX Gyre Termes Math"),
      ]
    }
  }

  /// Files that lend a role the characters its own face lacks, in the order they are asked.
  static func lenders(for role: FontRole) -> [FontCandidate] {
    let sans: FontCandidate =
      switch (role.isBold, role.isItalic) {
      case (false, false): .init("DejaVuSans.ttf", dejavu)
      case (false, true): .init("DejaVuSans-Oblique.ttf", dejavu)
      case (true, false): .init("DejaVuSans-Bold.ttf", dejavu)
      case (true, true): .init("DejaVuSans-BoldOblique.ttf", dejavu)
      }
    return switch role.group {
    case .serif: [.init("DejaVuSerif.ttf", dejavuSerif), sans] + list(for: .math)
    case .sans: [sans] + list(for: .math)
    case .mono: [.init("DejaVuSansMono.ttf", dejavuMono), sans] + list(for: .math)
    case .math: [.init("latinmodern-math.otf", "Latin Modern Math"), .init("DejaVuSans.ttf", dejavu)]
    }
  }

  private static let pagella = "TeX Gyre Pagella"
  private static let heros = "TeX Gyre Heros"
  private static let modern = "Latin Modern Roman"
  private static let modernMono = "Latin Modern Mono"
  private static let liberation = "Liberation Sans"
  private static let liberationMono = "Liberation Mono"
  private static let dejavu = "DejaVu Sans"
  private static let dejavuSerif = "DejaVu Serif"
  private static let dejavuMono = "DejaVu Sans Mono"
}
