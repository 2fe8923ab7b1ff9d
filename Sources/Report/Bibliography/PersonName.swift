/// An author's name by the parts that BibTeX tells apart.
struct PersonName: Sendable, Hashable {
  var given: String
  /// Family name with its particle: "von Neumann".
  var family: String

  /// "Berthier, R.": the family name and initials.
  var inverted: String { given.isEmpty ? family : "\(family), \(initials)" }

  /// "R." for "Raphaël", "J.-B." for "Jean-Baptiste".
  var initials: String {
    given.split(separator: " ").map { word in
      word.split(separator: "-").compactMap { $0.first.map { "\($0)." } }.joined(separator: "-")
    }.joined(separator: " ")
  }

  /// Names separated by "and" outside braces.
  static func list(_ source: String) -> [PersonName] {
    var names: [String] = [""]
    var depth = 0
    for word in source.split(whereSeparator: \.isWhitespace) {
      if word == "and", depth == 0 {
        names.append("")
        continue
      }
      depth += word.reduce(0) { $0 + ($1 == "{" ? 1 : $1 == "}" ? -1 : 0) }
      names[names.count - 1] += (names[names.count - 1].isEmpty ? "" : " ") + word
    }
    return names.filter { !$0.isEmpty }.map(PersonName.init(bibTeX:))
  }

  /// "First von Last" or "von Last, First"; a name wholly in braces is one family name.
  init(bibTeX source: String) {
    let isWhole = source.hasPrefix("{") && source.hasSuffix("}")
    let parts = isWhole ? [source] : source.split(separator: ",").map(String.init)
    if parts.count > 1 {
      family = LaTeXText.decode(parts[0])
      given = LaTeXText.decode(parts[parts.count - 1])
      return
    }
    let words = isWhole ? [LaTeXText.decode(source)] : LaTeXText.decode(source).split(separator: " ").map(String.init)
    let particle = words.dropLast().firstIndex { $0.first?.isLowercase ?? false }
    let start = particle ?? max(words.count - 1, 0)
    given = words[..<start].joined(separator: " ")
    family = words[start...].joined(separator: " ")
  }
}
