import CZlib

/// Bytes that `Deflate` made smaller, as they were.
package enum Inflate {
  /// The content of a zlib stream (RFC 1950); nil when it is damaged or ends early.
  /// - Complexity: O(bytes of the content).
  package static func expand(_ stream: ArraySlice<UInt8>) -> [UInt8]? {
    var state = z_stream()
    guard inflateInit_(&state, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
    defer { inflateEnd(&state) }
    var content = [UInt8](repeating: 0, count: max(256, 4 * stream.count))
    var count = 0
    let code = stream.withUnsafeBufferPointer { input -> Int32 in
      state.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      state.avail_in = UInt32(input.count)
      while true {
        if count == content.count { content += [UInt8](repeating: 0, count: content.count) }
        let code = content.withUnsafeMutableBufferPointer { output in
          state.next_out = output.baseAddress.map { $0 + count }
          state.avail_out = UInt32(output.count - count)
          return inflate(&state, Z_NO_FLUSH)
        }
        count = content.count - Int(state.avail_out)
        if code != Z_OK || (state.avail_in == 0 && state.avail_out > 0) { return code }
      }
    }
    guard code == Z_STREAM_END else { return nil }
    content.removeLast(content.count - count)
    return content
  }
}
