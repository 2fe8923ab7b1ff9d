import CHarfBuzz

extension FontLibrary {
  /// The advance width of a line of text, in points.
  ///
  /// - Complexity: O(length) shaping at the first call for a string and role, a table look-up afterwards.
  package func measure(_ string: String, _ style: TextStyle) -> Double {
    unitRun(ShapedRunKey(string, style)).width * style.size
  }

  /// Shapes a line of text: glyphs, positions, and the face of each glyph; figures are tabular in sans serif roles.
  ///
  /// Text of both directions is brought into the order of its line (Unicode Standard Annex 9).
  package func shape(_ string: String, _ style: TextStyle) -> ShapedRun { shape(string, style, direction: nil) }

  /// The same where the paragraph says in which direction the whole of the text runs.
  func shape(_ string: String, _ style: TextStyle, direction: TextDirection?) -> ShapedRun {
    unitRun(ShapedRunKey(string, style, direction)).scaled(by: style.size)
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
    for stretch in stretches(of: key) {
      var items = itemize(stretch.text, from: stretch.start, key.role, stretch.direction, missing: &run.missing)
      if stretch.direction == .rightToLeft { items.reverse() }
      for (face, range) in items { append(bytes, range, face, stretch.direction, key, to: &run) }
    }
    run.segments.sort { $0.bytes.lowerBound < $1.bytes.lowerBound }
    for scalar in run.missing { noteMissing(scalar) }
    return run
  }

  /// A piece of a text that runs in one direction.
  private struct Stretch {
    var text: String
    /// Its first byte in the whole.
    var start: Int
    var direction: TextDirection
  }

  /// The pieces of a text from left to right.
  private func stretches(of key: ShapedRunKey) -> [Stretch] {
    if let direction = key.direction { return [Stretch(text: key.string, start: 0, direction: direction)] }
    guard EmbeddingLevels.mayMatter(in: key.string.utf8) else {
      return [Stretch(text: key.string, start: 0, direction: .leftToRight)]
    }
    let scalars = Array(key.string.unicodeScalars)
    let runs = EmbeddingLevels(of: scalars.map(\.value)).runs
    var start = 0
    let stretches = runs.map { run in
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[run.range])
      let stretch = Stretch(text: String(text), start: start, direction: run.level % 2 == 1 ? .rightToLeft : .leftToRight)
      start += stretch.text.utf8.count
      return stretch
    }
    return EmbeddingLevels.visualOrder(of: runs.map(\.level)).map { stretches[$0] }
  }

  /// Splits a string into stretches that one face can draw, in the order of the text.
  ///
  /// Marks among letters from right to left are of the letters' face, for the sake of their places beside each other.
  private func itemize(
    _ string: String, from start: Int, _ role: FontRole, _ direction: TextDirection, missing: inout [Unicode.Scalar]
  ) -> [(FontFace, Range<Int>)] {
    let own = face(role)
    if string.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return string.isEmpty ? [] : [(own, start..<(start + string.utf8.count))] }
    var items: [(FontFace, Range<Int>)] = []
    let lending = direction == .rightToLeft ? string.first { !own.draws($0) }.flatMap { lender(of: $0, role) } : nil
    var offset = start
    for character in string {
      let end = offset + character.utf8.count
      let drawing = lending.flatMap { $0.draws(character) ? $0 : nil } ?? (own.draws(character) ? own : lender(of: character, role))
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

  private func append(
    _ bytes: [UInt8], _ range: Range<Int>, _ face: FontFace, _ direction: TextDirection, _ key: ShapedRunKey,
    to run: inout ShapedRun
  ) {
    let buffer = hb_buffer_create()
    defer { hb_buffer_destroy(buffer) }
    bytes.withUnsafeBytes { raw in
      hb_buffer_add_utf8(
        buffer, raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), UInt32(range.lowerBound), Int32(range.count))
    }
    hb_buffer_guess_segment_properties(buffer)
    let isRightToLeft = direction == .rightToLeft
    hb_buffer_set_direction(buffer, isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
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
