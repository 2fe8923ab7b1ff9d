import CCairo

extension CairoPainter {
  func paint(_ item: ImageItem) {
    let (width, height) = (item.pixelWidth, item.pixelHeight)
    guard item.frame.isFinite, width > 0, height > 0, item.rgba.count >= 4 * width * height else { return }
    let format = item.isOpaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32
    guard let surface = cairo_image_surface_create(format, Int32(width), Int32(height)) else { return }
    defer { cairo_surface_destroy(surface) }
    guard let pixels = cairo_image_surface_get_data(surface) else { return }
    let stride = Int(cairo_image_surface_get_stride(surface))
    cairo_surface_flush(surface)
    for row in 0..<height {
      let target = UnsafeMutableRawPointer(pixels + row * stride).assumingMemoryBound(to: UInt32.self)
      for column in 0..<width { target[column] = item.premultiplied(at: 4 * (row * width + column)) }
    }
    cairo_surface_mark_dirty(surface)
    paint(surface, width: width, height: height, in: item.frame, isSmooth: item.isSmooth)
  }

  /// Paints `cairo_surface_t *` stretched to a rectangle.
  func paint(_ surface: OpaquePointer, width: Int, height: Int, in frame: Rect, isSmooth: Bool) {
    guard width > 0, height > 0, frame.width != 0, frame.height != 0 else { return }
    cairo_save(context)
    defer { cairo_restore(context) }
    cairo_translate(context, frame.x, frame.y)
    cairo_scale(context, frame.width / Double(width), frame.height / Double(height))
    cairo_set_source_surface(context, surface, 0, 0)
    cairo_pattern_set_filter(cairo_get_source(context), isSmooth ? CAIRO_FILTER_GOOD : CAIRO_FILTER_NEAREST)
    // Padding keeps the edges of a picture's pixels sharp; in a PDF it would only replace the data by a padded copy.
    if cairo_surface_get_type(cairo_get_group_target(context)) == CAIRO_SURFACE_TYPE_IMAGE {
      cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_PAD)
    }
    cairo_rectangle(context, 0, 0, Double(width), Double(height))
    cairo_fill(context)
  }
}

extension ImageItem {
  /// Whether no pixel lets what lies behind shine through.
  var isOpaque: Bool {
    var index = 3
    while index < rgba.count {
      if rgba[index] != 255 { return false }
      index += 4
    }
    return true
  }

  /// The pixel at a byte offset as Cairo keeps it: 0xAARRGGBB, multiplied by its alpha.
  func premultiplied(at offset: Int) -> UInt32 {
    let alpha = UInt32(rgba[offset + 3])
    func channel(_ index: Int) -> UInt32 { (UInt32(rgba[offset + index]) * alpha + 127) / 255 }
    return alpha << 24 | channel(0) << 16 | channel(1) << 8 | channel(2)
  }
}
