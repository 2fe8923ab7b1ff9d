import Graphics
import Report

/// The page's colours and those of the charts as CSS variables, for light and dark.
struct PageColors: Sendable {
  /// Custom properties of the page and their values.
  let values: KeyValuePairs<String, UInt32>
  let chart: Theme
  let code: @Sendable (CodeToken.Kind) -> Theme.RGB?

  static let light = PageColors(
    values: [
      "paper": 0xFFFFFF, "text": 0x1A1A1A, "muted": 0x5B6068, "rule": 0xD4D7DB, "hair": 0xE6E8EA, "tint": 0xF5F6F7, "link": 0x00598C,
      "good": 0x00704F, "bad": 0xB3261E, "warn": 0x8A5A00, "flash": 0xFFF6D6, "shade": 0xCDD1D6,
    ],
    chart: .light, code: { CodePalette.light($0) })

  static let dark = PageColors(
    values: [
      "paper": 0x15181C, "text": 0xE6E7E8, "muted": 0xA5ABB3, "rule": 0x3A4047, "hair": 0x2B3036, "tint": 0x1E2328, "link": 0x7CC0EC,
      "good": 0x56CFA5, "bad": 0xFF8A80, "warn": 0xE8B84A, "flash": 0x3A3312, "shade": 0x4A515A,
    ],
    chart: .dark, code: { CodePalette.dark($0) })

  subscript(name: String) -> Theme.RGB? { values.first { $0.key == name }.map { Theme.RGB($0.value) } }

  static var css: String {
    "html{color-scheme:light dark}:root{\(light.declarations)}\n@media screen and (prefers-color-scheme:dark){:root{\(dark.declarations)}}\n"
      + codeRules + "\n"
  }

  private var declarations: String {
    let page = values.map { "--\($0.key):\(Theme.RGB($0.value).hex);" }
    let listings = CodeToken.Kind.allCases.compactMap { kind in
      kind.className.flatMap { name in code(kind).map { "--c-\(name):\($0.hex);" } }
    }
    return chart.cssDeclarations + (page + listings).joined()
  }

  private static var codeRules: String {
    CodeToken.Kind.allCases.compactMap(\.className).map { "pre .\($0){color:var(--c-\($0))}" }.joined() + "pre .m{font-style:italic}"
  }
}
