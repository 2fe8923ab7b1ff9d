import Typography

extension SVGBody {
  mutating func append(_ item: TextItem, look: SVGBuffer) {
    guard item.origin.isNear, item.style.size > 0, item.rotation.isFinite, !item.string.isEmpty else { return }
    content.append("<text")
    appendPlace(item.origin, item.rotation)
    content.append(look)
    if item.string.hasPrefix(" ") || item.string.hasSuffix(" ") || item.string.contains("  ") {
      content.append(" xml:space=\"preserve\"")
    }
    content.append(">")
    content.append(escaped: item.string)
    content.append("</text>\n")
  }

  /// Font and colour as attributes; the root element names the sans serif family.
  func look(of item: TextItem) -> SVGBuffer {
    var look = SVGBuffer()
    let regular = item.style.role.with(bold: false, italic: false)
    if regular != .sans { look.append(attribute: "font-family", fonts.cssFamilies(regular)) }
    look.append(attribute: "font-size", item.style.size)
    if item.style.role.isBold { look.append(" font-weight=\"bold\"") }
    if item.style.role.isItalic { look.append(" font-style=\"italic\"") }
    append(item.paint, "fill", "fill-opacity", to: &look)
    return look
  }

  /// Glyphs as outlines: frequent ones are defined once and used, the others share one path.
  mutating func append(_ item: GlyphItem) {
    guard item.origin.isNear, item.rotation.isFinite, !item.glyphs.isEmpty else { return }
    let label = item.label.isEmpty ? item.glyphs.map(\.text).joined() : item.label
    content.append("<g")
    if !label.isEmpty {
      content.append(" role=\"img\"")
      content.append(attribute: "aria-label", label)
    }
    append(item.paint, "fill", "fill-opacity", to: &content)
    let isTurned = !Rotation(degrees: item.rotation).isNone
    if isTurned { appendTurn(item.origin, item.rotation) }
    content.append(">")
    let start = isTurned ? Point(0, 0) : item.origin
    var path = SVGPath()
    for glyph in item.glyphs where glyph.offset.isNear && glyph.size > 0 && glyph.size.isFinite {
      let place = Point(start.x + glyph.offset.x, start.y + glyph.offset.y)
      let sized = SizedGlyph(role: item.role, id: glyph.id, size: glyph.size)
      if glyphUses.isFrequent(sized) {
        use(sized, at: place)
      } else {
        path.append(fonts.face(item.role).outline(of: glyph.id), size: glyph.size, at: place)
      }
    }
    if !path.buffer.bytes.isEmpty {
      content.append("<path d=\"")
      content.append(path.buffer)
      content.append("\"/>")
    }
    content.append("</g>\n")
  }

  private mutating func use(_ glyph: SizedGlyph, at place: Point) {
    let name = "\(options.idPrefix)-\(glyph.role == .math ? "g" : glyph.role.rawValue)\(glyph.id)-\(SVGBuffer.hundredths(glyph.size))"
    if definedGlyphs.insert(glyph).inserted {
      var path = SVGPath(decimals: 3)
      path.append(fonts.face(glyph.role).outline(of: glyph.id), size: glyph.size, at: Point(0, 0))
      definitions.append("<path")
      definitions.append(attribute: "id", name)
      definitions.append(" d=\"")
      definitions.append(path.buffer)
      definitions.append("\"/>")
    }
    content.append("<use")
    content.append(attribute: "href", "#" + name)
    content.append(attribute: "x", place.x)
    content.append(attribute: "y", place.y)
    content.append("/>")
  }

  private mutating func appendPlace(_ origin: Point, _ rotation: Double) {
    if !Rotation(degrees: rotation).isNone { return appendTurn(origin, rotation) }
    content.append(attribute: "x", origin.x)
    content.append(attribute: "y", origin.y)
  }

  private mutating func appendTurn(_ origin: Point, _ rotation: Double) {
    content.append(" transform=\"translate(")
    content.append(number: origin.x)
    content.append(" ")
    content.append(number: origin.y)
    content.append(")rotate(")
    content.append(number: rotation)
    content.append(")\"")
  }
}
