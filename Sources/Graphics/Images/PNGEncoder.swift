import CZlib

/// Encodes rows of 8-bit pixels as a PNG file, quickly: one filter, runs of equal bytes.
struct PNGEncoder {
  let width: Int
  let height: Int
  let hasAlpha: Bool
  /// Resolution; nil leaves it unsaid.
  var pixelsPerMetre: Double?
  /// Whether the pixels are a drawing, whose rows repeat, or a small picture such as a tensor.
  var isDrawing = true

  private var bytesPerPixel: Int { hasAlpha ? 4 : 3 }

  /// The bytes of the file; `fill` writes the pixels of one row (RGB or RGBA, not premultiplied).
  func encode(fill: (_ row: Int, _ target: UnsafeMutablePointer<UInt8>) -> Void) -> [UInt8] {
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    append("IHDR", bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [8, hasAlpha ? 6 : 2, 0, 0, 0], to: &file)
    if let pixelsPerMetre {
      let density = bigEndian(UInt32(pixelsPerMetre.rounded()))
      append("pHYs", density + density + [1], to: &file)
    }
    append("IDAT", compressed(fill), to: &file)
    append("IEND", [], to: &file)
    return file
  }

  /// Rows with their filters, deflated.
  private func compressed(_ fill: (Int, UnsafeMutablePointer<UInt8>) -> Void) -> [UInt8] {
    let rowLength = width * bytesPerPixel
    var stream = z_stream()
    // After differencing a drawing is runs of zeros: looking for longer matches costs twice the time and gains nothing.
    let strategy = isDrawing ? Z_RLE : Z_DEFAULT_STRATEGY
    deflateInit2_(&stream, 6, Z_DEFLATED, 15, 9, strategy, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(height * (rowLength + 1)))))
    var above = [UInt8](repeating: 0, count: rowLength)
    var current = above
    var filtered = [UInt8](repeating: 0, count: rowLength + 1)
    let written = output.withUnsafeMutableBufferPointer { output in
      stream.next_out = output.baseAddress
      stream.avail_out = UInt32(output.count)
      for row in 0..<height {
        current.withUnsafeMutableBufferPointer { if let start = $0.baseAddress { fill(row, start) } }
        if isDrawing {
          filter(current, above: above, into: &filtered)
        } else {
          filtered.replaceSubrange(1..., with: current)
        }
        swap(&current, &above)
        filtered.withUnsafeMutableBufferPointer { bytes in
          stream.next_in = bytes.baseAddress
          stream.avail_in = UInt32(bytes.count)
          deflate(&stream, row == height - 1 ? Z_FINISH : Z_NO_FLUSH)
        }
      }
      return Int(stream.total_out)
    }
    return Array(output.prefix(written))
  }

  /// Differences to the row above: zero wherever a drawing goes on as it was.
  private func filter(_ current: [UInt8], above: [UInt8], into filtered: inout [UInt8]) {
    filtered[0] = 2
    current.withUnsafeBufferPointer { current in
      above.withUnsafeBufferPointer { above in
        filtered.withUnsafeMutableBufferPointer { filtered in
          for index in current.indices { filtered[index + 1] = current[index] &- above[index] }
        }
      }
    }
  }

  private func append(_ type: String, _ data: [UInt8], to file: inout [UInt8]) {
    let body = Array(type.utf8) + data
    file += bigEndian(UInt32(data.count))
    file += body
    file += bigEndian(UInt32(truncatingIfNeeded: crc32(0, body, UInt32(body.count))))
  }

  private func bigEndian(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
