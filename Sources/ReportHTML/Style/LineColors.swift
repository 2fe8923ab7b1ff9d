import Graphics

/// Colours of lines that the drawings of a page name by value and that its dark ground would swallow: ends of colour ramps, mostly.
enum LineColors {
  /// Lighter values for the dark theme, of those that occur in the page.
  static func css(for html: String) -> String {
    let mark = Array("var(--rp-line-".utf8)
    let bytes = Array(html.utf8)
    var found = Set<UInt32>()
    var index = 0
    while index + mark.count + 6 <= bytes.count {
      if bytes[index] == mark[0], bytes[index..<(index + mark.count)].elementsEqual(mark) {
        index += mark.count
        if let value = UInt32(String(decoding: bytes[index..<(index + 6)], as: UTF8.self), radix: 16) { found.insert(value) }
      }
      index += 1
    }
    let rules = found.sorted().map(Theme.RGB.init).compactMap { color in color.darkVariable.map { "\($0):\(color.onDark.hex);" } }
    return rules.isEmpty ? "" : "@media screen and (prefers-color-scheme:dark){:root{\(rules.joined())}}\n"
  }
}
