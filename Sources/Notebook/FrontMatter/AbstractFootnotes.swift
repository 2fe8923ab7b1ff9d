import Diagnostics

/// The footnotes that an abstract refers to: they are defined in the text, which the Markdown parser reads apart.
struct AbstractFootnotes {
  private let text: MarkdownText
  private let footnotes: [Footnote]
  private let context: ParseContext

  /// - Parameters:
  ///   - text: of the notebook.
  ///   - footnotes: those that the text refers to, too.
  init(_ text: MarkdownText, _ footnotes: [Footnote], _ context: ParseContext) {
    self.text = text
    self.footnotes = footnotes
    self.context = context
  }

  /// The abstract with its references, and all footnotes.
  func resolved(_ abstract: [Block]) -> (abstract: [Block], footnotes: [Footnote]) {
    var all = footnotes
    for note in context.abstractFootnotes where !all.contains(where: { $0.name == note.name }) { all.append(note) }
    var wanted: [String] = []
    for block in abstract {
      block.forEachInlines { inlines in wanted += Self.texts(in: inlines).flatMap { Self.references(in: $0).map(\.name) } }
    }
    guard !wanted.isEmpty else { return (abstract, all) }
    all += definitions(of: wanted.filter { name in !all.contains { $0.name == name } })
    let names = Set(all.map(\.name))
    return (abstract.map { $0.mappingInlines { referring($0, names) } }, all)
  }

  /// Definitions that nothing else refers to, which the Markdown parser forgets: it is shown references to them.
  private func definitions(of names: [String]) -> [Footnote] {
    guard names.contains(where: { name in text.bytes.contains(other: "[^\(name)]:") }) else { return [] }
    let references = names.map { "[^\($0)]" }.joined(separator: " ")
    let apart = ParseContext(file: context.file)
    let extended = MarkdownText(path: text.path, bytes: text.bytes + Array("\n\n\(references)\n".utf8), mapping: text.mapping)
    let found = BlockReader.read(extended, apart).footnotes.filter { names.contains($0.name) }
    for diagnostic in apart.diagnostics {
      guard let range = diagnostic.range, found.contains(where: { $0.range.start <= range.start && range.start <= $0.range.end }) else { continue }
      context.report(diagnostic)
    }
    return found
  }

  private func referring(_ inlines: [Inline], _ names: Set<String>) -> [Inline] {
    inlines.flatMap { inline -> [Inline] in
      guard case .text(let text) = inline.kind else { return [inline.mappingContent { referring($0, names) }] }
      let references = Self.references(in: text).filter { names.contains($0.name) }
      guard !references.isEmpty else { return [inline] }
      var pieces: [Inline] = []
      var start = 0
      for (name, range) in references {
        if start < range.lowerBound { pieces.append(TextSlice.slice(inline, start..<range.lowerBound, context.file)) }
        let place = TextSlice.slice(inline, range, context.file).range
        pieces.append(Inline(.footnoteReference(name: name), range: place))
        start = range.upperBound
      }
      if start < text.utf8.count { pieces.append(TextSlice.slice(inline, start..<text.utf8.count, context.file)) }
      return pieces
    }
  }

  private static func texts(in inlines: [Inline]) -> [String] {
    inlines.flatMap { inline -> [String] in
      if case .text(let text) = inline.kind { [text] } else { texts(in: inline.content) }
    }
  }

  /// The names in `[^name]` and the bytes that they take.
  private static func references(in text: String) -> [(name: String, range: Range<Int>)] {
    let bytes = Array(text.utf8)
    var found: [(name: String, range: Range<Int>)] = []
    var offset = 0
    while offset + 3 < bytes.count, let open = bytes[offset...].firstIndex(of: UInt8(ascii: "[")) {
      offset = open + 1
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "^") else { continue }
      let name = bytes[(offset + 1)...].prefix { $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "[") && $0 != 0x20 }
      guard !name.isEmpty, name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: "]") else { continue }
      found.append((String(decoding: name, as: UTF8.self), open..<(name.endIndex + 1)))
      offset = name.endIndex + 1
    }
    return found
  }
}

extension [UInt8] {
  fileprivate func contains(other text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard count >= wanted.count else { return false }
    return indices.dropLast(wanted.count - 1).contains { self[$0] == wanted[0] && self[$0..<($0 + wanted.count)].elementsEqual(wanted) }
  }
}
