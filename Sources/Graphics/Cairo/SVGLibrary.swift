import CCairo

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The SVG library of the system, librsvg, where it is installed: found when the program runs, not needed to build it.
struct SVGLibrary {
  private struct Frame {
    var x, y, width, height: Double
  }

  private typealias MakeHandle = @convention(c) (
    UnsafePointer<UInt8>?, UInt, UnsafeMutablePointer<UnsafeMutableRawPointer?>?
  ) -> UnsafeMutableRawPointer?
  private typealias Render = @convention(c) (
    UnsafeMutableRawPointer?, OpaquePointer?, UnsafeRawPointer?, UnsafeMutablePointer<UnsafeMutableRawPointer?>?
  ) -> Int32
  private typealias Release = @convention(c) (UnsafeMutableRawPointer?) -> Void

  private let makeHandle: MakeHandle
  private let render: Render
  private let release: Release

  /// nil when the library is not installed.
  init?() {
    // The library stays loaded for the life of the process.
    guard let library = dlopen("librsvg-2.so.2", RTLD_NOW) ?? dlopen("librsvg-2.2.dylib", RTLD_NOW),
      let makeHandle = dlsym(library, "rsvg_handle_new_from_data"),
      let render = dlsym(library, "rsvg_handle_render_document"), let release = dlsym(library, "g_object_unref")
    else { return nil }
    self.makeHandle = unsafeBitCast(makeHandle, to: MakeHandle.self)
    self.render = unsafeBitCast(render, to: Render.self)
    self.release = unsafeBitCast(release, to: Release.self)
  }

  /// Paints a file fitted into a rectangle; files that it refers to are not read.
  ///
  /// - Returns: whether the file could be read and painted.
  func paint(_ bytes: [UInt8], in rect: Rect, context: OpaquePointer) -> Bool {
    guard let handle = makeHandle(bytes, UInt(bytes.count), nil) else { return false }
    defer { release(handle) }
    var frame = Frame(x: rect.x, y: rect.y, width: rect.width, height: rect.height)
    cairo_save(context)
    defer { cairo_restore(context) }
    return withUnsafePointer(to: &frame) { render(handle, context, $0, nil) } != 0
  }
}
