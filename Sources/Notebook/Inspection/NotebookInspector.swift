import Diagnostics
import Tables
import YAMLDocuments

/// The parsed notebook as JSON, each node with its place: what `reprise inspect --format json` prints.
///
/// A node is an object with its `type` first; `range` is `[line, column, endLine, endColumn]`, 1-based, columns in UTF-8 bytes, the
/// end exclusive.
package enum NotebookInspector {
  package static func json(_ notebook: Notebook) -> JSONValue {
    .object([
      "path": .string(notebook.source.path),
      "frontMatter": frontMatter(notebook.frontMatter),
      "blocks": .array(notebook.blocks.map(block)),
      "footnotes": .array(notebook.footnotes.map { note in
        node("footnote", note.range, [.init("name", .string(note.name)), .init("blocks", .array(note.blocks.map(block)))])
      }),
      "labels": .array(notebook.labels.map { label in
        node(label.kind.word, label.range, [.init("name", .string(label.name))])
      }),
      "diagnostics": .array(notebook.diagnostics.map(diagnostic)),
    ])
  }

  // MARK: Parts

  static func range(_ range: SourceRange) -> JSONValue {
    .array([.integer(range.start.line), .integer(range.start.column), .integer(range.end.line), .integer(range.end.column)])
  }

  static func node(_ type: String, _ range: SourceRange, _ members: [JSONValue.Member]) -> JSONValue {
    .object([.init("type", .string(type)), .init("range", self.range(range))] + members)
  }

  static func text(_ key: String, _ value: String?) -> [JSONValue.Member] { value.map { [.init(key, .string($0))] } ?? [] }

  static func label(_ label: Label?) -> [JSONValue.Member] { text("label", label?.name) }

  private static func diagnostic(_ diagnostic: Diagnostic) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("code", .string(diagnostic.code)), .init("severity", .string(diagnostic.severity.rawValue)),
      .init("message", .string(diagnostic.message)),
    ]
    if let place = diagnostic.range { members.append(.init("range", range(place))) }
    members.append(.init("notes", .array(diagnostic.notes.map { note in
      .object([.init("message", .string(note.message))] + (note.range.map { [.init("range", range($0))] } ?? []))
    })))
    return .object(members)
  }

  /// A YAML value as the JSON value it means; texts stay texts.
  static func yaml(_ node: YAMLNode) -> JSONValue {
    switch node.kind {
    case .mapping(let entries): .object(entries.map { .init($0.key, yaml($0.value)) })
    case .sequence(let elements): .array(elements.map(yaml))
    case .scalar(let scalar):
      if scalar.isNull { .null } else if let flag = scalar.bool { .boolean(flag) } else if let integer = scalar.integer { .integer(integer) }
      else if let number = scalar.number { .number(number) } else { .string(scalar.text) }
    }
  }

  // MARK: Front matter

  private static func frontMatter(_ matter: FrontMatter) -> JSONValue {
    var members: [JSONValue.Member] = [.init("title", .string(matter.title))]
    members += text("subtitle", matter.subtitle)
    members.append(.init("authors", .array(matter.authors.map { author in
      .object(text("name", author.name) + text("affiliation", author.affiliation) + text("orcid", author.orcid) + text("email", author.email))
    })))
    members += text("date", matter.date)
    if let abstract = matter.abstract { members.append(.init("abstract", .array(abstract.map(block)))) }
    members.append(.init("lang", .string(matter.lang)))
    members += text("bibliography", matter.bibliography)
    members.append(.init("citationStyle", .string(matter.citationStyle.rawValue)))
    if let paper = matter.paper { members.append(.init("paper", self.paper(paper))) }
    members += [.init("seed", .integer(matter.seed)), .init("scale", .string(matter.scale))]
    members.append(.init("format", .object([
      "html": .object(["toc": .boolean(matter.html.toc), "code-fold": .boolean(matter.html.codeFold)]),
      "pdf": .object(["paper-size": .string(matter.pdf.paperSize.rawValue), "columns": .integer(matter.pdf.columns)]),
    ])))
    let names = matter.macros.keys.sorted()
    members.append(.init("macros", .object(names.map { .init($0, .string(matter.macros[$0] ?? "")) })))
    return .object(members)
  }

  private static func paper(_ paper: FrontMatter.Paper) -> JSONValue {
    var members = text("title", paper.title)
    members.append(.init("authors", .array(paper.authors.map(JSONValue.string))))
    members += text("venue", paper.venue)
    if let year = paper.year { members.append(.init("year", .integer(year))) }
    members += text("arxiv", paper.arxiv) + text("doi", paper.doi) + text("url", paper.url) + text("code", paper.code)
    return .object(members)
  }
}
