import Diagnostics

/// Checks that labels are unique and that references lead to one.
struct LabelCheck {
  /// Bytes of the longest name of a footnote that is looked for.
  private static let longestNote = 200

  /// Footnotes that have been reported.
  private var missingNotes: Set<String> = []
  private let context: ParseContext
  private let labels: [Label]

  init(_ labels: [Label], _ context: ParseContext) {
    self.labels = labels
    self.context = context
  }

  mutating func run(_ blocks: [Block], _ footnotes: [Footnote], _ abstract: [Block]) {
    checkUnique()
    let names = Set(labels.map(\.name))
    for block in abstract + blocks + footnotes.flatMap(\.blocks) {
      var texts: [[Inline]] = []
      block.forEachInlines { texts.append($0) }
      for text in texts { check(text, names) }
      checkFigures(block, names)
    }
  }

  private func checkUnique() {
    var places: [String: SourceRange] = [:]
    for label in labels {
      if let first = places[label.name] {
        context.report(NotebookDiagnostics.duplicateLabel(label.name, at: label.range, first: first))
      } else {
        places[label.name] = label.range
      }
    }
  }

  private mutating func check(_ inlines: [Inline], _ names: Set<String>) {
    for inline in inlines {
      if case .reference(let name, _) = inline.kind, !names.contains(name) { report(name, inline.range) }
      if case .citation(let citation) = inline.kind {
        for item in citation.items where Label.Kind.ofReference(item.key) != nil && !names.contains(item.key) { report(item.key, item.range) }
      }
      if case .text(let text) = inline.kind { checkFootnotes(text, inline) }
      check(inline.content, names)
    }
  }

  /// The figure that a claim names.
  private func checkFigures(_ block: Block, _ names: Set<String>) {
    switch block.kind {
    case .claim(let claim): if let figure = claim.figure, !names.contains(figure) { report(figure, claim.figureRange ?? block.range) }
    case .list(let list): for item in list.items { item.blocks.forEach { checkFigures($0, names) } }
    case .blockQuote(let blocks): blocks.forEach { checkFigures($0, names) }
    case .callout(let callout): callout.blocks.forEach { checkFigures($0, names) }
    default: break
    }
  }

  private func report(_ name: String, _ range: SourceRange) {
    context.report(NotebookDiagnostics.unknownLabel(name, known: labels.filter { $0.kind != .experiment }.map(\.name), at: range))
  }

  /// The Markdown parser leaves a reference to a footnote that is not defined as text.
  private mutating func checkFootnotes(_ text: String, _ inline: Inline) {
    guard text.utf8.contains(UInt8(ascii: "^")) else { return }
    let bytes = Array(text.utf8)
    var offset = 0
    while let open = bytes[offset...].firstIndex(of: UInt8(ascii: "^")) {
      offset = open + 1
      guard open > 0, bytes[open - 1] == UInt8(ascii: "[") else { continue }
      let length = bytes[offset...].prefix(LabelCheck.longestNote).prefix { $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "[") && $0 != 0x20 }.count
      let close = offset + length
      guard length > 0, close < bytes.count, bytes[close] == UInt8(ascii: "]") else { continue }
      let name = String(decoding: bytes[offset..<close], as: UTF8.self)
      offset = close
      guard missingNotes.insert(name).inserted else { continue }
      let place = SourceRange(
        file: inline.range.file, start: TextSlice.position(open - 1, in: inline, context.file),
        end: TextSlice.position(close + 1, in: inline, context.file))
      context.report(NotebookDiagnostics.undefinedFootnote(name, at: place))
    }
  }
}
