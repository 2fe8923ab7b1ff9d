/// The size that the root element of an SVG file states, in CSS pixels.
struct SVGHeader {
  let width: Double
  let height: Double

  /// nil when the text does not begin with an `<svg>` element (after declarations and comments), or states no size.
  init?(_ bytes: [UInt8]) {
    guard let tag = SVGHeader.rootTag(bytes.prefix(65_536)) else { return nil }
    let box = SVGHeader.value(of: "viewBox", in: tag).map { text in
      text.split { $0 == " " || $0 == "," || $0 == "\n" || $0 == "\t" }.compactMap { Double($0) }
    }
    let size = box.flatMap { $0.count == 4 ? (width: $0[2], height: $0[3]) : nil }
    let width = SVGHeader.value(of: "width", in: tag).flatMap(SVGHeader.pixels)
    let height = SVGHeader.value(of: "height", in: tag).flatMap(SVGHeader.pixels)
    let ratio = size.map { $0.width > 0 ? $0.height / $0.width : 1 }
    switch (width, height, size) {
    case (let width?, let height?, _): (self.width, self.height) = (width, height)
    case (let width?, nil, _?): (self.width, self.height) = (width, width * (ratio ?? 1))
    case (nil, let height?, let size?): (self.width, self.height) = (height * size.width / max(size.height, 1e-9), height)
    case (nil, nil, let size?): (self.width, self.height) = size
    default: (self.width, self.height) = (300, 150)
    }
    guard self.width.isFinite, self.height.isFinite, self.width > 0, self.height > 0 else { return nil }
  }

  /// The text between `<svg` and its `>`.
  private static func rootTag(_ bytes: ArraySlice<UInt8>) -> String? {
    var text = Substring(String(decoding: bytes, as: UTF8.self))
    if text.hasPrefix("\u{FEFF}") { text = text.dropFirst() }
    while true {
      text = text.drop { $0.isWhitespace }
      if text.hasPrefix("<svg") { return text.firstIndex(of: ">").map { String(text[..<$0].dropFirst(4)) } }
      let end: String
      if text.hasPrefix("<!--") { end = "-->" } else if text.hasPrefix("<?") || text.hasPrefix("<!") { end = ">" } else { return nil }
      guard let range = range(of: end, in: text) else { return nil }
      text = text[range...]
    }
  }

  /// The index after the first occurrence of `word`.
  private static func range(of word: String, in text: Substring) -> Substring.Index? {
    var index = text.startIndex
    while index < text.endIndex {
      if text[index...].hasPrefix(word) { return text.index(index, offsetBy: word.count) }
      index = text.index(after: index)
    }
    return nil
  }

  /// The value of an attribute.
  private static func value(of name: String, in tag: String) -> String? {
    var rest = Substring(tag)
    while let equals = rest.firstIndex(of: "=") {
      let key = rest[..<equals].reversed().drop { $0.isWhitespace }.prefix { !$0.isWhitespace }.reversed()
      let after = rest[rest.index(after: equals)...].drop { $0.isWhitespace }
      guard let quote = after.first, quote == "\"" || quote == "'" else { return nil }
      let content = after.dropFirst()
      guard let end = content.firstIndex(of: quote) else { return nil }
      if String(key) == name { return String(content[..<end]) }
      rest = content[content.index(after: end)...]
    }
    return nil
  }

  /// A CSS length in pixels; nil for percentages and relative units.
  private static func pixels(_ text: String) -> Double? {
    let trimmed = text.filter { !$0.isWhitespace }
    let number = trimmed.prefix { $0.isNumber || $0 == "." || $0 == "-" || $0 == "+" }
    guard let value = Double(number) else { return nil }
    switch trimmed.dropFirst(number.count) {
    case "", "px": return value
    case "pt": return value * 96 / 72
    case "pc": return value * 16
    case "in": return value * 96
    case "cm": return value * 96 / 2.54
    case "mm": return value * 96 / 25.4
    default: return nil
    }
  }
}
