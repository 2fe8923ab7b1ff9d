import Report

/// Moves figures and tables behind the paragraph that first speaks of them, within their section.
///
/// A float never stands on a page before its reference then, and stays in the order in which floats are numbered.
enum FloatAnchoring {
  /// The blocks in an order in which no float precedes its first reference, where that is in the same section and at
  /// most a few blocks away.
  static func moved(_ blocks: [ReportBlock]) -> [ReportBlock] {
    var result: [ReportBlock] = []
    var waiting: [(block: ReportBlock, until: Int)] = []
    for (index, block) in blocks.enumerated() {
      if let anchor = block.floatAnchor {
        // A float follows those before it, so that numbers stay in order.
        let target = max(reference(to: anchor, in: blocks, after: index) ?? index, waiting.last?.until ?? index)
        if target > index {
          waiting.append((block, target))
          continue
        }
      }
      result.append(block)
      while let first = waiting.first, first.until <= index {
        result.append(first.block)
        waiting.removeFirst()
      }
    }
    return result + waiting.map(\.block)
  }

  /// The first block after the float that refers to it, unless one before does or a heading comes between.
  private static func reference(to anchor: String, in blocks: [ReportBlock], after index: Int) -> Int? {
    if blocks[..<index].contains(where: { $0.refers(to: anchor) }) { return nil }
    for next in (index + 1)..<min(blocks.count, index + 5) where next < blocks.count {
      if case .heading = blocks[next] { return nil }
      if blocks[next].refers(to: anchor) { return next }
    }
    return nil
  }
}

extension ReportBlock {
  /// The anchor of a block that floats.
  var floatAnchor: String? {
    switch self {
    case .figure(let figure): figure.anchor
    case .table(let table): table.name == nil ? nil : table.anchor
    default: nil
    }
  }

  /// Whether the running text of the block links to an anchor.
  func refers(to anchor: String) -> Bool {
    switch self {
    case .paragraph(let content), .heading(_, _, _, let content): content.refer(to: anchor)
    case .list(let list): list.items.contains { $0.blocks.contains { $0.refers(to: anchor) } }
    case .blockQuote(let blocks), .callout(_, _, let blocks): blocks.contains { $0.refers(to: anchor) }
    case .claim(let claim): claim.text.refer(to: anchor)
    default: false
    }
  }
}

extension [ReportInline] {
  func refer(to anchor: String) -> Bool {
    contains { inline in
      switch inline {
      case .internalLink(anchor, _): true
      case .emphasis(let content), .strong(let content), .strikethrough(let content), .superscript(let content),
        .link(_, let content), .internalLink(_, let content):
        content.refer(to: anchor)
      default: false
      }
    }
  }
}
