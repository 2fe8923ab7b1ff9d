import Charting
import Diagnostics
import Notebook
import Query
import Tables

extension ReportBuilder {
  /// A `{chart}` directive as a figure: its data fetched by query, table name or file, drawn by the chart stage.
  func chart(_ directive: ChartDirective, _ block: Block) -> ReportBlock {
    let target = index[block]
    let name = target?.name ?? "Figure"
    var blocker: String?
    let result = charts.compile(spec: directive.spec) { source in
      self.noteOrigins(of: target?.anchor, source)
      return self.data(for: source, blockedBy: &blocker)
    }
    if let blocker {
      return .failure(FailureBlock(kind: .blocked, anchor: target?.anchor, title: "\(name) is blocked", messages: ["It needs the experiment \(blocker), which failed."], excerpt: []))
    }
    diagnostics += result.diagnostics
    guard var list = result.list else {
      let errors = result.diagnostics.filter { $0.severity == .error }
      return .failure(
        FailureBlock(
          kind: .faulty, anchor: target?.anchor, title: "\(name) is faulty", messages: errors.map(\.message),
          excerpt: directive.source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)))
    }
    let caption = inlines(directive.caption)
    let description = directive.alternativeText.map(SpokenText.words) ?? result.description
    list.title = "\(name). \(caption.plainText)"
    list.description = description
    return .figure(
      FigureBlock(
        name: target?.name, anchor: target?.anchor, fileName: target?.anchor ?? "figure", caption: caption, notes: result.notes,
        content: .chart(FigureChart(list: list, alternativeText: description, plotted: result.plotted, readout: result.readout)),
        source: directive.showsSource ? nil : CodeListing(language: "yaml", text: directive.source)))
  }

  /// The specification of a chart that shows it, without what is about the figure rather than the chart.
  func listing(_ directive: ChartDirective) -> [ReportBlock] {
    guard directive.showsSource else { return [] }
    var isLeftOut = false
    let lines = directive.source.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      // Lines that are set in, or empty, go on with the key above.
      if let first = line.first, first != " ", first != "#" { isLeftOut = ["label:", "caption:", "alt:", "source:"].contains { line.hasPrefix($0) } }
      return !isLeftOut
    }
    return [.code(CodeListing(language: "yaml", text: lines.joined(separator: "\n")))]
  }

  /// The rows that a chart asks for.
  private func data(for source: DataSource, blockedBy blocker: inout String?) -> Result<Table, Diagnostic> {
    switch source {
    case .table(let name, let range): query("SELECT * FROM \(QueryDatabase.quote(name))", at: range, blockedBy: &blocker)
    case .query(let sql, let range): query(sql, at: range, blockedBy: &blocker)
    case .url(let path, let format, let range): file(path, format, range)
    }
  }

  private func query(_ sql: String, at range: Diagnostics.SourceRange, blockedBy blocker: inout String?) -> Result<Table, Diagnostic> {
    do { return .success(try database.query(sql)) } catch {
      blocker = self.blocker(of: error) ?? blocker
      return .failure(error.diagnostic(at: place(of: error.offset, in: sql, written: range)))
    }
  }

  /// Exact where the SQL stands on one line as written; the whole value otherwise.
  private func place(of offset: Int?, in sql: String, written range: SourceRange) -> SourceRange {
    guard let offset, range.start.line == range.end.line, range.end.column - range.start.column <= sql.utf8.count + 2 else { return range }
    let quote = (range.end.column - range.start.column - sql.utf8.count) / 2
    return place(offset, in: sql, from: SourcePosition(line: range.start.line, column: range.start.column + max(quote, 0)))
  }

  private func file(_ path: String, _ format: String?, _ range: SourceRange) -> Result<Table, Diagnostic> {
    do {
      return RowsFile.table(try files.read(path), path: path, format: format)
    } catch {
      return .failure(ReportDiagnostics.file("RP0904", "data file", path, error, near: files.neighbours(of: path), at: range))
    }
  }
}
