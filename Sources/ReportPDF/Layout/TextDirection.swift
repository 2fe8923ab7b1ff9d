/// The direction that a text runs in.
enum TextDirection {
  case leftToRight, rightToLeft

  /// The direction of the first letter that has one (Unicode Standard Annex 9, P2); nil where there is none.
  init?(of text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      // Hebrew, Arabic, Syriac, Thaana, N’Ko and their forms for presentation.
      case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
        self = .rightToLeft
        return
      case 0x200F:
        self = .rightToLeft
        return
      case 0x200E:
        self = .leftToRight
        return
      default:
        guard scalar.properties.isAlphabetic else { continue }
        self = .leftToRight
        return
      }
    }
    return nil
  }
}
