import CHarfBuzz

extension FontLibrary {
  /// The advance width of a line of text, in points.
  ///
  /// - Complexity: O(length) shaping at the first call for a string and role, a table look-up afterwards.
  package func measure(_ string: String, _ style: TextStyle) -> Double {
    unitRun(ShapedRunKey(string, style)).width * style.size
  }

  /// Shapes a line of text: glyphs, positions, and the face of each glyph; figures are tabular in sans serif roles.
  package func shape(_ string: String, _ style: TextStyle) -> ShapedRun {
    unitRun(ShapedRunKey(string, style)).scaled(by: style.size)
  }

  /// The run at a size of 1 pt.
  private func unitRun(_ key: ShapedRunKey) -> ShapedRun {
    if let run = shapedRuns[key] { return run }
    if shapedRuns.count > 20_000 { shapedRuns.removeAll(keepingCapacity: true) }
    let run = shapeUnit(key)
    shapedRuns[key] = run
    return run
  }

  private func shapeUnit(_ key: ShapedRunKey) -> ShapedRun {
    var run = ShapedRun(glyphs: [], segments: [], width: 0, missing: [])
    let bytes = Array(key.string.utf8)
    for (face, range) in itemize(key.string, key.role, missing: &run.missing) { append(bytes, range, face, key, to: &run) }
    for scalar in run.missing { noteMissing(scalar) }
    return run
  }

  /// Splits a string into stretches that one face can draw.
  private func itemize(_ string: String, _ role: FontRole, missing: inout [Unicode.Scalar]) -> [(FontFace, Range<Int>)] {
    let own = face(role)
    if string.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return string.isEmpty ? [] : [(own, 0..<string.utf8.count)] }
    var items: [(FontFace, Range<Int>)] = []
    var offset = 0
    for character in string {
      let end = offset + character.utf8.count
      let drawing = own.draws(character) ? own : lender(of: character, role)
      if drawing == nil { missing.append(contentsOf: character.unicodeScalars.filter { own.glyph(for: $0) == nil }) }
      let face = drawing ?? own
      if let last = items.last, last.0 === face {
        items[items.count - 1].1 = last.1.lowerBound..<end
      } else {
        items.append((face, offset..<end))
      }
      offset = end
    }
    return items
  }

  private func lender(of character: Character, _ role: FontRole) -> FontFace? {
    if let face = lenders(role).first(where: { $0.draws(character) }) { return face }
    return installedFace(for: character, role).flatMap { $0.draws(character) ? $0 : nil }
  }

  private func append(_ bytes: [UInt8], _ range: Range<Int>, _ face: FontFace, _ key: ShapedRunKey, to run: inout ShapedRun) {
    let buffer = hb_buffer_create()
    defer { hb_buffer_destroy(buffer) }
    bytes.withUnsafeBytes { raw in
      hb_buffer_add_utf8(
        buffer, raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), UInt32(range.lowerBound), Int32(range.count))
    }
    hb_buffer_guess_segment_properties(buffer)
    let isRightToLeft = hb_buffer_get_direction(buffer) == HB_DIRECTION_RTL
    hb_buffer_set_language(buffer, hb_language_from_string("en", 2))
    var features = key.features.harfBuzzFeatures
    if key.tracking != 0 { features.append(hb_feature_t(tag: hb_tag_from_string("liga", 4), value: 0, start: 0, end: UInt32.max)) }
    hb_shape(face.harfBuzzFont, buffer, features, UInt32(features.count))
    var count: UInt32 = 0
    guard let infos = hb_buffer_get_glyph_infos(buffer, &count), let positions = hb_buffer_get_glyph_positions(buffer, &count)
    else { return }
    let first = run.glyphs.count
    for index in 0..<Int(count) {
      let position = positions[index]
      let advance = Double(position.x_advance) / face.unitsPerEm + (position.x_advance > 0 ? key.tracking : 0)
      run.glyphs.append(
        ShapedRun.Glyph(
          id: infos[index].codepoint, x: run.width + Double(position.x_offset) / face.unitsPerEm,
          y: -Double(position.y_offset) / face.unitsPerEm, advance: advance, cluster: Int(infos[index].cluster)))
      run.width += advance
    }
    run.segments.append(
      ShapedRun.Segment(face: face, glyphs: first..<run.glyphs.count, bytes: range, isRightToLeft: isRightToLeft))
  }
}

extension TextFeatures {
  fileprivate var harfBuzzFeatures: [hb_feature_t] {
    isEmpty ? [] : tags.map { hb_feature_t(tag: hb_tag_from_string($0, 4), value: 1, start: 0, end: UInt32.max) }
  }
}

extension FontFace {
  /// Whether the face has a glyph for every visible character of a cluster.
  func draws(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .spaceSeparator
        || glyph(for: scalar) != nil
    }
  }
}
