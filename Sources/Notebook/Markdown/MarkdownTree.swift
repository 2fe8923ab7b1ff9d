import CCmarkGFM
import Synchronization

/// Runs cmark-gfm with the extensions that notebooks use.
enum MarkdownTree {
  /// cmark-gfm keeps the special characters of extensions in a table of the process: one parser at a time.
  private static let lock = Mutex<Bool>(false)
  private static let extensions = ["table", "strikethrough", "autolink", "tasklist"]

  /// Parses a text and gives its document node to `body`, after which the tree is gone.
  static func withDocument<Result>(_ bytes: [UInt8], _ body: (OpaquePointer) -> Result) -> Result? {
    guard let document = parse(bytes) else { return nil }
    defer { cmark_node_free(document) }
    return body(document)
  }

  private static func parse(_ bytes: [UInt8]) -> OpaquePointer? {
    lock.withLock { isRegistered in
      if !isRegistered {
        cmark_gfm_core_extensions_ensure_registered()
        isRegistered = true
      }
      // The address goes in and out of the lock's closure as a number: the tree belongs to the caller alone.
      return UInt(bitPattern: parseLocked(bytes))
    }.pointer
  }

  private static func parseLocked(_ bytes: [UInt8]) -> OpaquePointer? {
    guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS) else { return nil }
    for name in extensions {
      if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
    }
    let scan = InlineScan()
    return withExtendedLifetime(scan) {
      let inline = scan.makeExtension()
      if let inline { cmark_parser_attach_syntax_extension(parser, inline) }
      bytes.withUnsafeBytes { cmark_parser_feed(parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count) }
      let document = cmark_parser_finish(parser)
      cmark_parser_free(parser)
      if let inline { cmark_syntax_extension_free(cmark_get_default_mem_allocator(), inline) }
      return document
    }
  }
}

extension UInt {
  fileprivate var pointer: OpaquePointer? { OpaquePointer(bitPattern: self) }
}
