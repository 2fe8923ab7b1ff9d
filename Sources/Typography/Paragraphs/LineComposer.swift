/// Sets one line: gives spaces their width, cuts words at the breaks, joins what is alike into spans.
struct LineComposer {
  let typesetter: ParagraphTypesetter
  let items: [ParagraphItem]
  let shape: ParagraphShape

  var fragments: [LineFragment] = []
  /// One for each fragment and for each space; kept where some of the text runs from right to left.
  var places: [Place] = []
  let isDirected: Bool
  private var x = 0.0
  private var ascent = 0.0
  private var descent = 0.0
  /// Width of a space after a box, which the next word has to stand for in copied text.
  private var owedSpace: Double?

  init(typesetter: ParagraphTypesetter, items: [ParagraphItem], shape: ParagraphShape) {
    self.typesetter = typesetter
    self.items = items
    self.shape = shape
    isDirected = shape.isRightToLeft || items.contains { $0.level > 0 }
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
    guard end.offset == nil, let lastItem else { return 0 }
    return typesetter.hang(of: items[lastItem])
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
    return range.count == word.bytes.count ? word : typesetter.word(word.bytes[range], word.style, word.direction)
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
        appendSpaceGlyph(item, width)
      }
      if isDirected { places.append(Place(fragment: nil, level: item.level, left: x, right: x + width)) }
      x += width
      if let last = fragments.indices.last, fragments[last].mark == item.mark, case .glyphs = fragments[last].content {
        fragments[last].width = x - fragments[last].x
      }
    case .box(let box):
      fragments.append(LineFragment(x: x, width: box.width, rise: item.rise, mark: item.mark, content: .box(box.id)))
      if isDirected { places.append(Place(fragment: fragments.count - 1, level: item.level, left: x, right: x + box.width)) }
      ascent = max(ascent, box.ascent + item.rise)
      descent = max(descent, box.descent - item.rise)
      x += box.width
    case .opportunity, .lineBreak: break
    }
  }

  private mutating func append(_ word: ShapedWord, _ item: ParagraphItem) {
    for segment in word.run.segments {
      let metrics = segment.face.metrics
      ascent = max(ascent, metrics.letterAscent * word.style.size + item.rise)
      descent = max(descent, metrics.letterDescent * word.style.size - item.rise)
      let left = x + word.run.glyphs[..<segment.glyphs.lowerBound].reduce(0) { $0 + $1.advance }
      var span = openSpan(for: segment, item, at: left)
      let last = fragments.count - 1
      let origin = x - fragments[last].x
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
      fragments[last].content = .glyphs(span)
      let right = word.run.glyphs[segment.glyphs].reduce(left) { $0 + $1.advance }
      if isDirected { places[places.count - 1].right = right }
      fragments[last].width = right - fragments[last].x
    }
    x += word.width
  }

  /// The last span when it goes on in the same face, size, mark and level; a new one otherwise.
  private mutating func openSpan(for segment: ShapedRun.Segment, _ item: ParagraphItem, at left: Double) -> GlyphSpan {
    if let last = fragments.last, last.mark == item.mark, last.rise == item.rise, case .glyphs(let span) = last.content,
      span.face === segment.face, span.size == item.style.size, !span.isRightToLeft, !segment.isRightToLeft,
      goesOn(at: item.level)
    {
      if places.last?.fragment == nil { _ = places.popLast() }
      // Taken out, so that appending does not copy.
      fragments[fragments.count - 1].content = .box(-1)
      return span
    }
    let span = GlyphSpan(
      face: segment.face, size: item.style.size, text: [], glyphs: [], isRightToLeft: segment.isRightToLeft)
    fragments.append(LineFragment(x: left, width: 0, rise: item.rise, mark: item.mark, content: .box(-1)))
    if isDirected { places.append(Place(fragment: fragments.count - 1, level: item.level, left: left, right: left)) }
    return span
  }

  /// Whether the last span, and a space behind it, have the level.
  private func goesOn(at level: UInt8) -> Bool {
    guard isDirected, let last = places.last else { return true }
    if last.fragment != nil { return last.level == level }
    return last.level == level && places.dropLast().last?.level == level && places.dropLast().last?.fragment != nil
  }

  /// A space glyph keeps words apart for whoever copies or reads the text aloud: it stands behind the last word, which
  /// is to the left of one that runs from right to left.
  private mutating func appendSpaceGlyph(_ item: ParagraphItem, _ width: Double) {
    guard let last = fragments.indices.last, case .glyphs(var span) = fragments[last].content,
      let glyph = span.face.glyph(for: " ")
    else { return }
    fragments[last].content = .box(-1)
    let isBefore = span.isRightToLeft && item.level % 2 == 1
    let space = GlyphSpan.Glyph(id: glyph, x: isBefore ? -width : x - fragments[last].x, y: 0, cluster: span.text.count)
    span.glyphs.insert(space, at: span.isRightToLeft ? 0 : span.glyphs.count)
    span.text.append(0x20)
    fragments[last].content = .glyphs(span)
  }

  private mutating func appendFinalSpace() {
    guard let last = fragments.last, items.indices.contains(0) else { return }
    let level: UInt8 = shape.isRightToLeft ? 1 : 0
    appendSpaceGlyph(
      ParagraphItem(content: .space(binds: false), style: TextStyle(.serif, size: 0), mark: last.mark, level: level), 0)
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
    if isDirected { places[places.count - 1].right = x }
  }
}
