import CZlib

/// Decompression of `.gz` files.
enum Gzip {
  /// Whether the bytes begin as those of a compressed file do.
  static func isCompressed(_ bytes: [UInt8]) -> Bool { bytes.count >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B }

  /// The bytes that a file holds, all of its members one after the other.
  /// - Throws: `DataError.corruptGzip` if the file is cut short, damaged, or goes on with something else.
  static func expand(_ bytes: [UInt8], file: String) throws(DataError) -> [UInt8] {
    var stream = z_stream()
    // 31: the largest window, and the header and checksum of gzip.
    guard inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw .corruptGzip(file: file, reason: "zlib cannot be started")
    }
    defer { inflateEnd(&stream) }
    var input = bytes
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    var consumed = 0
    while true {
      // zlib counts in 32 bits.
      let offered = min(input.count - consumed, 1 << 30)
      let (status, taken, made) = step(&stream, &input, from: consumed, offered, into: &chunk)
      consumed += taken
      output.append(contentsOf: chunk[..<made])
      if status == Z_STREAM_END {
        if consumed == input.count { return output }
        guard isCompressed(Array(input[consumed...].prefix(2))), inflateReset(&stream) == Z_OK else {
          throw .corruptGzip(file: file, reason: "\(input.count - consumed) bytes follow its end")
        }
      } else if status != Z_OK && status != Z_BUF_ERROR {
        throw .corruptGzip(file: file, reason: "damaged after byte \(consumed)")
      } else if taken == 0 && made == 0 {
        throw .corruptGzip(file: file, reason: "it ends early, after \(output.count) expanded bytes")
      }
    }
  }

  /// Expands until the chunk is full or the input is used up.
  private static func step(
    _ stream: inout z_stream, _ input: inout [UInt8], from consumed: Int, _ offered: Int, into chunk: inout [UInt8]
  ) -> (status: Int32, taken: Int, made: Int) {
    input.withUnsafeMutableBufferPointer { source in
      chunk.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress.map { $0 + consumed }
        stream.avail_in = UInt32(offered)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        let status = inflate(&stream, Z_NO_FLUSH)
        return (status, offered - Int(stream.avail_in), target.count - Int(stream.avail_out))
      }
    }
  }
}
