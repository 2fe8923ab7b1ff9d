import CCairo

/// A decoded picture: row-major RGBA, 8 bits each, not premultiplied.
package struct PixelImage: Sendable, Equatable {
  package let width: Int
  package let height: Int
  package let rgba: [UInt8]

  /// Decodes a PNG file; nil when it is not one or is damaged.
  package init?(png: [UInt8]) {
    guard let surface = PixelImage.surface(png: png) else { return nil }
    defer { cairo_surface_destroy(surface) }
    width = Int(cairo_image_surface_get_width(surface))
    height = Int(cairo_image_surface_get_height(surface))
    let format = cairo_image_surface_get_format(surface)
    guard format == CAIRO_FORMAT_ARGB32 || format == CAIRO_FORMAT_RGB24,
      let data = cairo_image_surface_get_data(surface)
    else { return nil }
    let stride = Int(cairo_image_surface_get_stride(surface))
    var pixels: [UInt8] = []
    pixels.reserveCapacity(4 * width * height)
    for row in 0..<height {
      let source = UnsafeRawPointer(data + row * stride).assumingMemoryBound(to: UInt32.self)
      for column in 0..<width {
        let pixel = source[column]
        let alpha = format == CAIRO_FORMAT_RGB24 ? 255 : pixel >> 24
        for shift: UInt32 in [16, 8, 0] {
          let channel = pixel >> shift & 255
          pixels.append(alpha == 0 ? 0 : UInt8(min(255, (channel * 255 + alpha / 2) / alpha)))
        }
        pixels.append(UInt8(alpha))
      }
    }
    rgba = pixels
  }

  /// Red, green, blue and alpha of one pixel.
  package func pixel(_ column: Int, _ row: Int) -> [UInt8] {
    let start = 4 * (row * width + column)
    return Array(rgba[start..<(start + 4)])
  }

  /// `cairo_surface_t *` of a PNG file, to be destroyed by the caller; nil when it cannot be decoded.
  static func surface(png: [UInt8]) -> OpaquePointer? {
    let source = ByteSource(png)
    let surface = cairo_image_surface_create_from_png_stream(ByteSource.read, source.closure)
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
      cairo_surface_destroy(surface)
      return nil
    }
    return withExtendedLifetime(source) { surface }
  }
}
