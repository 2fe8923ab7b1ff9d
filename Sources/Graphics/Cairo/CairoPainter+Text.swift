import CCairo
import Typography

extension CairoPainter {
  func paint(_ item: TextItem) {
    guard item.origin.isNear, item.style.size > 0, !item.string.isEmpty else { return }
    setSource(item.paint)
    show(item.string, item.style, at: item.origin, rotation: item.rotation)
  }

  /// Shows a line of text in the current source colour as selectable text, its baseline starting at `origin`.
  package func show(_ string: String, _ style: TextStyle, at origin: Point, rotation: Double = 0) {
    let run = fonts.shape(string, style)
    let bytes = Array(string.utf8)
    turned(about: origin, by: rotation) { start in
      for segment in run.segments {
        let glyphs = run.glyphs[segment.glyphs].map {
          cairo_glyph_t(index: UInt($0.id), x: start.x + $0.x, y: start.y + $0.y)
        }
        if segment.face.hasPictures {
          PictureGlyphs.show(
            glyphs, clusters: clusters(of: segment, in: run), text: bytes[segment.bytes], isBackward: segment.isRightToLeft,
            face: segment.face, size: style.size, context: context)
          continue
        }
        cairo_set_font_face(context, segment.face.cairoFace)
        cairo_set_font_size(context, style.size)
        show(glyphs, clusters: clusters(of: segment, in: run), text: bytes[segment.bytes], isBackward: segment.isRightToLeft)
      }
    }
  }

  func paint(_ item: GlyphItem) {
    guard item.origin.isNear, !item.glyphs.isEmpty else { return }
    setSource(item.paint)
    cairo_set_font_face(context, fonts.face(item.role).cairoFace)
    turned(about: item.origin, by: item.rotation) { start in
      var index = 0
      while index < item.glyphs.count {
        let size = item.glyphs[index].size
        let end = item.glyphs[index...].firstIndex { $0.size != size } ?? item.glyphs.count
        let stretch = item.glyphs[index..<end].filter(\.offset.isNear)
        index = end
        guard size > 0, size.isFinite else { continue }
        cairo_set_font_size(context, size)
        let glyphs = stretch.map {
          cairo_glyph_t(index: UInt($0.id), x: start.x + $0.offset.x, y: start.y + $0.offset.y)
        }
        let clusters = stretch.map { cairo_text_cluster_t(num_bytes: Int32($0.text.utf8.count), num_glyphs: 1) }
        show(glyphs, clusters: clusters, text: stretch.flatMap { Array($0.text.utf8) }[...], isBackward: false)
      }
    }
  }

  private func turned(about origin: Point, by rotation: Double, _ body: (Point) -> Void) {
    let turn = Rotation(degrees: rotation)
    if turn.isNone { return body(origin) }
    cairo_save(context)
    var matrix = cairo_matrix_t(
      xx: turn.cosine, yx: turn.sine, xy: -turn.sine, yy: turn.cosine, x0: origin.x, y0: origin.y)
    cairo_transform(context, &matrix)
    body(Point(0, 0))
    cairo_restore(context)
  }

  private func show(
    _ glyphs: [cairo_glyph_t], clusters: [cairo_text_cluster_t], text: ArraySlice<UInt8>, isBackward: Bool
  ) {
    guard !glyphs.isEmpty else { return }
    let flags = isBackward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t(rawValue: 0)
    text.withUnsafeBytes { bytes in
      let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      cairo_show_text_glyphs(
        context, start, Int32(bytes.count), glyphs, Int32(glyphs.count), clusters, Int32(clusters.count), flags)
    }
  }

  /// Which bytes belong to which glyphs, in the order of the text.
  private func clusters(of segment: ShapedRun.Segment, in run: ShapedRun) -> [cairo_text_cluster_t] {
    var starts: [(byte: Int, glyphs: Int32)] = []
    let order = segment.isRightToLeft ? Array(segment.glyphs.reversed()) : Array(segment.glyphs)
    for index in order {
      let byte = run.glyphs[index].cluster
      if let last = starts.last, last.byte == byte {
        starts[starts.count - 1].glyphs += 1
      } else {
        starts.append((byte, 1))
      }
    }
    return starts.indices.map { index in
      let end = index + 1 < starts.count ? starts[index + 1].byte : segment.bytes.upperBound
      return cairo_text_cluster_t(num_bytes: Int32(end - starts[index].byte), num_glyphs: starts[index].glyphs)
    }
  }
}
