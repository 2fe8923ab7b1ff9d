import Diagnostics
import Notebook
import Query
import Tables

extension ReportBuilder {
  /// More rows than a reader reads; the rest is in the CSV file.
  private static let shownRows = 200

  /// A `{sql}` directive as a table.
  func query(_ directive: QueryDirective, _ block: Block) -> ReportBlock {
    let target = index[block]
    noteOrigins(of: target?.anchor, sql: directive.sql)
    do {
      let result = try database.query(directive.sql, rowLimit: 100_000)
      let formats = checkedFormats(directive, result, block)
      let hidden = formats.hidden
      let visible = result.columns.indices.filter { !hidden.contains(result.columns[$0].name) }
      let rows = (0..<min(result.rowCount, ReportBuilder.shownRows)).map { row in
        visible.map { cell(result, row, $0, formats) }
      }
      let rest = result.rowCount - rows.count
      return .table(
        TableBlock(
          name: target?.name, anchor: target?.anchor, caption: inlines(directive.caption),
          alignments: visible.map { result.columns[$0].type == .text ? .left : .right },
          header: visible.map { header(result.columns[$0].name) }, rows: rows,
          source: CodeListing(language: "sql", text: directive.sql.trimmed),
          notes: rest > 0 ? ["The first \(rows.count) of \(result.rowCount) rows."] : []))
    } catch {
      return failure(of: error, name: target?.name ?? "Table", anchor: target?.anchor, sql: directive.sql) { offset in
        self.place(offset, in: directive.sql, from: directive.sqlStart)
      }
    }
  }

  // MARK: - Formats

  struct ColumnFormats {
    /// d3 format by column.
    var plain: [String: String] = [:]
    /// The column whose value follows after "±".
    var spread: [String: String] = [:]
    /// Columns shown only after a "±".
    var hidden: Set<String> { Set(spread.values) }
  }

  private func checkedFormats(_ directive: QueryDirective, _ result: Table, _ block: Block) -> ColumnFormats {
    var formats = ColumnFormats()
    for (name, format) in directive.formats.sorted(by: { $0.key < $1.key }) {
      guard result[name] != nil else {
        diagnostics.append(ReportDiagnostics.unknownFormatColumn(name, known: result.columnNames, at: block.range))
        continue
      }
      let parts = format.split(separator: "±", maxSplits: 1, omittingEmptySubsequences: false).map { String($0).trimmed }
      if parts.count == 2 {
        guard result[parts[1]] != nil else {
          diagnostics.append(ReportDiagnostics.unknownFormatColumn(parts[1], known: result.columnNames, at: block.range))
          continue
        }
        formats.spread[name] = parts[1]
      }
      if !parts[0].isEmpty {
        if CellText.formatted(1, parts[0]) == nil {
          diagnostics.append(ReportDiagnostics.badFormat(parts[0], at: block.range))
        } else {
          formats.plain[name] = parts[0]
        }
      }
    }
    return formats
  }

  private func cell(_ table: Table, _ row: Int, _ column: Int, _ formats: ColumnFormats) -> [ReportInline] {
    let name = table.columns[column].name
    let own = cellText(table.columns[column][row], formats.plain[name])
    guard let spread = formats.spread[name], let value = table[spread]?[row], !value.isNull else { return own }
    return own + [.text("\u{2009}±\u{2009}")] + cellText(value, formats.plain[spread] ?? formats.plain[name])
  }

  private func cellText(_ value: Value, _ format: String?) -> [ReportInline] {
    guard let format, let number = value.number, !value.isNull, let text = CellText.formatted(number, format) else {
      return mathText(value)
    }
    return .numberText(text)
  }

  /// A text cell may hold TeX between dollars.
  private func mathText(_ value: Value) -> [ReportInline] {
    guard case .text(let text) = value, text.contains("$") else { return CellText.inlines(value) }
    return markup(text)
  }

  /// A column's name as a head: TeX between dollars is set, underscores are spaces.
  private func header(_ name: String) -> [ReportInline] {
    name.contains("$") ? markup(name) : [.text(String(name.map { $0 == "_" ? " " : $0 }))]
  }

  /// Plain text with TeX between single dollars.
  func markup(_ text: String) -> [ReportInline] {
    let pieces = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
    guard pieces.count % 2 == 1 else { return [.text(text)] }
    return pieces.enumerated().compactMap { index, piece in
      piece.isEmpty ? nil : index % 2 == 0 ? .text(piece) : .math(formula(piece, isDisplay: false, at: nil))
    }
  }

  // MARK: - Failures of queries

  /// Where a byte offset in a directive's SQL stands in the notebook.
  func place(_ offset: Int?, in sql: String, from start: SourcePosition) -> SourceRange {
    guard let offset else { return SourceRange(file: notebook.source.path, start: start, end: start) }
    var position = start
    var word = 0
    for (index, byte) in sql.utf8.enumerated() {
      if index >= offset {
        let isWord = (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte == 95
        if !isWord { break }
        word += 1
      } else if byte == 10 {
        position = SourcePosition(line: position.line + 1, column: 1)
      } else {
        position.column += 1
      }
    }
    return SourceRange(file: notebook.source.path, start: position, end: SourcePosition(line: position.line, column: position.column + max(word, 1)))
  }

  /// The box in place of something whose query failed: blocked by a failed experiment, or faulty with a diagnostic.
  func failure(of error: QueryError, name: String, anchor: String?, sql: String, at place: (Int?) -> SourceRange) -> ReportBlock {
    if let blocker = blocker(of: error) {
      return .failure(FailureBlock(kind: .blocked, anchor: anchor, title: "\(name) is blocked", messages: ["It needs the experiment \(blocker), which failed."], excerpt: []))
    }
    let diagnostic = error.diagnostic(at: place(error.offset))
    diagnostics.append(diagnostic)
    return .failure(
      FailureBlock(
        kind: .faulty, anchor: anchor, title: "\(name) is faulty", messages: [diagnostic.message] + diagnostic.notes.map(\.message),
        excerpt: sql.trimmed.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)))
  }
}
