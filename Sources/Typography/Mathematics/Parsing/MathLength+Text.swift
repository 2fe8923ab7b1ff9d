extension MathLength {
  /// Reads a number and a unit: `mu em ex pt`, or an absolute one, which is turned into points.
  init?(text: String) {
    let trimmed = text.filter { !$0.isWhitespace }
    guard trimmed.utf8.count > 2, let value = Double(trimmed.dropLast(2)), value.isFinite, abs(value) < 1e4 else {
      return nil
    }
    switch trimmed.suffix(2) {
    case "mu": self.init(value, .mu)
    case "em": self.init(value, .em)
    case "ex": self.init(value, .ex)
    case "pt": self.init(value, .pt)
    case "mm": self.init(value * 72.27 / 25.4, .pt)
    case "cm": self.init(value * 72.27 / 2.54, .pt)
    case "in": self.init(value * 72.27, .pt)
    case "bp", "px": self.init(value * 72.27 / 72, .pt)
    case "pc": self.init(value * 12, .pt)
    case "dd": self.init(value * 1238 / 1157, .pt)
    case "cc": self.init(value * 14856 / 1157, .pt)
    case "nd": self.init(value * 685 / 642, .pt)
    case "nc": self.init(value * 1370 / 107, .pt)
    case "sp": self.init(value / 65536, .pt)
    default: return nil
    }
  }
}
