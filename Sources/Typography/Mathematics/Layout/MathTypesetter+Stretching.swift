extension MathTypesetter {
  /// A sign at least `height` points tall: the smallest variant that is, else one put together of parts, else the
  /// largest there is. Its baseline is that of the glyph or the bottom of the assembly.
  func stretchedVertically(_ scalar: UInt32, to height: Double, _ context: MathLayoutContext) -> MathBox {
    guard let base = font.glyphID(scalar) else { return layoutText(String(scalarValue: scalar), .roman, context) }
    let text = String(scalarValue: scalar)
    let em = context.em
    let stretch = font.stretch(base, .vertical)
    let plain = font.glyph(base)
    if plain.height + plain.depth >= height / em { return upright(plain, em, text) }
    if let variant = stretch.variants.first(where: { $0.size * em >= height }) {
      return upright(font.glyph(variant.id), em, text)
    }
    guard let parts = assembled(stretch.parts, to: height / em) else {
      return upright(stretch.variants.last.map { font.glyph($0.id) } ?? plain, em, text)
    }
    var result = MathBox()
    for (index, (part, offset)) in parts.enumerated() {
      let glyph = font.glyph(part.id)
      let y = -(offset + glyph.depth) * em
      let shape = MathElement.Shape.glyph(id: part.id, size: em, text: index == 0 ? text : "")
      result.elements.append(MathElement(shape, x: 0, y: y))
      result.width = max(result.width, glyph.advance * em)
      result.height = max(result.height, (offset + part.size) * em)
    }
    return result
  }

  private func upright(_ glyph: MathGlyph, _ em: Double, _ text: String) -> MathBox {
    var result = box(of: glyph, em, text: text)
    result.width = glyph.advance * em
    result.italicCorrection = 0
    return result
  }

  /// A sign at least `width` points wide, its ink beginning at 0.
  func stretchedHorizontally(_ scalar: UInt32, to width: Double, _ context: MathLayoutContext) -> MathBox {
    guard let base = font.glyphID(scalar) else { return layoutText(String(scalarValue: scalar), .roman, context) }
    let text = String(scalarValue: scalar)
    let em = context.em
    let stretch = font.stretch(base, .horizontal)
    let plain = font.glyph(base)
    if plain.inkWidth * em >= width { return inkAligned(plain, em, text) }
    if let variant = stretch.variants.first(where: { $0.size * em >= width }) {
      return inkAligned(font.glyph(variant.id), em, text)
    }
    guard let parts = assembled(stretch.parts, to: width / em) else {
      return inkAligned(stretch.variants.last.map { font.glyph($0.id) } ?? plain, em, text)
    }
    var result = MathBox(height: -.infinity, depth: -.infinity)
    for (index, (part, offset)) in parts.enumerated() {
      let glyph = font.glyph(part.id)
      let shape = MathElement.Shape.glyph(id: part.id, size: em, text: index == 0 ? text : "")
      result.elements.append(MathElement(shape, x: (offset - glyph.left) * em, y: 0))
      result.width = max(result.width, (offset + part.size) * em)
      result.height = max(result.height, glyph.height * em)
      result.depth = max(result.depth, glyph.depth * em)
    }
    return result
  }

  private func inkAligned(_ glyph: MathGlyph, _ em: Double, _ text: String) -> MathBox {
    var result = box(of: glyph, em, text: text)
    result.elements[0].x = -glyph.left * em
    result.width = glyph.inkWidth * em
    result.italicCorrection = 0
    return result
  }

  /// The parts of an assembly with their offsets, in ems, that is at least `length` ems long: the fewest extenders
  /// that reach it, then overlaps as large as still do; nil when there are no parts.
  private func assembled(_ parts: [MathGlyphPart], to length: Double) -> [(part: MathGlyphPart, offset: Double)]? {
    guard !parts.isEmpty else { return nil }
    let overlap = constants.minConnectorOverlap
    let extenders = parts.filter(\.isExtender)
    let fixed = parts.count - extenders.count
    let fixedLength = parts.reduce(0) { $0 + ($1.isExtender ? 0 : $1.size - overlap) } + overlap
    let growth = extenders.reduce(0) { $0 + $1.size - overlap }
    var repeats = fixed == 0 ? 1 : 0
    if growth > 0, length > fixedLength { repeats = max(repeats, Int(((length - fixedLength) / growth).rounded(.up))) }
    repeats = min(repeats, 400)
    let sequence = parts.flatMap { Array(repeating: $0, count: $0.isExtender ? repeats : 1) }
    guard !sequence.isEmpty else { return nil }
    let joints = zip(sequence, sequence.dropFirst()).map { min($0.endConnector, $1.startConnector) }
    let longest = sequence.reduce(0) { $0 + $1.size } - overlap * Double(joints.count)
    let slack = joints.reduce(0) { $0 + max(0, $1 - overlap) }
    let share = slack > 0 ? min(1, max(0, longest - length) / slack) : 0
    var offset = 0.0
    var result: [(part: MathGlyphPart, offset: Double)] = []
    for (index, part) in sequence.enumerated() {
      if index > 0 { offset -= overlap + share * max(0, joints[index - 1] - overlap) }
      result.append((part, offset))
      offset += part.size
    }
    return result
  }
}
