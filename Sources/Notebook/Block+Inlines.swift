extension Block {
  /// The block with each run of its running text (paragraphs, headings, cells, captions) replaced.
  package func mappingInlines(_ change: ([Inline]) -> [Inline]) -> Block {
    var block = self
    switch kind {
    case .heading(let level, let content, let label): block.kind = .heading(level: level, content: change(content), label: label)
    case .paragraph(let content): block.kind = .paragraph(change(content))
    case .list(var list):
      for index in list.items.indices { list.items[index].blocks = list.items[index].blocks.map { $0.mappingInlines(change) } }
      block.kind = .list(list)
    case .blockQuote(let blocks): block.kind = .blockQuote(blocks.map { $0.mappingInlines(change) })
    case .callout(var callout):
      callout.blocks = callout.blocks.map { $0.mappingInlines(change) }
      block.kind = .callout(callout)
    case .table(var table):
      table.header = table.header.map(change)
      table.rows = table.rows.map { $0.map(change) }
      table.caption = change(table.caption)
      block.kind = .table(table)
    case .image(var figure):
      figure.caption = change(figure.caption)
      block.kind = .image(figure)
    case .chart(var chart):
      chart.caption = change(chart.caption)
      block.kind = .chart(chart)
    case .query(var query):
      query.caption = change(query.caption)
      block.kind = .query(query)
    case .claim(var claim):
      claim.text = change(claim.text)
      claim.sourceInPaper = change(claim.sourceInPaper)
      block.kind = .claim(claim)
    case .codeBlock, .equation, .thematicBreak, .html, .experiment, .faulty: break
    }
    return block
  }

  /// Calls `visit` with each run of running text, in the order of the document.
  package func forEachInlines(_ visit: ([Inline]) -> Void) {
    switch kind {
    case .heading(_, let content, _), .paragraph(let content): visit(content)
    case .list(let list): for item in list.items { item.blocks.forEach { $0.forEachInlines(visit) } }
    case .blockQuote(let blocks): blocks.forEach { $0.forEachInlines(visit) }
    case .callout(let callout): callout.blocks.forEach { $0.forEachInlines(visit) }
    case .table(let table):
      visit(table.caption)
      table.header.forEach(visit)
      table.rows.forEach { $0.forEach(visit) }
    case .image(let figure): visit(figure.caption)
    case .chart(let chart): visit(chart.caption)
    case .query(let query): visit(query.caption)
    case .claim(let claim):
      visit(claim.sourceInPaper)
      visit(claim.text)
    case .codeBlock, .equation, .thematicBreak, .html, .experiment, .faulty: break
    }
  }
}

extension Inline {
  /// The inlines inside this one.
  package var content: [Inline] {
    switch kind {
    case .emphasis(let content), .strong(let content), .strikethrough(let content), .link(_, _, let content): content
    default: []
    }
  }

  /// The inline with its content replaced; itself if it has none.
  package func mappingContent(_ change: ([Inline]) -> [Inline]) -> Inline {
    switch kind {
    case .emphasis(let content): Inline(.emphasis(change(content)), range: range)
    case .strong(let content): Inline(.strong(change(content)), range: range)
    case .strikethrough(let content): Inline(.strikethrough(change(content)), range: range)
    case .link(let destination, let title, let content): Inline(.link(destination: destination, title: title, content: change(content)), range: range)
    default: self
    }
  }
}
