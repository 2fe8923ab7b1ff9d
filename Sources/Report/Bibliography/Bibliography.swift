import Diagnostics
import Notebook
import Typography

/// The records that a notebook cites, with what is printed for them in the text and at the end.
struct Bibliography {
  let style: FrontMatter.CitationStyle
  private let records: [String: BibTeXEntry]
  /// Known keys in the order of the file.
  let keys: [String]
  /// Keys in the order of first citation.
  private(set) var cited: [String] = []

  init(entries: [BibTeXEntry], style: FrontMatter.CitationStyle) {
    self.style = style
    keys = entries.map(\.key)
    records = Dictionary(entries.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  static func anchor(_ key: String) -> String { "ref-" + Anchor.slug(key) }

  /// Notes every key that is cited, in order, before anything is printed: letters after years depend on all of them.
  mutating func noteCitations(_ keys: [String]) {
    for key in keys where records[key] != nil && !cited.contains(key) { cited.append(key) }
  }

  func contains(_ key: String) -> Bool { records[key] != nil }

  // MARK: - In the text

  /// A citation as running text; an unknown key is shown in red as written.
  func inlines(for citation: Citation) -> [ReportInline] {
    let items = citation.items.map { inlines(for: $0, isInText: citation.isInText) }
    let separator = ReportInline.text(style == .numeric ? ", " : "; ")
    let joined = Array(items.joined(separator: [separator]))
    if citation.isInText { return joined }
    let (open, close) = style == .numeric ? ("[", "]") : ("(", ")")
    return [.text(open)] + joined + [.text(close)]
  }

  private func inlines(for item: Citation.Item, isInText: Bool) -> [ReportInline] {
    guard let record = records[item.key] else { return [.error("@\(item.key)")] }
    let prefix = item.prefix.isEmpty ? "" : item.prefix + " "
    let locator = item.locator.isEmpty ? "" : ", " + item.locator
    let year = record.year + suffix(of: item.key)
    let text: String
    switch (style, isInText, item.suppressesAuthor) {
    case (.numeric, true, false): text = "\(authors(record)) [\(number(of: item.key))]"
    case (.numeric, _, _): text = String(number(of: item.key))
    case (.authorYear, true, false): text = "\(authors(record)) (\(year)\(locator))"
    case (.authorYear, _, true): text = isInText ? "(\(year)\(locator))" : year + locator
    case (.authorYear, false, false): text = "\(authors(record)), \(year)\(locator)"
    }
    let tail = style == .numeric ? locator : ""
    return (prefix.isEmpty ? [] : [.text(prefix)]) + [.internalLink(anchor: Bibliography.anchor(item.key), [.text(text + tail)])]
  }

  /// "Berthier", "Berthier and Bach", "Berthier et al.".
  private func authors(_ record: BibTeXEntry) -> String {
    let people = record.people
    switch people.count {
    case 0: return record.text("title") ?? record.key
    case 1: return people[0].family
    case 2: return "\(people[0].family) and \(people[1].family)"
    default: return "\(people[0].family) et\u{A0}al."
    }
  }

  private func number(of key: String) -> Int { (cited.firstIndex(of: key) ?? -1) + 1 }

  /// "a", "b", … where the same authors have several records of a year.
  private func suffix(of key: String) -> String {
    guard let record = records[key] else { return "" }
    let (year, names) = (record.year, authors(record))
    let same = cited.filter { records[$0].map { $0.year == year && authors($0) == names } ?? false }
    guard same.count > 1, let index = same.sorted().firstIndex(of: key), index < 26 else { return "" }
    return String(UnicodeScalar(UInt8(97 + index)))
  }

  // MARK: - At the end

  /// The cited records as printed: by author and year, or in the order of citation in the numeric style.
  func entries() -> [BibliographyEntry] {
    let order = style == .numeric ? cited : cited.map { ($0, sortKey($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
    return order.compactMap { key in
      records[key].map {
        BibliographyEntry(
          key: key, anchor: Bibliography.anchor(key), mark: style == .numeric ? "[\(number(of: key))]" : nil,
          content: content(of: $0))
      }
    }
  }

  private func sortKey(_ key: String) -> String {
    guard let record = records[key] else { return key }
    return record.people.map { "\($0.family) \($0.given)".lowercased() }.joined(separator: " ") + " \(record.year) \(key)"
  }

  private func content(of record: BibTeXEntry) -> [ReportInline] {
    let names = record.people.map(\.inverted)
    let people = names.count > 1 ? names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "") : names.first ?? ""
    var inlines: [ReportInline] = []
    let head = people.isEmpty ? "" : people + (style == .numeric ? ". " : " ")
    inlines.append(.text(style == .numeric ? head : "\(head)(\(record.year + suffix(of: record.key))). "))
    inlines += title(of: record)
    if let venue = record.text("journal") ?? record.text("booktitle") ?? record.text("school") ?? record.text("publisher") {
      inlines += [.emphasis([.text(venue)]), .text(details(of: record))]
    }
    if style == .numeric { inlines.append(.text(record.year + ". ")) }
    return inlines + links(of: record)
  }

  /// The title and its stop, formulas between dollars set as formulas.
  private func title(of record: BibTeXEntry) -> [ReportInline] {
    guard let raw = record.fields["title"], let text = record.text("title") else { return [] }
    let stop = text.last.map { "?!.".contains($0) } == true ? " " : ". "
    let pieces = raw.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
    // An odd dollar is money.
    guard pieces.count > 1, !pieces.count.isMultiple(of: 2) else { return [.text(text + stop)] }
    let parser = TeXMathParser()
    let inlines = pieces.enumerated().map { index, piece -> ReportInline in
      guard index.isMultiple(of: 2) else { return .math(MathFormula(parser.parse(piece), isDisplay: false)) }
      let (start, end) = (piece.first?.isWhitespace == true ? " " : "", piece.last?.isWhitespace == true ? " " : "")
      return .text(start + LaTeXText.decode(piece) + end)
    }
    return inlines + [.text(stop)]
  }

  /// ", 178:2127–2159. "
  private func details(of record: BibTeXEntry) -> String {
    var text = ""
    if let volume = record.text("volume") { text += ", \(volume)" }
    if let number = record.text("number"), !text.isEmpty { text += "(\(number))" }
    if let pages = record.text("pages") {
      let range = pages.contains("–") ? pages : pages.split(separator: "-").joined(separator: "–")
      text += text.isEmpty ? ", \(range)" : ":\(range)"
    }
    return text + ". "
  }

  private func links(of record: BibTeXEntry) -> [ReportInline] {
    if let doi = record.text("doi") {
      return [.link(url: "https://doi.org/\(doi)", [.text("doi:\(doi)")]), .text(".")]
    }
    let isArxiv = (record.text("archiveprefix") ?? "").lowercased() == "arxiv" || record.fields["arxiv"] != nil
    if let eprint = record.text("eprint") ?? record.text("arxiv"), isArxiv || record.text("url") == nil {
      return [.link(url: "https://arxiv.org/abs/\(eprint)", [.text("arXiv:\(eprint)")]), .text(".")]
    }
    if let url = record.text("url") { return [.link(url: url, [.text(url)]), .text(".")] }
    return []
  }
}
