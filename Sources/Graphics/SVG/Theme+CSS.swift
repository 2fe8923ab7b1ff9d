#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

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
  /// The least contrast of a line with its ground (WCAG 2.2, 1.4.11).
  private static let leastContrast = 3.0

  /// The custom property of a line in this very colour, which is too dark for the dark theme; nil where it is not.
  package var darkVariable: String? {
    contrast(with: Theme.dark.rgb(.role(.paper))) < Theme.RGB.leastContrast ? "--rp-line-\(hex.dropFirst())" : nil
  }

  /// What its lines have on the dark theme's ground: a grey as far from it as this one from white, of black the theme's ink;
  /// another colour with so much white that it is seen.
  package var onDark: Theme.RGB {
    if let most = [red, green, blue].max(), let least = [red, green, blue].min(), most - least < 16 {
      let ink = Theme.dark.rgb(.role(.ink)).red
      let grey = ink - UInt8(Int(green) * 9 / 10)
      return Theme.RGB(grey, grey, grey)
    }
    let ground = Theme.dark.rgb(.role(.paper))
    for share in 0..<20 {
      let mixed = [red, green, blue].map { UInt8(Int($0) + (255 - Int($0)) * share / 20) }
      let color = Theme.RGB(mixed[0], mixed[1], mixed[2])
      if color.contrast(with: ground) >= Theme.RGB.leastContrast { return color }
    }
    return Theme.dark.rgb(.role(.ink))
  }

  /// From 1 to 21, as WCAG 2.2 defines it.
  package func contrast(with other: Theme.RGB) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private var luminance: Double {
    func linear(_ value: UInt8) -> Double {
      let share = Double(value) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// `#rgb` where that says the same as `#rrggbb`.
  var shortHex: String {
    guard [red, green, blue].allSatisfy({ $0 >> 4 == $0 & 15 }) else { return hex }
    let digits = Array(hex.utf8)
    return String(decoding: [digits[0], digits[1], digits[3], digits[5]], as: UTF8.self)
  }
}
