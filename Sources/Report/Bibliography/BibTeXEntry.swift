import Diagnostics

/// One record of a BibTeX file, its values with macros expanded and TeX as written.
struct BibTeXEntry: Sendable {
  /// Lower case: "article", "inproceedings", …
  var type: String
  var key: String
  /// By lower-case name.
  var fields: [String: String]
  var range: SourceRange

  /// A field as plain Unicode text; nil when missing or empty.
  func text(_ name: String) -> String? {
    guard let raw = fields[name] else { return nil }
    let text = LaTeXText.decode(raw)
    return text.isEmpty ? nil : text
  }

  /// Authors, or editors where there are none.
  var people: [PersonName] { PersonName.list(fields["author"] ?? fields["editor"] ?? "") }

  /// "2021", or "n.d.".
  var year: String {
    text("year") ?? text("date").map { String($0.prefix(4)) } ?? "n.d."
  }
}
