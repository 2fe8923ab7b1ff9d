import CZlib

/// Bytes made smaller for a page, as browsers unpack them.
package enum Deflate {
  /// A zlib stream (RFC 1950); empty if there is no memory for it.
  /// - Complexity: O(bytes).
  package static func compress(_ bytes: [UInt8]) -> [UInt8] {
    var length = compressBound(UInt(bytes.count))
    var stream = [UInt8](repeating: 0, count: Int(length))
    guard compress2(&stream, &length, bytes, UInt(bytes.count), 9) == Z_OK else { return [] }
    return Array(stream.prefix(Int(length)))
  }
}
