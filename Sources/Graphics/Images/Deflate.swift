import CZlib

/// Bytes made smaller for a page or a PDF, as browsers and viewers unpack them.
package enum Deflate {
  /// A zlib stream (RFC 1950); empty if there is no memory for it.
  ///
  /// The tables are no larger than the bytes need: for many short streams, clearing them would be most of the work.
  /// - Parameter effort: from 1, quick, to 9, small.
  /// - Complexity: O(bytes).
  package static func compress(_ bytes: [UInt8], effort: Int = 9) -> [UInt8] {
    let windowBits = min(15, max(9, Int.bitWidth - bytes.count.leadingZeroBitCount))
    var state = z_stream()
    let opened = deflateInit2_(
      &state, Int32(effort), Z_DEFLATED, Int32(windowBits), Int32(windowBits - 7), Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard opened == Z_OK else { return [] }
    defer { deflateEnd(&state) }
    let bound = Int(deflateBound(&state, UInt(bytes.count)))
    return [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      let code = bytes.withUnsafeBufferPointer { input in
        state.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        state.avail_in = UInt32(input.count)
        state.next_out = output.baseAddress
        state.avail_out = UInt32(bound)
        return deflate(&state, Z_FINISH)
      }
      count = code == Z_STREAM_END ? bound - Int(state.avail_out) : 0
    }
  }
}
