import Diagnostics

extension DumpWriter {
  mutating func blocks(_ blocks: [Block]) { for block in blocks { self.block(block) } }

  mutating func block(_ block: Block) {
    let range = block.range
    switch block.kind {
    case .heading(let level, let content, let label): titled("heading \(level)\(name(label))", range, content)
    case .paragraph(let content): titled("paragraph", range, content)
    case .list(let list): self.list(list, range)
    case .blockQuote(let blocks):
      line("quote", range)
      nested { $0.blocks(blocks) }
    case .callout(let callout):
      line("callout \(callout.kind.rawValue)", range)
      nested { $0.blocks(callout.blocks) }
    case .codeBlock(let language, let code): line("code \(DumpWriter.quoted(language)) \(DumpWriter.quoted(code))", range)
    case .equation(let equation):
      line("equation\(name(equation.label)) \(DumpWriter.quoted(equation.tex))", range)
      nested { $0.line("lines " + equation.lineStarts.map { "\($0.line):\($0.column)" }.joined(separator: " ")) }
    case .table(let table): self.table(table, range)
    case .image(let figure): titled("image\(name(figure.label)) \(DumpWriter.quoted(figure.path)) alt \(DumpWriter.quoted(figure.alternativeText))", range, figure.caption)
    case .thematicBreak: line("rule", range)
    case .html(let html): line("html \(DumpWriter.quoted(html))", range)
    case .experiment(let experiment): self.experiment(experiment, range)
    case .chart(let chart): self.chart(chart, range)
    case .query(let query): self.query(query, range)
    case .claim(let claim): self.claim(claim, range)
    case .faulty(let faulty):
      line("faulty \(faulty.name)\(name(faulty.label))", range)
      nested { for diagnostic in faulty.diagnostics { $0.line("\(diagnostic.code) \(diagnostic.message)") } }
    }
  }

  private func name(_ label: Label?) -> String { label.map { " #" + $0.name } ?? "" }

  private mutating func titled(_ title: String, _ range: SourceRange, _ content: [Inline]) {
    line(title, range)
    nested { $0.inlines(content) }
  }

  private mutating func list(_ list: List, _ range: SourceRange) {
    line("list \(list.start.map { "from \($0)" } ?? "bullets") \(list.isTight ? "tight" : "loose")", range)
    nested { dump in
      for item in list.items {
        dump.line("item" + (item.isChecked.map { $0 ? " [x]" : " [ ]" } ?? ""))
        dump.nested { $0.blocks(item.blocks) }
      }
    }
  }

  private mutating func table(_ table: MarkdownTable, _ range: SourceRange) {
    line("table\(name(table.label)) \(table.alignments.map(\.rawValue).joined(separator: " "))", range)
    nested { dump in
      if !table.caption.isEmpty {
        dump.line("caption")
        dump.nested { $0.inlines(table.caption) }
      }
      for (index, row) in ([table.header] + table.rows).enumerated() {
        dump.line(index == 0 ? "header" : "row")
        dump.nested { dump in
          for cell in row {
            dump.line("cell")
            dump.nested { $0.inlines(cell) }
          }
        }
      }
    }
  }

  // MARK: Directives

  private mutating func experiment(_ experiment: ExperimentDirective, _ range: SourceRange) {
    line("experiment \(experiment.experiment)\(name(experiment.label))", range)
    nested { dump in
      for setting in experiment.parameters { dump.node(setting.value, setting.name) }
      for sweep in experiment.sweeps { dump.line("sweep \(sweep.name) as \(sweep.column): \(sweep.values.map { $0.text ?? "…" }.joined(separator: ", "))", sweep.nameRange) }
      switch experiment.seeds {
      case .count(let count): dump.line("seeds \(count)")
      case .list(let list): dump.line("seeds \(list)")
      case nil: break
      }
      for scale in experiment.scaleParameters.keys.sorted() {
        dump.line("scale \(scale)")
        dump.nested { for setting in experiment.scaleParameters[scale] ?? [] { $0.node(setting.value, setting.name) } }
      }
      if let timeout = experiment.timeoutSeconds { dump.line("timeout \(timeout) s") }
      if let memory = experiment.memoryBytes { dump.line("memory \(memory) B") }
    }
  }

  private mutating func chart(_ chart: ChartDirective, _ range: SourceRange) {
    line("chart\(name(chart.label))", range)
    nested { dump in
      dump.inlines(chart.caption)
      if let text = chart.alternativeText { dump.line("alt \(DumpWriter.quoted(text))") }
      dump.node(chart.spec, "spec")
    }
  }

  private mutating func query(_ query: QueryDirective, _ range: SourceRange) {
    line("sql\(name(query.label)) \(DumpWriter.quoted(query.sql)) from \(query.sqlStart.line):\(query.sqlStart.column)", range)
    nested { dump in
      dump.inlines(query.caption)
      for column in query.formats.keys.sorted() { dump.line("format \(column) \(DumpWriter.quoted(query.formats[column] ?? ""))") }
    }
  }

  private mutating func claim(_ claim: ClaimDirective, _ range: SourceRange) {
    line("claim\(name(claim.label)) \(claim.expectation) confidence \(claim.confidence) interval \(claim.interval.rawValue)", range)
    nested { dump in
      dump.line("source")
      dump.nested { $0.inlines(claim.sourceInPaper) }
      dump.line("text")
      dump.nested { $0.inlines(claim.text) }
      dump.line("value \(DumpWriter.quoted(claim.sql))", claim.sqlRange)
      if let figure = claim.figure { dump.line("figure \(figure)", claim.figureRange) }
    }
  }

  // MARK: Running text

  mutating func inlines(_ inlines: [Inline]) { for inline in inlines { self.inline(inline) } }

  private mutating func inline(_ inline: Inline) {
    let range = inline.range
    switch inline.kind {
    case .text(let text): line("text \(DumpWriter.quoted(text))", range)
    case .emphasis: line("emphasis", range)
    case .strong: line("strong", range)
    case .strikethrough: line("strikethrough", range)
    case .code(let code): line("code \(DumpWriter.quoted(code))", range)
    case .math(let tex, let isDisplay): line("\(isDisplay ? "display" : "math") \(DumpWriter.quoted(tex))", range)
    case .link(let destination, let title, _): line("link \(DumpWriter.quoted(destination))\(title.isEmpty ? "" : " title \(DumpWriter.quoted(title))")", range)
    case .image(let path, let alternativeText): line("image \(DumpWriter.quoted(path)) alt \(DumpWriter.quoted(alternativeText))", range)
    case .reference(let name, let numberOnly): line("reference \(name)\(numberOnly ? " number only" : "")", range)
    case .citation(let citation): self.citation(citation, range)
    case .query(let sql, let format): line("query \(DumpWriter.quoted(sql))\(format.map { " format \(DumpWriter.quoted($0))" } ?? "")", range)
    case .footnoteReference(let name): line("footnote \(name)", range)
    case .softBreak: line("soft break")
    case .lineBreak: line("line break")
    case .html(let html): line("html \(DumpWriter.quoted(html))", range)
    }
    nested { $0.inlines(inline.content) }
  }

  private mutating func citation(_ citation: Citation, _ range: SourceRange) {
    line(citation.isInText ? "citation in text" : "citation", range)
    nested { dump in
      for item in citation.items {
        var text = (item.suppressesAuthor ? "-@" : "@") + item.key
        if !item.prefix.isEmpty { text = DumpWriter.quoted(item.prefix) + " " + text }
        if !item.locator.isEmpty { text += " " + DumpWriter.quoted(item.locator) }
        dump.line(text, item.range)
      }
    }
  }
}
