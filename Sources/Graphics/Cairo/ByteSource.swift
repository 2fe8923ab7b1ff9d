import CCairo

/// Hands out bytes that Cairo reads.
final class ByteSource {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// What Cairo calls with the source as its closure.
  static let read: cairo_read_func_t = { closure, data, length in
    guard let closure, let data else { return CAIRO_STATUS_READ_ERROR }
    let source = Unmanaged<ByteSource>.fromOpaque(closure).takeUnretainedValue()
    let count = Int(length)
    guard source.position + count <= source.bytes.count else { return CAIRO_STATUS_READ_ERROR }
    for index in 0..<count { data[index] = source.bytes[source.position + index] }
    source.position += count
    return CAIRO_STATUS_SUCCESS
  }

  /// The source as a closure argument; the source must outlive the reading.
  var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
}
