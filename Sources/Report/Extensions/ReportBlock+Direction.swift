import Typography

extension ReportBlock {
  /// The direction of the text that it begins with, for a table that of most cells; nil for what has none.
  package var direction: TextDirection? {
    switch self {
    case .paragraph(let content), .heading(_, _, _, let content): TextDirection(of: content.plainText)
    case .list(let list): list.direction
    case .blockQuote(let blocks), .callout(_, _, let blocks): blocks.first?.direction
    case .table(let table): table.direction
    default: nil
    }
  }
}

extension ReportList {
  /// The direction of its first item, on whose side the labels of all stand.
  package var direction: TextDirection? { items.first?.blocks.first?.direction }
}

extension TableBlock {
  /// The direction of most cells, in which the columns follow each other.
  package var direction: TextDirection? {
    TextDirection(ofMost: ([header] + rows).joined().map(\.plainText))
  }
}
