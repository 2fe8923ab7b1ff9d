/// Sets one line: gives spaces their width, cuts words at the breaks, joins what is alike into spans.
struct LineComposer {
  let typesetter: ParagraphTypesetter
  let items: [ParagraphItem]
  let shape: ParagraphShape

  var fragments: [LineFragment] = []
  private var x = 0.0
  private var ascent = 0.0
  private var descent = 0.0
  /// Width of a space after a box, which the next word has to stand for in copied text.
  private var owedSpace: Double?

  init(typesetter: ParagraphTypesetter, items: [ParagraphItem], shape: ParagraphShape) {
    self.typesetter = typesetter
    self.items = items
    self.shape = shape
  }

  mutating func line(from start: Breakpoint, to end: Breakpoint, isFirst: Bool) -> ParagraphLine {
    let range = itemRange(from: start, to: end)
    let indent = isFirst ? shape.indent : 0
    let natural = range.reduce(0) { $0 + (width(of: $1, start, end)) }
    let hang = shape.alignment == .justified && !end.isForced ? hang(at: end, lastItem: range.last) : 0
    let spare = shape.measure - indent - natural + hang
    let ratio = ratio(spare, range, isForced: end.isForced)
    switch shape.alignment {
    case .justified, .left: x = indent
    case .center: x = max(0, spare / 2)
    case .right: x = max(0, spare)
    }
    for index in range { append(index, start, end, ratio) }
    if end.addsHyphen { appendHyphen(items[end.item]) } else if endsInSpace(end) { appendFinalSpace() }
    reorder()
    return ParagraphLine(
      fragments: fragments, width: x, ascent: ascent, descent: descent, endsWithHyphen: end.addsHyphen, ratio: ratio)
  }

  /// Whether words are divided by the end of the line, which ideographs are not.
  private func endsInSpace(_ end: Breakpoint) -> Bool {
    guard !end.isForced, end.offset == nil else { return false }
    if items.indices.contains(end.item), case .space = items[end.item].content { return items[end.item].width > 0 }
    return true
  }

  /// How far the last mark of the line may stand out into the margin.
  private func hang(at end: Breakpoint, lastItem: Int?) -> Double {
    if end.addsHyphen { return typesetter.hang(ofHyphen: items[end.item].style) }
    guard end.offset == nil, let lastItem, case .word(let word) = items[lastItem].content, items[lastItem].rise == 0 else { return 0 }
    return typesetter.hang(of: word)
  }

  /// The items on the line, without the white space at its ends.
  private func itemRange(from start: Breakpoint, to end: Breakpoint) -> Range<Int> {
    var first = start.offset == nil ? start.item + 1 : start.item
    let last = min(items.count, end.offset == nil ? end.item : end.item + 1)
    var limit = last
    if end.offset == nil {
      while limit > first, case .space(let binds) = items[limit - 1].content, !binds { limit -= 1 }
    }
    if start.item >= 0 && start.offset == nil {
      while first < limit, case .space = items[first].content { first += 1 }
    }
    return first..<max(first, limit)
  }

  private func ratio(_ spare: Double, _ range: Range<Int>, isForced: Bool) -> Double {
    guard shape.alignment == .justified, spare < 0 || !isForced else { return 0 }
    let give = range.reduce(0) { $0 + (spare < 0 ? items[$1].shrink : items[$1].stretch) }
    return give > 0 ? max(-1, spare / give) : 0
  }

  private func bytes(_ index: Int, _ word: ShapedWord, _ start: Breakpoint, _ end: Breakpoint) -> Range<Int> {
    let from = index == start.item ? start.offset ?? 0 : 0
    let to = index == end.item ? end.offset ?? word.bytes.count : word.bytes.count
    return from..<max(from, to)
  }

  private func part(_ index: Int, _ word: ShapedWord, _ start: Breakpoint, _ end: Breakpoint) -> ShapedWord {
    let range = bytes(index, word, start, end)
    return range.count == word.bytes.count ? word : typesetter.word(word.bytes[range], word.style)
  }

  private func width(of index: Int, _ start: Breakpoint, _ end: Breakpoint) -> Double {
    guard case .word(let word) = items[index].content else { return items[index].width }
    let hyphen = index == end.item && end.addsHyphen ? typesetter.hyphen(word.style).width : 0
    return part(index, word, start, end).width + hyphen
  }

  private mutating func append(_ index: Int, _ start: Breakpoint, _ end: Breakpoint, _ ratio: Double) {
    let item = items[index]
    switch item.content {
    case .word(let word):
      append(part(index, word, start, end), item)
    case .space:
      let width = item.width + ratio * (ratio < 0 ? item.shrink : item.stretch)
      if item.width > 0 {
        if case .box? = fragments.last?.content, item.style.size > 0 { owedSpace = width }
        appendSpaceGlyph(item)
      }
      x += width
      if let last = fragments.indices.last, fragments[last].mark == item.mark, case .glyphs = fragments[last].content {
        fragments[last].width = x - fragments[last].x
      }
    case .box(let box):
      fragments.append(LineFragment(x: x, width: box.width, rise: item.rise, mark: item.mark, content: .box(box.id)))
      ascent = max(ascent, box.ascent + item.rise)
      descent = max(descent, box.descent - item.rise)
      x += box.width
    case .opportunity, .lineBreak: break
    }
  }

  private mutating func append(_ word: ShapedWord, _ item: ParagraphItem) {
    for segment in shape.isRightToLeft ? word.run.segments.flatMap({ divided($0, word) }) : word.run.segments {
      let metrics = segment.face.metrics
      ascent = max(ascent, metrics.letterAscent * word.style.size + item.rise)
      descent = max(descent, metrics.letterDescent * word.style.size - item.rise)
      let left = x + (word.run.glyphs[segment.glyphs].map(\.x).min() ?? 0)
      var span = openSpan(for: segment, item, at: left, isNeutral: shape.isRightToLeft && Array(word.bytes[segment.bytes]).isNeutral)
      let origin = x - fragments[fragments.count - 1].x
      if let space = owedSpace, span.glyphs.isEmpty, !span.isRightToLeft, let glyph = span.face.glyph(for: " ") {
        span.glyphs.append(GlyphSpan.Glyph(id: glyph, x: origin - space, y: 0, cluster: 0))
        span.text.append(0x20)
      }
      owedSpace = nil
      let offset = span.text.count - segment.bytes.lowerBound
      span.text.append(contentsOf: word.bytes[segment.bytes])
      for glyph in word.run.glyphs[segment.glyphs] {
        span.glyphs.append(GlyphSpan.Glyph(id: glyph.id, x: origin + glyph.x, y: glyph.y, cluster: glyph.cluster + offset))
      }
      fragments[fragments.count - 1].content = .glyphs(span)
    }
    x += word.width
    if !word.run.segments.isEmpty { fragments[fragments.count - 1].width = x - fragments[fragments.count - 1].x }
  }

  /// In lines from right to left a mark after a foreign word belongs to the line: it stands to the left of the word.
  private func divided(_ segment: ShapedRun.Segment, _ word: ShapedWord) -> [ShapedRun.Segment] {
    let marks = word.bytes[segment.bytes].reversed().prefix { $0 == 0x2C || $0 == 0x2E || $0 == 0x3A || $0 == 0x3B || $0 == 0x21 || $0 == 0x3F }
    let cut = segment.bytes.upperBound - marks.count
    guard !segment.isRightToLeft, !marks.isEmpty, cut > segment.bytes.lowerBound,
      let first = segment.glyphs.first(where: { word.run.glyphs[$0].cluster >= cut })
    else { return [segment] }
    var (head, tail) = (segment, segment)
    (head.glyphs, head.bytes) = (segment.glyphs.lowerBound..<first, segment.bytes.lowerBound..<cut)
    (tail.glyphs, tail.bytes) = (first..<segment.glyphs.upperBound, cut..<segment.bytes.upperBound)
    return [head, tail]
  }

  /// The last span when it goes on in the same face, size and mark; a new one otherwise.
  private mutating func openSpan(for segment: ShapedRun.Segment, _ item: ParagraphItem, at left: Double, isNeutral: Bool) -> GlyphSpan {
    if let last = fragments.last, last.mark == item.mark, last.rise == item.rise, case .glyphs(let span) = last.content,
      span.face === segment.face, span.size == item.style.size, !span.isRightToLeft, !segment.isRightToLeft,
      !isNeutral
    {
      // Taken out, so that appending does not copy.
      fragments[fragments.count - 1].content = .box(-1)
      return span
    }
    let span = GlyphSpan(
      face: segment.face, size: item.style.size, text: [], glyphs: [], isRightToLeft: segment.isRightToLeft)
    fragments.append(LineFragment(x: left, width: 0, rise: item.rise, mark: item.mark, content: .box(-1)))
    return span
  }

  /// A space glyph keeps words apart for whoever copies or reads the text aloud.
  private mutating func appendSpaceGlyph(_ item: ParagraphItem) {
    guard let last = fragments.indices.last, case .glyphs(var span) = fragments[last].content, !span.isRightToLeft,
      let glyph = span.face.glyph(for: " ")
    else { return }
    fragments[last].content = .box(-1)
    span.glyphs.append(GlyphSpan.Glyph(id: glyph, x: x - fragments[last].x, y: 0, cluster: span.text.count))
    span.text.append(0x20)
    fragments[last].content = .glyphs(span)
  }

  private mutating func appendFinalSpace() {
    guard let last = fragments.last, items.indices.contains(0) else { return }
    appendSpaceGlyph(ParagraphItem(content: .space(binds: false), style: TextStyle(.serif, size: 0), mark: last.mark))
  }

  private mutating func appendHyphen(_ item: ParagraphItem) {
    guard let last = fragments.indices.last, case .glyphs(var span) = fragments[last].content else { return }
    let hyphen = typesetter.hyphen(item.style)
    fragments[last].content = .box(-1)
    span.glyphs.append(GlyphSpan.Glyph(id: hyphen.glyph, x: x - fragments[last].x, y: 0, cluster: span.text.count))
    // U+00AD, so that copied text is whole again.
    span.text.append(contentsOf: [0xC2, 0xAD])
    fragments[last].content = .glyphs(span)
    x += hyphen.width
    fragments[last].width = x - fragments[last].x
  }
}
