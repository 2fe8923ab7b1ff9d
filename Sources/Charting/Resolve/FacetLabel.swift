import Tables

/// The words above a facet: a name alone for texts, "title = value" for numbers and truth values.
enum FacetLabel {
  static func text(_ value: Value, title: String?, format: String?) -> String {
    let shown = ValueLabel.text(value, format: format)
    switch value {
    case .text, .null: return shown
    case .integer, .real, .boolean: return title.map { "\($0) = \(shown)" } ?? shown
    }
  }
}

/// A value of a discrete domain in words.
enum ValueLabel {
  static func text(_ value: Value, format: String? = nil) -> String {
    switch value {
    case .null: return "–"
    case .text(let text): return text
    case .boolean(let flag): return flag ? "true" : "false"
    case .integer, .real:
      let number = value.number ?? .nan
      if let format, let parsed = NumberFormat(format) { return parsed.string(number) }
      return AxisNumbers.plain(number)
    }
  }
}
