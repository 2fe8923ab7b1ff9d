import Diagnostics
import YAMLDocuments

/// The tree of a notebook as indented text, one node a line with its place: for tests and for reading.
package enum NotebookDump {
  package static func text(_ notebook: Notebook) -> String {
    var dump = DumpWriter()
    dump.frontMatter(notebook.frontMatter)
    dump.line("blocks")
    dump.nested { $0.blocks(notebook.blocks) }
    for note in notebook.footnotes {
      dump.line("footnote \(note.name)", note.range)
      dump.nested { $0.blocks(note.blocks) }
    }
    for label in notebook.labels { dump.line("label \(label.name)", label.range) }
    for diagnostic in notebook.diagnostics { dump.diagnostic(diagnostic) }
    return dump.result
  }
}

/// Writes nodes line by line.
struct DumpWriter {
  private(set) var result = ""
  private var indent = 0

  mutating func line(_ text: String, _ range: SourceRange? = nil) {
    result += String(repeating: "  ", count: indent) + text
    if let range { result += "  @" + DumpWriter.place(range) }
    result += "\n"
  }

  mutating func nested(_ write: (inout DumpWriter) -> Void) {
    indent += 1
    write(&self)
    indent -= 1
  }

  /// `3:1-7` on one line, `3:1-4:2` over several.
  static func place(_ range: SourceRange) -> String {
    let end = range.start.line == range.end.line ? "\(range.end.column)" : "\(range.end.line):\(range.end.column)"
    return "\(range.start.line):\(range.start.column)-\(end)"
  }

  static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
      switch character {
      case "\n": result += "\\n"
      case "\"": result += "\\\""
      default: result.append(character)
      }
    }
    return result + "\""
  }

  mutating func diagnostic(_ diagnostic: Diagnostic) {
    line("\(diagnostic.severity.rawValue) \(diagnostic.code): \(diagnostic.message)", diagnostic.range)
    nested { for note in diagnostic.notes { $0.line("note: \(note.message)", note.range) } }
  }

  // MARK: Front matter

  mutating func frontMatter(_ matter: FrontMatter) {
    line("title \(DumpWriter.quoted(matter.title))")
    nested { $0.inlines(matter.titleInlines) }
    if let subtitle = matter.subtitle { line("subtitle \(DumpWriter.quoted(subtitle))") }
    for author in matter.authors {
      let more = [author.affiliation, author.orcid, author.email].compactMap { $0 }
      line("author " + ([author.name] + more).map(DumpWriter.quoted).joined(separator: " "))
    }
    if let date = matter.date { line("date \(DumpWriter.quoted(date))") }
    if let abstract = matter.abstract {
      line("abstract")
      nested { $0.blocks(abstract) }
    }
    if let paper = matter.paper {
      line("paper \(DumpWriter.quoted(paper.title)) by \(paper.authors.joined(separator: ", "))")
      let facts = [paper.venue, paper.year.map { String($0) }, paper.arxiv, paper.doi, paper.url, paper.code].compactMap { $0 }
      nested { $0.line(facts.map(DumpWriter.quoted).joined(separator: " ")) }
    }
    if let bibliography = matter.bibliography { line("bibliography \(DumpWriter.quoted(bibliography))", matter.bibliographyRange) }
    line("lang \(matter.lang), \(matter.citationStyle.rawValue), seed \(matter.seed), scale \(matter.scale)\(matter.scaleIsExplicit ? " (explicit)" : "")")
    line("html toc \(matter.html.toc) code-fold \(matter.html.codeFold), pdf \(matter.pdf.paperSize.rawValue) columns \(matter.pdf.columns)")
    for name in matter.macros.keys.sorted() { line("macro \(name) \(DumpWriter.quoted(matter.macros[name] ?? ""))") }
  }

  // MARK: YAML

  mutating func node(_ node: YAMLNode, _ name: String) {
    switch node.kind {
    case .scalar(let scalar): line("\(name) \(DumpWriter.quoted(scalar.text)) (\(node.typeDescription))", node.range)
    case .sequence(let elements):
      line("\(name) list", node.range)
      nested { for element in elements { $0.node(element, "-") } }
    case .mapping(let entries):
      line("\(name) mapping", node.range)
      nested { for entry in entries { $0.node(entry.value, entry.key) } }
    }
  }
}
