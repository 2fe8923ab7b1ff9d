extension FontRole {
  /// Whether the role asks for heavy letters.
  package var isBold: Bool {
    switch self {
    case .serifBold, .serifBoldItalic, .sansBold, .sansBoldItalic, .monoBold: true
    default: false
    }
  }

  /// Whether the role asks for sloped letters.
  package var isItalic: Bool {
    switch self {
    case .serifItalic, .serifBoldItalic, .sansItalic, .sansBoldItalic: true
    default: false
    }
  }

  /// The upright or sloped, light or heavy sibling within the same family; the family's nearest where it has none.
  package func with(bold: Bool, italic: Bool) -> FontRole {
    switch (group, bold, italic) {
    case (.serif, false, false): .serif
    case (.serif, false, true): .serifItalic
    case (.serif, true, false): .serifBold
    case (.serif, true, true): .serifBoldItalic
    case (.sans, false, false): .sans
    case (.sans, false, true): .sansItalic
    case (.sans, true, false): .sansBold
    case (.sans, true, true): .sansBoldItalic
    case (.mono, false, _): .mono
    case (.mono, true, _): .monoBold
    case (.math, _, _): .math
    }
  }

  /// What a role is for, whatever its weight and slope.
  enum Group { case serif, sans, mono, math }

  var group: Group {
    switch self {
    case .serif, .serifItalic, .serifBold, .serifBoldItalic: .serif
    case .sans, .sansItalic, .sansBold, .sansBoldItalic: .sans
    case .mono, .monoBold: .mono
    case .math: .math
    }
  }
}
