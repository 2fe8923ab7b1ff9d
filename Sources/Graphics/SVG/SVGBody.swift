import Typography

/// The elements of an SVG file, written item by item, and the definitions they refer to.
struct SVGBody {
  let fonts: FontLibrary
  let options: SVGWriter.Options
  let glyphUses: GlyphUses
  var content = SVGBuffer()
  var definitions = SVGBuffer()
  private var clipNames: [Rect: String] = [:]
  var definedGlyphs: Set<SizedGlyph> = []

  init(fonts: FontLibrary, options: SVGWriter.Options, glyphUses: GlyphUses) {
    self.fonts = fonts
    self.options = options
    self.glyphUses = glyphUses
  }

  /// Writes items in order; neighbours of one look share one `<g>`.
  mutating func append(_ items: [DisplayItem]) {
    var index = 0
    while index < items.count {
      var end = index + 1
      while end < items.count, items[index].hasLook(of: items[end]) { end += 1 }
      if end - index > 1 { append(alike: items[index..<end]) } else { append(items[index]) }
      index = end
    }
  }

  mutating func append(_ item: DisplayItem) {
    switch item {
    case .shape(let shape): append(shape, look: look(of: shape))
    case .text(let text): append(text, look: look(of: text))
    case .glyphs(let glyphs): append(glyphs)
    case .image(let image): append(image)
    case .group(let group): append(group)
    }
  }

  private mutating func append(alike items: ArraySlice<DisplayItem>) {
    content.append("<g")
    if let first = items.first { content.append(look(of: first)) }
    content.append(">\n")
    for item in items {
      switch item {
      case .shape(let shape): append(shape, look: SVGBuffer())
      case .text(let text): append(text, look: SVGBuffer())
      case .glyphs, .image, .group: break
      }
    }
    content.append("</g>\n")
  }

  private func look(of item: DisplayItem) -> SVGBuffer {
    switch item {
    case .shape(let shape): look(of: shape)
    case .text(let text): look(of: text)
    case .glyphs, .image, .group: SVGBuffer()
    }
  }

  private mutating func append(_ group: GroupItem) {
    guard group.translation.isNear, group.opacity > 0, !group.items.isEmpty, group.clip?.isFinite != false else { return }
    let isPlain =
      group.clip == nil && group.opacity >= 1 && group.translation == Point(0, 0) && group.name == nil && group.key == nil
    if isPlain { return append(group.items) }
    content.append("<g")
    if let name = group.name { content.append(attribute: "class", name) }
    if let key = group.key { content.append(attribute: "data-key", key) }
    if group.translation != Point(0, 0) {
      content.append(" transform=\"translate(")
      content.append(number: group.translation.x)
      content.append(" ")
      content.append(number: group.translation.y)
      content.append(")\"")
    }
    if let clip = group.clip { content.append(attribute: "clip-path", "url(#\(name(ofClip: clip)))") }
    if group.opacity < 1 { content.append(attribute: "opacity", group.opacity) }
    content.append(">\n")
    append(group.items)
    content.append("</g>\n")
  }

  private mutating func name(ofClip clip: Rect) -> String {
    if let name = clipNames[clip] { return name }
    let name = "\(options.idPrefix)-clip\(clipNames.count + 1)"
    clipNames[clip] = name
    definitions.append("<clipPath")
    definitions.append(attribute: "id", name)
    definitions.append("><rect")
    append(clip.standardized, to: &definitions)
    definitions.append("/></clipPath>")
    return name
  }

  /// The attributes of a rectangle.
  func append(_ rect: Rect, to buffer: inout SVGBuffer) {
    buffer.append(attribute: "x", rect.x)
    buffer.append(attribute: "y", rect.y)
    buffer.append(attribute: "width", rect.width)
    buffer.append(attribute: "height", rect.height)
  }
}

extension DisplayItem {
  /// Whether both are shapes, or both texts, whose attributes other than place and form are equal.
  fileprivate func hasLook(of other: DisplayItem) -> Bool {
    switch (self, other) {
    case (.shape(let a), .shape(let b)): a.fill == b.fill && a.stroke == b.stroke
    case (.text(let a), .text(let b)): a.style == b.style && a.paint == b.paint
    default: false
    }
  }
}
