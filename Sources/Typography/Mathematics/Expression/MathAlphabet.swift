/// The alphabets of mathematics, as blocks of Unicode's Mathematical Alphanumeric Symbols.
package enum MathAlphabet: String, Sendable, Hashable, CaseIterable {
  /// The character as it is.
  case plain
  case roman, italic, bold, boldItalic, script, boldScript, fraktur, boldFraktur, doubleStruck
  case sans, sansBold, sansItalic, sansBoldItalic, monospace

  /// The bold companion, for `\boldsymbol`.
  package var emboldened: MathAlphabet {
    switch self {
    case .plain, .roman, .bold, .doubleStruck, .monospace: .bold
    case .italic, .boldItalic: .boldItalic
    case .script, .boldScript: .boldScript
    case .fraktur, .boldFraktur: .boldFraktur
    case .sans, .sansBold: .sansBold
    case .sansItalic, .sansBoldItalic: .sansBoldItalic
    }
  }

  /// Whether words are written in it, so that neighbouring letters belong together.
  package var isForWords: Bool {
    switch self {
    case .roman, .bold, .sans, .sansBold, .monospace: true
    default: false
    }
  }

  /// The character of this alphabet for a Latin or Greek letter or a digit; others stay as they are.
  package func scalar(for scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A: return capital(scalar - 0x41, scalar)
    case 0x61...0x7A: return small(scalar - 0x61, scalar)
    case 0x30...0x39: return digitBase.map { $0 + scalar - 0x30 } ?? scalar
    case 0x131 where self == .italic: return 0x1D6A4
    case 0x237 where self == .italic: return 0x1D6A5
    default: return greek(scalar)
    }
  }

  private func capital(_ index: UInt32, _ scalar: UInt32) -> UInt32 {
    if let exception = MathAlphabet.capitalExceptions[self]?[scalar] { return exception }
    return letterBase.map { $0 + index } ?? scalar
  }

  private func small(_ index: UInt32, _ scalar: UInt32) -> UInt32 {
    if self == .italic, scalar == 0x68 { return 0x210E }
    if self == .script {
      switch scalar {
      case 0x65: return 0x212F
      case 0x67: return 0x210A
      case 0x6F: return 0x2134
      default: break
      }
    }
    return letterBase.map { $0 + 26 + index } ?? scalar
  }

  private func greek(_ scalar: UInt32) -> UInt32 {
    guard let base = greekBase else { return scalar }
    switch scalar {
    case 0x391...0x3A9 where scalar != 0x3A2: return base + scalar - 0x391
    case 0x3F4: return base + 17
    case 0x2207: return self == .italic ? scalar : base + 25
    case 0x3B1...0x3C9: return base + 26 + scalar - 0x3B1
    case 0x2202: return base + 51
    case 0x3F5: return base + 52
    case 0x3D1: return base + 53
    case 0x3F0: return base + 54
    case 0x3D5: return base + 55
    case 0x3F1: return base + 56
    case 0x3D6: return base + 57
    default: return scalar
    }
  }

  private var letterBase: UInt32? {
    switch self {
    case .plain, .roman: nil
    case .bold: 0x1D400
    case .italic: 0x1D434
    case .boldItalic: 0x1D468
    case .script: 0x1D49C
    case .boldScript: 0x1D4D0
    case .fraktur: 0x1D504
    case .doubleStruck: 0x1D538
    case .boldFraktur: 0x1D56C
    case .sans: 0x1D5A0
    case .sansBold: 0x1D5D4
    case .sansItalic: 0x1D608
    case .sansBoldItalic: 0x1D63C
    case .monospace: 0x1D670
    }
  }

  private var digitBase: UInt32? {
    switch self {
    case .bold, .boldItalic, .boldScript, .boldFraktur: 0x1D7CE
    case .doubleStruck: 0x1D7D8
    case .sans, .sansItalic: 0x1D7E2
    case .sansBold, .sansBoldItalic: 0x1D7EC
    case .monospace: 0x1D7F6
    default: nil
    }
  }

  private var greekBase: UInt32? {
    switch self {
    case .bold: 0x1D6A8
    case .italic: 0x1D6E2
    case .boldItalic: 0x1D71C
    case .sansBold: 0x1D756
    case .sansBoldItalic: 0x1D790
    default: nil
    }
  }

  /// Capitals that Unicode had before the block was made.
  private static let capitalExceptions: [MathAlphabet: [UInt32: UInt32]] = [
    .script: [
      0x42: 0x212C, 0x45: 0x2130, 0x46: 0x2131, 0x48: 0x210B, 0x49: 0x2110, 0x4C: 0x2112, 0x4D: 0x2133, 0x52: 0x211B,
    ],
    .fraktur: [0x43: 0x212D, 0x48: 0x210C, 0x49: 0x2111, 0x52: 0x211C, 0x5A: 0x2128],
    .doubleStruck: [
      0x43: 0x2102, 0x48: 0x210D, 0x4E: 0x2115, 0x50: 0x2119, 0x51: 0x211A, 0x52: 0x211D, 0x5A: 0x2124,
    ],
  ]
}
