import Diagnostics
import Notebook
import Query

extension ReportBuilder {
  /// Resolves running text: references, citations, values of queries, footnotes, mathematics.
  func inlines(_ content: [Inline]) -> [ReportInline] { content.flatMap(inline) }

  private func inline(_ inline: Inline) -> [ReportInline] {
    switch inline.kind {
    case .text(let text): [.text(text.withApostrophes)]
    case .emphasis(let content): [.emphasis(inlines(content))]
    case .strong(let content): [.strong(inlines(content))]
    case .strikethrough(let content): [.strikethrough(inlines(content))]
    case .code(let code): [.code(code)]
    case .math(let tex, let isDisplay): [.math(formula(tex, isDisplay: isDisplay, at: inline.range))]
    case .link(let destination, _, let content): link(destination, content)
    case .image(let path, let text): image(path, alternativeText: text, at: inline.range)
    case .reference(let name, let numberOnly): reference(name, numberOnly: numberOnly)
    case .citation(let citation): cite(citation)
    case .query(let sql, let format): value(of: sql, format: format, at: inline.range)
    case .footnoteReference(let name): footnoteMark(name)
    case .softBreak: [.softBreak]
    case .lineBreak: [.lineBreak]
    case .html(let html): [options.allowsRawHTML ? .rawHTML(html) : .text(html)]
    }
  }

  private func link(_ destination: String, _ content: [Inline]) -> [ReportInline] {
    let inner = inlines(content)
    if destination.hasPrefix("#") { return [.internalLink(anchor: String(destination.dropFirst()), inner)] }
    let scheme = destination.prefix { $0 != ":" }.lowercased()
    let isSafe = ["http", "https", "mailto", "ftp", "doi"].contains(scheme) || !destination.contains(":")
    return isSafe ? [.link(url: destination, inner)] : inner
  }

  private func image(_ path: String, alternativeText: String, at range: SourceRange) -> [ReportInline] {
    guard let image = embeddedImage(path, alternativeText: alternativeText, at: range) else { return [.error(path)] }
    return [.image(image)]
  }

  private func reference(_ name: String, numberOnly: Bool) -> [ReportInline] {
    guard let target = index[name] else { return [.error("@\(name)")] }
    return [.internalLink(anchor: target.anchor, [.text(numberOnly ? target.number : target.name.nonBreaking)])]
  }

  private func cite(_ citation: Citation) -> [ReportInline] { bibliography.inlines(for: citation) }

  private func footnoteMark(_ name: String) -> [ReportInline] {
    let isFirst = footnoteNumbers[name] == nil
    if isFirst {
      footnoteOrder.append(name)
      footnoteNumbers[name] = footnoteOrder.count
    }
    let number = footnoteNumbers[name] ?? 0
    return [.footnoteMark(number: number, anchor: "fn-\(number)", id: isFirst ? "fnref-\(number)" : "")]
  }

  // MARK: - Values

  /// One value of a query, printed in running text.
  private func value(of sql: String, format: String?, at range: SourceRange) -> [ReportInline] {
    do {
      let table = try database.query(sql, rowLimit: 1000)
      guard table.rowCount == 1, table.columns.count == 1 else {
        return refuse(ReportDiagnostics.inlineShape(rows: table.rowCount, columns: table.columns.count, at: range))
      }
      let value = table.columns[0][0]
      if value.isNull { return refuse(ReportDiagnostics.inlineMissing(at: range)) }
      guard let number = value.number, let format else { return CellText.inlines(value) }
      guard let text = CellText.formatted(number, format) else { return refuse(ReportDiagnostics.badFormat(format, at: range)) }
      return .numberText(text)
    } catch {
      if blocker(of: error) != nil { return [.error("(blocked)")] }
      return refuse(error.diagnostic(at: range))
    }
  }

  private func refuse(_ diagnostic: Diagnostic) -> [ReportInline] {
    diagnostics.append(diagnostic)
    return [.error("(\(diagnostic.message))")]
  }

  /// The failed experiment whose tables a query asked for in vain.
  func blocker(of error: QueryError) -> String? {
    guard case .unknownTable(let name, _) = error.kind else { return nil }
    let lowered = name.lowercased()
    return failedLabels.first { lowered == $0 || lowered.hasPrefix($0 + "_") }
  }

  // MARK: - Bibliography

  /// Reads the BibTeX file and notes what is cited; unknown keys are reported at their places.
  func loadBibliography() {
    let front = notebook.frontMatter
    var entries: [BibTeXEntry] = []
    if let path = front.bibliography {
      do {
        let parsed = BibTeXParser.parse(SourceFile(path: options.directory.isEmpty || options.directory == "." ? path : "\(options.directory)/\(path)", bytes: try files.read(path)))
        entries = parsed.entries
        diagnostics += parsed.diagnostics
      } catch {
        diagnostics.append(ReportDiagnostics.file("RP0314", "bibliography", path, error, near: files.neighbours(of: path), at: front.bibliographyRange))
      }
    }
    bibliography = Bibliography(entries: entries, style: front.citationStyle)
    for citation in citations() {
      bibliography.noteCitations(citation.items.map(\.key))
      for item in citation.items where !bibliography.contains(item.key) {
        diagnostics.append(
          front.bibliography == nil
            ? ReportDiagnostics.noBibliography(item.key, at: item.range)
            : ReportDiagnostics.unknownCitation(item.key, known: bibliography.keys, at: item.range))
      }
    }
  }

  /// Every citation of the notebook in document order, footnotes last.
  private func citations() -> [Citation] {
    var found: [Citation] = []
    func scan(_ content: [Inline]) {
      for inline in content {
        switch inline.kind {
        case .citation(let citation): found.append(citation)
        case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, _, let inner): scan(inner)
        default: break
        }
      }
    }
    func scanBlock(_ block: Block) {
      switch block.kind {
      case .heading(_, let content, _), .paragraph(let content): scan(content)
      case .table(let table):
        for cell in table.header + table.rows.flatMap({ $0 }) + [table.caption] { scan(cell) }
      case .image(let figure): scan(figure.caption)
      case .chart(let chart): scan(chart.caption)
      case .query(let query): scan(query.caption)
      case .claim(let claim): scan(claim.sourceInPaper + claim.text)
      default: break
      }
    }
    ReferenceIndex.walk(notebook.frontMatter.abstract ?? [], scanBlock)
    ReferenceIndex.walk(notebook.blocks, scanBlock)
    for note in notebook.footnotes { ReferenceIndex.walk(note.blocks, scanBlock) }
    return found
  }
}
