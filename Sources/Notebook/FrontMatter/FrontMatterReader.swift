import Diagnostics
import YAMLDocuments

/// Reads the keys of the front matter, and of the project-wide defaults, which have the same.
struct FrontMatterReader {
  static let keys = [
    "title", "subtitle", "author", "date", "abstract", "lang", "bibliography", "citation-style", "paper", "seed", "scale",
    "format", "macros",
  ]

  let context: ParseContext
  let fields: Fields

  init(_ context: ParseContext) {
    self.context = context
    fields = Fields(context: context, place: "the front matter", codes: .frontMatter)
  }

  func read(_ root: YAMLNode?) -> FrontMatter {
    var matter = FrontMatter()
    guard let root, !root.isNull else { return matter }
    guard let entries = root.entries else {
      context.report(NotebookDiagnostics.frontMatterIsNoMapping(Fields.description(root), at: root.range))
      return matter
    }
    for entry in entries where !readText(entry, &matter) && !readSetting(entry, &matter) {
      fields.unknown(entry, known: FrontMatterReader.keys)
    }
    return matter
  }

  // MARK: Keys that are printed

  private func readText(_ entry: YAMLEntry, _ matter: inout FrontMatter) -> Bool {
    let node = entry.value
    switch entry.key {
    case "title":
      guard let text = fields.words(node, "title") else { break }
      (matter.title, matter.titleInlines) = (text, InlineText.read(node, context))
    case "subtitle":
      guard let text = fields.words(node, "subtitle") else { break }
      (matter.subtitle, matter.subtitleInlines) = (text, InlineText.read(node, context))
    case "author": matter.authors = authors(node)
    case "date": matter.date = fields.text(node, "date")
    case "abstract": if fields.words(node, "abstract") != nil { matter.abstract = abstract(node) }
    case "paper": matter.paper = paper(node)
    default: return false
    }
    return true
  }

  private func abstract(_ node: YAMLNode) -> [Block] {
    let text = BlockText.make(node, context.file)
    let (blocks, footnotes) = BlockReader.read(text, context)
    context.abstractFootnotes = footnotes
    return blocks
  }

  private func authors(_ node: YAMLNode) -> [FrontMatter.Author] {
    (node.elements ?? [node]).compactMap { element in
      if let entries = element.entries { return author(entries, element) }
      return fields.words(element, "author").map { FrontMatter.Author(name: $0) }
    }
  }

  private func author(_ entries: [YAMLEntry], _ node: YAMLNode) -> FrontMatter.Author? {
    var author = FrontMatter.Author(name: "")
    for entry in entries {
      switch entry.key {
      case "name": author.name = fields.words(entry.value, "name") ?? ""
      case "affiliation": author.affiliation = fields.words(entry.value, "affiliation")
      case "orcid": author.orcid = fields.words(entry.value, "orcid")
      case "email": author.email = fields.words(entry.value, "email")
      default: fields.unknown(entry, known: ["name", "affiliation", "orcid", "email"], in: "author")
      }
    }
    if node["name"] == nil { fields.missing(["name"], in: "an author", at: node.range) }
    return author.name.isEmpty ? nil : author
  }

  private func paper(_ node: YAMLNode) -> FrontMatter.Paper? {
    var paper = FrontMatter.Paper(title: "")
    for entry in fields.entries(node, "paper") {
      let value = entry.value
      switch entry.key {
      case "title": paper.title = fields.words(value, "title") ?? ""
      case "authors": paper.authors = (value.elements ?? [value]).compactMap { fields.words($0, "authors") }
      case "venue": paper.venue = fields.words(value, "venue")
      case "year": paper.year = fields.integer(value, "year", expected: "a year")
      case "arxiv": paper.arxiv = fields.words(value, "arxiv")
      case "doi": paper.doi = fields.words(value, "doi")
      case "url": paper.url = fields.words(value, "url")
      case "code": paper.code = fields.words(value, "code")
      default:
        fields.unknown(entry, known: ["title", "authors", "venue", "year", "arxiv", "doi", "url", "code"], in: "paper")
      }
    }
    if node.entries != nil, node["title"] == nil { fields.missing(["title"], in: "the paper", at: node.range) }
    return paper.title.isEmpty ? nil : paper
  }

  // MARK: Keys that set something

  private func readSetting(_ entry: YAMLEntry, _ matter: inout FrontMatter) -> Bool {
    let node = entry.value
    switch entry.key {
    case "lang": matter.lang = fields.words(node, "lang") ?? "en"
    case "bibliography": readBibliography(node, &matter)
    case "citation-style":
      let known = FrontMatter.CitationStyle.allCases.map(\.rawValue)
      matter.citationStyle = fields.choice(node, entry.key, known).flatMap(FrontMatter.CitationStyle.init) ?? .authorYear
    case "seed":
      guard let seed = fields.integer(node, "seed") else { break }
      if seed < 0 { fields.wrongValue("seed", node, expected: "0 or more") } else { matter.seed = seed }
    case "scale":
      guard let scale = fields.choice(node, "scale", ExperimentReader.scaleNames) else { break }
      (matter.scale, matter.scaleIsExplicit) = (scale, true)
    case "format": FormatReader(fields: fields).read(node, &matter)
    case "macros": readMacros(node, &matter)
    default: return false
    }
    return true
  }

  private func readBibliography(_ node: YAMLNode, _ matter: inout FrontMatter) {
    guard let path = fields.words(node, "bibliography") else { return }
    if let problem = PathCheck.problem(with: path, of: "bibliography", at: node.range) {
      context.report(problem)
    } else {
      (matter.bibliography, matter.bibliographyRange) = (path, node.range)
    }
  }

  private func readMacros(_ node: YAMLNode, _ matter: inout FrontMatter) {
    for entry in fields.entries(node, "macros") {
      let letters = entry.key.utf8.dropFirst()
      let isName = entry.key.utf8.first == UInt8(ascii: "\\") && !letters.isEmpty
        && (letters.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A } || letters.count == 1)
      guard isName else {
        context.report(NotebookDiagnostics.macroName(entry.key, at: entry.keyRange))
        continue
      }
      if let body = fields.text(entry.value, entry.key) { matter.macros[entry.key] = body }
    }
  }
}
