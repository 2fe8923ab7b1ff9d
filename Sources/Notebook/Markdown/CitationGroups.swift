import Diagnostics

/// Joins keys that stand in brackets into one citation: `[see @key, p. 4; @other]`.
///
/// The Markdown parser leaves such brackets as text around the keys.
enum CitationGroups {
  static func join(_ inlines: [Inline], in file: SourceFile) -> [Inline] {
    var result: [Inline] = []
    /// The text that holds the last open bracket, and the bracket's offset in it.
    var open: (index: Int, offset: Int)?
    for inline in inlines {
      guard case .text(let text) = inline.kind else {
        result.append(inline)
        continue
      }
      var rest = inline
      var bytes = Array(text.utf8)
      var offset = 0
      var isPending = true
      while isPending {
        isPending = false
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "["), bytes[offset] != UInt8(ascii: "]") { offset += 1 }
        guard offset < bytes.count else { break }
        isPending = true
        if bytes[offset] == UInt8(ascii: "[") {
          open = (result.count, offset)
        } else if let bracket = open {
          open = nil
          if let group = close(bracket, rest, offset, &result, file) {
            result.append(contentsOf: group)
            rest = TextSlice.slice(rest, offset + 1..<bytes.count, file)
            bytes = Array(bytes[(offset + 1)...])
            offset = -1
          }
        }
        offset += 1
      }
      if !bytes.isEmpty { result.append(rest) }
    }
    return result
  }

  /// Takes what stands between a bracket and its closing one out of the result; nil, and nothing taken, if it is no citation.
  private static func close(
    _ bracket: (index: Int, offset: Int), _ last: Inline, _ end: Int, _ result: inout [Inline], _ file: SourceFile
  ) -> [Inline]? {
    guard bracket.index < result.count, case .text(let head) = result[bracket.index].kind else { return nil }
    let first = result[bracket.index]
    let length = head.utf8.count
    var inner = [TextSlice.slice(first, bracket.offset + 1..<length, file)]
    inner += result[(bracket.index + 1)...]
    inner.append(TextSlice.slice(last, 0..<end, file))
    guard let items = items(inner) else { return nil }
    let start = TextSlice.position(bracket.offset, in: first, file)
    let range = SourceRange(file: first.range.file, start: start, end: TextSlice.position(end + 1, in: last, file))
    guard let made = inlines(items, range) else { return nil }
    result.removeSubrange(bracket.index...)
    if bracket.offset > 0 { result.append(TextSlice.slice(first, 0..<bracket.offset, file)) }
    return made
  }

  /// The items between brackets, parted by semicolons; nil unless each has exactly one key.
  private static func items(_ inner: [Inline]) -> [Citation.Item]? {
    var items: [Citation.Item] = []
    var prefix = ""
    var current: Citation.Item?
    func finish() -> Bool {
      guard var item = current else { return false }
      item.locator = trim(item.locator, leading: " ,", trailing: " ")
      items.append(item)
      return true
    }
    for inline in inner {
      switch inline.kind {
      case .citation(let citation) where citation.isInText && current == nil: current = citation.items.first
      case .reference(let name, false) where current == nil: current = .init(key: name, range: inline.range)
      case .citation, .reference: return nil
      default:
        let pieces = PlainText.of(inline).split(separator: ";", omittingEmptySubsequences: false)
        for (index, piece) in pieces.enumerated() {
          if index > 0 {
            guard finish() else { return nil }
            (current, prefix) = (nil, "")
          }
          if current == nil { prefix += piece } else { current?.locator += piece }
        }
        continue
      }
      guard current != nil else { return nil }
      if prefix.hasSuffix("-") {
        current?.suppressesAuthor = true
        prefix.removeLast()
      }
      current?.prefix = trim(prefix, leading: " ", trailing: " ")
      prefix = ""
    }
    return finish() ? items : nil
  }

  /// A citation, or references to labels as running text (their brackets are not printed).
  private static func inlines(_ items: [Citation.Item], _ range: SourceRange) -> [Inline]? {
    let areLabels = items.map { Label.Kind.ofReference($0.key) != nil }
    guard areLabels.contains(true) else { return [Inline(.citation(Citation(items: items, isInText: false)), range: range)] }
    guard !areLabels.contains(false) else { return nil }
    var result: [Inline] = []
    for (index, item) in items.enumerated() {
      let before = (index > 0 ? "; " : "") + (item.prefix.isEmpty ? "" : item.prefix + " ")
      if !before.isEmpty { result.append(Inline(.text(before), range: SourceRange(file: range.file, start: item.range.start, end: item.range.start))) }
      let isAlone = items.count == 1 && item.prefix.isEmpty && item.locator.isEmpty
      result.append(Inline(.reference(name: item.key, numberOnly: item.suppressesAuthor), range: isAlone ? range : item.range))
      if !item.locator.isEmpty {
        result.append(Inline(.text(", " + item.locator), range: SourceRange(file: range.file, start: item.range.end, end: item.range.end)))
      }
    }
    return result
  }

  private static func trim(_ text: String, leading: String, trailing: String) -> String {
    var text = Substring(text)
    while let first = text.first, leading.contains(first) { text.removeFirst() }
    while let last = text.last, trailing.contains(last) { text.removeLast() }
    return String(text)
  }
}
