import Diagnostics
import Tables
import YAMLDocuments

extension NotebookInspector {
  static func block(_ block: Block) -> JSONValue {
    let (type, members) = parts(block.kind)
    return node(type, block.range, members)
  }

  private static func blocks(_ blocks: [Block]) -> [JSONValue.Member] { [.init("blocks", .array(blocks.map(block)))] }

  static func inlines(_ content: [Inline], _ key: String = "content") -> [JSONValue.Member] {
    [.init(key, .array(content.map(inline)))]
  }

  private static func parts(_ kind: Block.Kind) -> (String, [JSONValue.Member]) {
    switch kind {
    case .heading(let level, let content, let name): ("heading", [.init("level", .integer(level))] + label(name) + inlines(content))
    case .paragraph(let content): ("paragraph", inlines(content))
    case .list(let list): ("list", self.list(list))
    case .blockQuote(let content): ("blockQuote", blocks(content))
    case .callout(let callout): ("callout", text("kind", callout.kind.rawValue) + blocks(callout.blocks))
    case .codeBlock(let language, let code): ("codeBlock", text("language", language) + text("code", code))
    case .equation(let equation): ("equation", label(equation.label) + text("tex", equation.tex))
    case .table(let table): ("table", self.table(table))
    case .image(let figure):
      ("image", label(figure.label) + text("path", figure.path) + text("alt", figure.alternativeText) + inlines(figure.caption, "caption"))
    case .thematicBreak: ("thematicBreak", [])
    case .html(let html): ("html", text("html", html))
    case .experiment(let experiment): ("experiment", self.experiment(experiment))
    case .chart(let chart):
      ("chart", label(chart.label) + inlines(chart.caption, "caption") + text("alt", chart.alternativeText) + [.init("spec", yaml(chart.spec))])
    case .query(let query): ("sql", self.query(query))
    case .claim(let claim): ("claim", self.claim(claim))
    case .faulty(let faulty):
      ("faulty", text("name", faulty.name) + label(faulty.label) + [.init("messages", .array(faulty.diagnostics.map { .string($0.message) }))])
    }
  }

  private static func list(_ list: List) -> [JSONValue.Member] {
    let items = list.items.map { item in
      JSONValue.object((item.isChecked.map { [.init("checked", .boolean($0))] } ?? []) + blocks(item.blocks))
    }
    let start: [JSONValue.Member] = list.start.map { [.init("start", .integer($0))] } ?? []
    return start + [.init("tight", .boolean(list.isTight)), .init("items", .array(items))]
  }

  private static func table(_ table: MarkdownTable) -> [JSONValue.Member] {
    func row(_ cells: [[Inline]]) -> JSONValue { .array(cells.map { .array($0.map(inline)) }) }
    return label(table.label) + inlines(table.caption, "caption") + [
      .init("alignments", .array(table.alignments.map { .string($0.rawValue) })), .init("header", row(table.header)),
      .init("rows", .array(table.rows.map(row))),
    ]
  }

  // MARK: Directives

  private static func experiment(_ experiment: ExperimentDirective) -> [JSONValue.Member] {
    func settings(_ list: [ExperimentDirective.Setting]) -> JSONValue { .object(list.map { .init($0.name, yaml($0.value)) }) }
    var members = text("experiment", experiment.experiment) + label(experiment.label)
    members.append(.init("parameters", settings(experiment.parameters)))
    members.append(.init("sweep", .object(experiment.sweeps.map { sweep in
      .init(sweep.name, .object(["values": .array(sweep.values.map(yaml)), "as": .string(sweep.column)]))
    })))
    switch experiment.seeds {
    case .count(let count): members.append(.init("seeds", .integer(count)))
    case .list(let list): members.append(.init("seeds", .array(list.map(JSONValue.integer))))
    case nil: break
    }
    members.append(.init("scales", .object(experiment.scaleParameters.keys.sorted().map { name in
      .init(name, settings(experiment.scaleParameters[name] ?? []))
    })))
    if let timeout = experiment.timeoutSeconds { members.append(.init("timeoutSeconds", .number(timeout))) }
    if let memory = experiment.memoryBytes { members.append(.init("memoryBytes", .integer(memory))) }
    return members
  }

  private static func query(_ query: QueryDirective) -> [JSONValue.Member] {
    let names = query.formats.keys.sorted()
    return label(query.label) + inlines(query.caption, "caption") + text("sql", query.sql)
      + [.init("format", .object(names.map { .init($0, .string(query.formats[$0] ?? "")) }))]
  }

  private static func claim(_ claim: ClaimDirective) -> [JSONValue.Member] {
    label(claim.label) + inlines(claim.sourceInPaper, "source") + inlines(claim.text, "text") + text("value", claim.sql)
      + [.init("expect", expectation(claim.expectation)), .init("confidence", .number(claim.confidence))]
      + text("interval", claim.interval.rawValue) + text("figure", claim.figure)
  }

  private static func expectation(_ expectation: Expectation) -> JSONValue {
    switch expectation {
    case .within(let low, let high): .object(["in": .array([.number(low), .number(high)])])
    case .less(let bound): .object(["<": .number(bound)])
    case .lessOrEqual(let bound): .object(["<=": .number(bound)])
    case .greater(let bound): .object([">": .number(bound)])
    case .greaterOrEqual(let bound): .object([">=": .number(bound)])
    case .equal(let value, let tolerance): .object(["=": .number(value), "tolerance": .number(tolerance)])
    case .isTrue: .boolean(true)
    }
  }

  // MARK: Running text

  static func inline(_ inline: Inline) -> JSONValue {
    let (type, members) = parts(inline.kind)
    return node(type, inline.range, members)
  }

  private static func parts(_ kind: Inline.Kind) -> (String, [JSONValue.Member]) {
    switch kind {
    case .text(let string): ("text", text("text", string))
    case .emphasis(let content): ("emphasis", inlines(content))
    case .strong(let content): ("strong", inlines(content))
    case .strikethrough(let content): ("strikethrough", inlines(content))
    case .code(let code): ("code", text("code", code))
    case .math(let tex, let isDisplay): ("math", text("tex", tex) + [.init("display", .boolean(isDisplay))])
    case .link(let destination, let title, let content): ("link", text("destination", destination) + text("title", title) + inlines(content))
    case .image(let path, let alternativeText): ("image", text("path", path) + text("alt", alternativeText))
    case .reference(let name, let numberOnly): ("reference", text("name", name) + [.init("numberOnly", .boolean(numberOnly))])
    case .citation(let citation): ("citation", self.citation(citation))
    case .query(let sql, let format): ("sql", text("sql", sql) + text("format", format))
    case .footnoteReference(let name): ("footnoteReference", text("name", name))
    case .softBreak: ("softBreak", [])
    case .lineBreak: ("lineBreak", [])
    case .html(let html): ("html", text("html", html))
    }
  }

  private static func citation(_ citation: Citation) -> [JSONValue.Member] {
    let items = citation.items.map { item in
      node("item", item.range, text("key", item.key) + text("prefix", item.prefix) + text("locator", item.locator)
        + [.init("suppressesAuthor", .boolean(item.suppressesAuthor))])
    }
    return [.init("inText", .boolean(citation.isInText)), .init("items", .array(items))]
  }
}
