extension Callout {
  /// Takes the `[!NOTE]` line of an alert off the blocks of a quote; nil, and nothing taken, if there is none.
  static func takeMarker(_ blocks: inout [Block]) -> Kind? {
    guard let first = blocks.first, case .paragraph(var content) = first.kind else { return nil }
    guard let head = content.first, case .text(let text) = head.kind, text.hasPrefix("[!") else { return nil }
    let trimmed = text.last == " " ? String(text.reversed().drop { $0 == " " }.reversed()) : text
    guard trimmed.hasSuffix("]"), let kind = Kind(rawValue: trimmed.dropFirst(2).dropLast().lowercased()) else { return nil }
    guard content.count == 1 || content[1].kind == .softBreak || content[1].kind == .lineBreak else { return nil }
    content.removeFirst(min(2, content.count))
    if let next = content.first {
      var range = first.range
      range.start = next.range.start
      blocks[0] = Block(.paragraph(content), range: range)
    } else {
      blocks.removeFirst()
    }
    return kind
  }
}
