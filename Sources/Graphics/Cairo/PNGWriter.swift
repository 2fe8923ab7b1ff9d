import CCairo
import Typography

/// Writes a display list as a PNG image.
package struct PNGWriter {
  let fonts: FontLibrary
  let theme: Theme

  package init(fonts: FontLibrary, theme: Theme = .light) {
    self.fonts = fonts
    self.theme = theme
  }

  /// The bytes of the file.
  ///
  /// - Parameters:
  ///   - scale: pixels a point; 2 suits screens of high density. The file states the resolution.
  ///   - background: painted first; nil leaves the ground transparent.
  package func write(_ list: DisplayList, scale: Double = 2, background: Paint? = Paint(.role(.paper))) -> [UInt8] {
    let width = max(1, Int((list.width * scale).rounded(.up)))
    let height = max(1, Int((list.height * scale).rounded(.up)))
    let isOpaque = (background?.opacity ?? 0) >= 1
    let format = isOpaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32
    guard let surface = cairo_image_surface_create(format, Int32(width), Int32(height)) else { return [] }
    defer { cairo_surface_destroy(surface) }
    guard let context = cairo_create(surface) else { return [] }
    defer { cairo_destroy(context) }
    cairo_scale(context, scale, scale)
    let painter = CairoPainter(context: context, fonts: fonts, theme: theme)
    if let background {
      painter.setSource(background)
      cairo_paint(context)
    }
    painter.paint(list)
    cairo_surface_flush(surface)
    guard cairo_status(context) == CAIRO_STATUS_SUCCESS, let data = cairo_image_surface_get_data(surface) else { return [] }
    let stride = Int(cairo_image_surface_get_stride(surface))
    let encoder = PNGEncoder(width: width, height: height, hasAlpha: !isOpaque, pixelsPerMetre: scale * 72 / 0.0254)
    return encoder.encode { row, target in
      let source = UnsafeRawPointer(data + row * stride).assumingMemoryBound(to: UInt32.self)
      if isOpaque {
        for column in 0..<width {
          let pixel = source[column]
          target[3 * column] = UInt8(truncatingIfNeeded: pixel >> 16)
          target[3 * column + 1] = UInt8(truncatingIfNeeded: pixel >> 8)
          target[3 * column + 2] = UInt8(truncatingIfNeeded: pixel)
        }
      } else {
        for column in 0..<width {
          let pixel = source[column]
          let alpha = pixel >> 24
          func plain(_ channel: UInt32) -> UInt8 { alpha == 0 ? 0 : UInt8(min(255, (channel & 255) * 255 / alpha)) }
          target[4 * column] = plain(pixel >> 16)
          target[4 * column + 1] = plain(pixel >> 8)
          target[4 * column + 2] = plain(pixel)
          target[4 * column + 3] = UInt8(truncatingIfNeeded: alpha)
        }
      }
    }
  }
}
