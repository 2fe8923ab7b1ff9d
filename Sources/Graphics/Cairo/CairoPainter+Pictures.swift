import CCairo

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension CairoPainter {
  /// Paints a picture stretched to a rectangle; JPEG data goes into a PDF as it is.
  ///
  /// - Returns: whether it could be painted: no for damaged files, and for SVG files where librsvg is not installed.
  package func paint(_ image: PictureFile, in frame: Rect) -> Bool {
    guard frame.isFinite, image.width <= 32_767, image.height <= 32_767 else { return false }
    switch image.format {
    case .png:
      guard let surface = PixelImage.surface(png: image.bytes) else { return false }
      defer { cairo_surface_destroy(surface) }
      paint(surface, width: Int(image.width), height: Int(image.height), in: frame, isSmooth: true)
    case .jpeg:
      guard let surface = jpegSurface(image) else { return false }
      defer { cairo_surface_destroy(surface) }
      paint(surface, width: Int(image.width), height: Int(image.height), in: frame, isSmooth: true)
    case .svg:
      guard let library = SVGLibrary(), library.paint(image.bytes, in: frame, context: context) else { return false }
    }
    return cairo_status(context) == CAIRO_STATUS_SUCCESS
  }

  /// A surface of the picture's size that carries the compressed data; its own pixels are never looked at by a PDF.
  private func jpegSurface(_ image: PictureFile) -> OpaquePointer? {
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(image.width), Int32(image.height)),
      let copy = malloc(image.bytes.count)
    else { return nil }
    image.bytes.withUnsafeBytes { bytes in
      if let start = bytes.baseAddress { memcpy(copy, start, bytes.count) }
    }
    let status = cairo_surface_set_mime_data(
      surface, CAIRO_MIME_TYPE_JPEG, copy.assumingMemoryBound(to: UInt8.self), UInt(image.bytes.count), { free($0) }, copy)
    guard status == CAIRO_STATUS_SUCCESS else {
      free(copy)
      cairo_surface_destroy(surface)
      return nil
    }
    return surface
  }
}
