import Graphics
import NumericalCore

/// A run of colours for numbers.
struct ColorScheme: Sendable, Equatable {
  let name: String
  let isReversed: Bool
  private let stops: [Theme.RGB]
  private let extent: ClosedRange<Double>

  static var names: [String] { ColorSchemeTables.stops.keys.sorted() + ["okabeito"] }

  private static let diverging: Set<String> = ["bluevermilion", "redblue", "purpleorange"]
  static func isDiverging(_ name: String) -> Bool { diverging.contains(name) }

  /// Names of Vega whose looks are near enough to one of ours; rainbows are not among them.
  private static let aliases: [String: String] = [
    "blueorange": "bluevermilion", "redyellowblue": "redblue", "inferno": "magma", "plasma": "magma", "yellowgreenblue": "viridis",
    "purpleblue": "blues", "bluegreen": "viridis", "tealblues": "blues", "teals": "greens", "warmgreys": "greys", "orangered": "reds",
    "yelloworangered": "magma", "category10": "okabeito", "tableau10": "okabeito", "observable10": "okabeito", "set1": "okabeito", "set2": "okabeito", "dark2": "okabeito",
    "accent": "okabeito", "category20": "okabeito", "tableau20": "okabeito", "category20b": "okabeito", "category20c": "okabeito", "paired": "okabeito",
    "pastel1": "okabeito", "pastel2": "okabeito", "set3": "okabeito", "tealblue": "blues", "browns": "oranges", "warmgreys2": "greys", "greens": "viridis",
    "purples": "blues", "reds": "oranges", "bluegreens": "viridis", "bluepurple": "blues", "goldgreen": "viridis", "goldorange": "oranges", "goldred": "magma",
    "greenblue": "viridis", "lightgreyred": "oranges", "lightgreyteal": "viridis", "lightmulti": "viridis", "lightorange": "oranges", "lighttealblue": "blues",
    "darkblue": "viridis", "darkgold": "magma", "darkgreen": "viridis", "darkmulti": "viridis", "darkred": "magma", "purplebluegreen": "viridis",
    "purplered": "magma", "redpurple": "magma", "yellowgreen": "viridis", "yelloworangebrown": "magma", "turbo": "viridis", "rainbow": "viridis",
    "sinebow": "viridis", "brownbluegreen": "bluevermilion", "purplegreen": "bluevermilion", "pinkyellowgreen": "bluevermilion", "redgrey": "redblue",
    "redyellowgreen": "redblue", "spectral": "redblue", "purpleorange": "bluevermilion", "redblue": "bluevermilion",
  ]

  static func isKnown(_ name: String) -> Bool {
    let name = (name.split(separator: "-").first.map(String.init) ?? name).lowercased()
    return names.contains(name) || aliases[name] != nil
  }

  static func isCategorical(_ name: String) -> Bool { (aliases[name] ?? name) == "okabeito" }

  /// Falls back to viridis for a name without numbers' colours.
  init(_ name: String, isReversed: Bool = false, extent: ClosedRange<Double> = 0...1) {
    let base = (name.split(separator: "-").first.map(String.init) ?? name).lowercased()
    // A scheme of our own goes before an alias of its name.
    let known = ColorSchemeTables.stops[base] != nil ? base : Self.aliases[base] ?? base
    self.name = ColorSchemeTables.stops[known] == nil ? "viridis" : known
    stops = (ColorSchemeTables.stops[self.name] ?? []).map(Theme.RGB.init)
    self.isReversed = isReversed
    self.extent = extent
  }

  /// Mixed from colours at equal distances.
  init(stops: [Theme.RGB]) {
    name = ""
    isReversed = false
    self.stops = stops
    extent = 0...1
  }

  /// The colour at 0…1; beyond, that of the nearer end.
  func color(_ position: Double) -> Theme.RGB {
    guard stops.count > 1, !position.isNaN else { return Theme.RGB(0xD9D9D9) }
    var place = min(1, max(0, position))
    if isReversed { place = 1 - place }
    place = (extent.lowerBound + place * (extent.upperBound - extent.lowerBound)) * Double(stops.count - 1)
    let index = min(stops.count - 2, max(0, Int(place)))
    let part = place - Double(index)
    let (a, b) = (stops[index], stops[index + 1])
    func mix(_ x: UInt8, _ y: UInt8) -> UInt8 {
      let (from, to) = (Double(x), Double(y))
      let mixed: Double = from + (to - from) * part
      return UInt8(min(255, max(0, mixed.rounded())))
    }
    return Theme.RGB(mix(a.red, b.red), mix(a.green, b.green), mix(a.blue, b.blue))
  }

  /// Colours of ordered levels, clear of the pale end so that lines show on white.
  func levels(_ count: Int) -> [Color] {
    (0..<count).map { index in
      let part = count == 1 ? 0.5 : Double(index) / Double(count - 1)
      let rgb = color(isSingleHue ? 0.3 + 0.7 * part : 0.85 * part)
      return .rgb(rgb.red, rgb.green, rgb.blue)
    }
  }

  private var isSingleHue: Bool { stops.count == 9 && name != "bluevermilion" }
}

extension Theme.RGB {
  /// Relative luminance of WCAG, 0…1.
  var luminance: Double {
    func linear(_ value: UInt8) -> Double {
      let part = Double(value) / 255
      return part <= 0.04045 ? part / 12.92 : Elementary.exp(2.4 * Elementary.log((part + 0.055) / 1.055))
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The same hue, darkened until text in it has a contrast of 4.5 : 1 on white.
  var darkenedForText: Theme.RGB {
    var rgb = self
    while 1.05 / (rgb.luminance + 0.05) < 4.5 {
      rgb = Theme.RGB(UInt8(Double(rgb.red) * 0.94), UInt8(Double(rgb.green) * 0.94), UInt8(Double(rgb.blue) * 0.94))
    }
    return rgb
  }

  var color: Color { .rgb(red, green, blue) }
}
