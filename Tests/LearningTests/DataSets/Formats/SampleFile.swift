import CZlib
import Foundation

@testable import Learning

extension FileBytes {
  /// A file of the given bytes.
  init(_ bytes: [UInt8], _ name: String = "sample") { self.init(name: name, bytes: bytes) }

  /// A file of the given text.
  init(text: String, _ name: String = "sample") { self.init(name: name, bytes: Array(text.utf8)) }

  /// A file written by another program, in base 64.
  init(base64: String, _ name: String = "sample.npy") {
    self.init(name: name, bytes: [UInt8](Data(base64Encoded: base64)!))
  }

  /// The same file compressed by gzip.
  var compressed: FileBytes {
    var stream = z_stream()
    deflateInit2_(&stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: bytes.count + 1000)
    let count = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        deflate(&stream, Z_FINISH)
        return Int(stream.total_out)
      }
    }
    return FileBytes(name: name, bytes: Array(output.prefix(count)))
  }

  /// Every beginning of the file, for readers that must not be deceived by one.
  var prefixes: [FileBytes] { bytes.indices.map { FileBytes(name: name, bytes: Array(bytes[..<$0])) } }
}

/// A folder that is removed with the value.
final class TemporaryFolder {
  let path = NSTemporaryDirectory() + "reprise-data-\(UUID().uuidString)"

  init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ source: FileBytes) throws -> String {
    let file = path + "/" + source.name
    try Data(source.bytes).write(to: URL(fileURLWithPath: file))
    return file
  }
}
