extension Theme {
  /// The custom property that holds a colour; nil for a plain value.
  func variable(for color: Color) -> String? {
    switch color {
    case .role(let role): "--rp-\(role.rawValue)"
    case .series(let index): "--rp-series-\(index % series.count + 1)"
    case .seriesText(let index): "--rp-series-text-\(index % seriesText.count + 1)"
    case .rgb: nil
    }
  }

  /// The declarations that define every colour of the theme for drawings inside a page, as in `--rp-ink:#1a1a1a;…`.
  package var cssDeclarations: String {
    let roleColors = ColorRole.allCases.map(Color.role)
    let seriesColors = series.indices.map(Color.series) + seriesText.indices.map(Color.seriesText)
    return (roleColors + seriesColors).compactMap { color in
      variable(for: color).map { "\($0):\(rgb(color).shortHex);" }
    }.joined()
  }
}

extension Theme.RGB {
  /// `#rgb` where that says the same as `#rrggbb`.
  var shortHex: String {
    guard [red, green, blue].allSatisfy({ $0 >> 4 == $0 & 15 }) else { return hex }
    let digits = Array(hex.utf8)
    return String(decoding: [digits[0], digits[1], digits[3], digits[5]], as: UTF8.self)
  }
}
