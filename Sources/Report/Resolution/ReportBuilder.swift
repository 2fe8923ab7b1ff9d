import Charting
import Diagnostics
import Execution
import Graphics
import Notebook
import Query
import Tables
import Typography

/// Turns a notebook and its results into a report: runs the queries, judges the claims, draws the charts, numbers and links.
///
/// A builder serves one notebook and is not `Sendable`: fonts and database belong to its thread.
package final class ReportBuilder {
  package struct Options: Sendable {
    /// Name of the output folder and of the PDF.
    package var slug: String
    /// The folder of the notebook, below which files are read.
    package var directory: String
    package var allowsRawHTML = false
    /// "Reprise 0.1.0", for the colophon.
    package var producer = "Reprise"

    package init(slug: String, directory: String) {
      self.slug = slug
      self.directory = directory
    }
  }

  let notebook: Notebook
  let execution: ExecutionResult
  let options: Options
  let index: ReferenceIndex
  let database: QueryDatabase
  let files: NotebookFiles
  var charts: ChartCompiler
  let mathParser: TeXMathParser
  var bibliography: Bibliography
  var diagnostics: [Diagnostic] = []
  var claims: [Claim] = []
  var footnoteNumbers: [String: Int] = [:]
  var footnoteOrder: [String] = []
  /// Labels of experiments by the anchor of what was computed from them.
  var origins: [String: [String]] = [:]
  /// Labels of experiments without complete results: what needs their tables is blocked.
  let failedLabels: [String]

  package init(
    notebook: Notebook, execution: ExecutionResult, fonts: FontLibrary, options: Options
  ) throws(QueryError) {
    self.notebook = notebook
    self.execution = execution
    self.options = options
    index = ReferenceIndex(notebook)
    database = try QueryDatabase()
    files = NotebookFiles(directory: options.directory)
    charts = ChartCompiler(labels: LabelTypesetter(fonts: fonts), colours: SeriesColours(), options: ChartOptions())
    mathParser = TeXMathParser(macros: notebook.frontMatter.macros)
    bibliography = Bibliography(entries: [], style: notebook.frontMatter.citationStyle)
    failedLabels = execution.outcomes.filter { !$0.isComplete }.map(\.label)
    for outcome in execution.outcomes where outcome.isComplete {
      for result in outcome.tables { try database.load(result.table, as: result.name) }
    }
  }

  /// Builds the report; what goes wrong on the way is in its diagnostics, and shown at its place.
  package func build() -> Report {
    // 1. Everything known before the text is read: results, records, citations.
    let front = notebook.frontMatter
    var report = Report(slug: options.slug, plainTitle: front.title)
    loadBibliography()
    // 2. The head.
    report.title = inlines(front.titleInlines)
    report.plainTitle = report.title.plainText
    report.subtitle = inlines(front.subtitleInlines)
    report.authors = front.authors
    report.date = front.date
    report.lang = front.lang
    report.paper = front.paper
    report.scale = front.scale
    report.html = front.html
    report.pdf = front.pdf
    report.abstract = blocks(front.abstract ?? [])
    // 3. The text, with queries, claims and charts where they stand.
    report.blocks = blocks(notebook.blocks)
    report.outline = outline()
    report.claims = claims
    // 4. What stands at the end.
    report.footnotes = footnotes()
    report.bibliography = bibliography.entries()
    appendBibliography(to: &report)
    report.colophon = Colophon.entries(notebook: notebook, execution: execution, producer: options.producer)
    report.tables = execution.outcomes.flatMap(\.tables).map { ($0.name, $0.table) }
    report.origins = origins
    report.diagnostics = diagnostics
    return report
  }

  /// Writes the tables of results as one SQLite file.
  package func writeDatabase(to path: String) throws(QueryError) { try database.write(to: path) }

  private func outline() -> [OutlineEntry] {
    var entries: [OutlineEntry] = []
    for block in notebook.blocks {
      guard case .heading(_, let content, _) = block.kind, let target = index[block] else { continue }
      let title = inlines(content)
      entries.append(
        OutlineEntry(
          level: index.depth(of: block), number: target.number.isEmpty ? nil : target.number, title: title,
          plainTitle: title.plainText, anchor: target.anchor))
    }
    return entries
  }

  /// Footnotes in the order of their marks; notes may hold marks of further notes.
  private func footnotes() -> [ReportFootnote] {
    var notes: [ReportFootnote] = []
    var next = 0
    while next < footnoteOrder.count {
      let name = footnoteOrder[next]
      next += 1
      let content = notebook.footnotes.first { $0.name == name }?.blocks ?? []
      notes.append(ReportFootnote(number: next, anchor: "fn-\(next)", backAnchor: "fnref-\(next)", blocks: blocks(content)))
    }
    return notes
  }

  private func appendBibliography(to report: inout Report) {
    guard !report.bibliography.isEmpty else { return }
    let isPlaced = report.blocks.contains { if case .bibliography = $0 { true } else { false } }
    guard !isPlaced else { return }
    report.blocks += [.heading(level: 1, number: nil, anchor: "references", [.text("References")]), .bibliography]
    report.outline.append(OutlineEntry(level: 1, number: nil, title: [.text("References")], plainTitle: "References", anchor: "references"))
  }
}
