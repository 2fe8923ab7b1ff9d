import CCairo
import Report
#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension PDFCanvas {
  /// Paints an image file into a rectangle: JPEG bytes are taken over as they are, PNG is decoded.
  func paint(_ image: ReportImage, x: Double, y: Double, width: Double, height: Double) {
    guard let surface = Self.surface(of: image) else { return }
    defer { cairo_surface_destroy(surface) }
    let pixelWidth = Double(cairo_image_surface_get_width(surface))
    let pixelHeight = Double(cairo_image_surface_get_height(surface))
    guard pixelWidth > 0, pixelHeight > 0 else { return }
    cairo_save(context)
    defer { cairo_restore(context) }
    cairo_translate(context, x, y)
    cairo_scale(context, width / pixelWidth, height / pixelHeight)
    cairo_set_source_surface(context, surface, 0, 0)
    cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_PAD)
    cairo_rectangle(context, 0, 0, pixelWidth, pixelHeight)
    cairo_fill(context)
  }

  private static func surface(of image: ReportImage) -> OpaquePointer? {
    switch image.format {
    case .png: png(image.bytes)
    case .jpeg: jpeg(image)
    case .svg: nil
    }
  }

  private static func png(_ bytes: [UInt8]) -> OpaquePointer? {
    let source = ImageSource(bytes)
    let surface = withExtendedLifetime(source) {
      cairo_image_surface_create_from_png_stream(ImageSource.read, Unmanaged.passUnretained(source).toOpaque())
    }
    guard let surface, cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
      cairo_surface_destroy(surface)
      return nil
    }
    return surface
  }

  /// An empty surface of the image's size that carries the file's bytes, which Cairo embeds.
  private static func jpeg(_ image: ReportImage) -> OpaquePointer? {
    guard let size = ImageSize.of(image), let copy = malloc(image.bytes.count) else { return nil }
    image.bytes.withUnsafeBytes { if let start = $0.baseAddress { copy.copyMemory(from: start, byteCount: $0.count) } }
    guard
      let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(size.pixelWidth), Int32(size.pixelHeight))
    else {
      free(copy)
      return nil
    }
    let bytes = copy.assumingMemoryBound(to: UInt8.self)
    cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG, bytes, UInt(image.bytes.count), { free($0) }, copy)
    return surface
  }
}

/// Hands out the bytes of an image file that Cairo reads.
final class ImageSource {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  static let read: cairo_read_func_t = { closure, data, length in
    guard let closure, let data else { return CAIRO_STATUS_READ_ERROR }
    let source = Unmanaged<ImageSource>.fromOpaque(closure).takeUnretainedValue()
    let count = Int(length)
    guard source.position + count <= source.bytes.count else { return CAIRO_STATUS_READ_ERROR }
    source.bytes.withUnsafeBytes { raw in
      if let start = raw.baseAddress { data.update(from: (start + source.position).assumingMemoryBound(to: UInt8.self), count: count) }
    }
    source.position += count
    return CAIRO_STATUS_SUCCESS
  }
}
