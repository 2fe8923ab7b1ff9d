extension Notebook {
  /// All labels in the order of the document, those of faulty directives included.
  /// - Complexity: O(blocks).
  package var labels: [Label] { Notebook.labels(of: blocks + footnotes.flatMap(\.blocks)) }

  static func labels(of blocks: [Block]) -> [Label] {
    var labels: [Label] = []
    for block in blocks { collect(block, &labels) }
    return labels
  }

  private static func collect(_ block: Block, _ labels: inout [Label]) {
    switch block.kind {
    case .heading(_, _, let label): if let label { labels.append(label) }
    case .equation(let equation): if let label = equation.label { labels.append(label) }
    case .table(let table): if let label = table.label { labels.append(label) }
    case .image(let figure): if let label = figure.label { labels.append(label) }
    case .experiment(let experiment): labels.append(experiment.label)
    case .chart(let chart): if let label = chart.label { labels.append(label) }
    case .query(let query): if let label = query.label { labels.append(label) }
    case .claim(let claim): if let label = claim.label { labels.append(label) }
    case .faulty(let faulty): if let label = faulty.label { labels.append(label) }
    case .list(let list): for item in list.items { for block in item.blocks { collect(block, &labels) } }
    case .blockQuote(let blocks): for block in blocks { collect(block, &labels) }
    case .callout(let callout): for block in callout.blocks { collect(block, &labels) }
    case .paragraph, .codeBlock, .thematicBreak, .html: break
    }
  }
}
