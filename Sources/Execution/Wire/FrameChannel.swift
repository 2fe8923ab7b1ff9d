import Glibc

/// What a worker says.
enum WorkerReply {
  static let started: UInt8 = 1
  static let progress: UInt8 = 2
  static let finished: UInt8 = 3
  static let failed: UInt8 = 4
}

/// Frames over a socket: a 32-bit little-endian length, a kind, the payload.
enum FrameChannel {
  /// No frame is longer; a longer length is garbage.
  static let longestFrame = 2_000_000_000

  /// Writes a frame; false when the other side is gone or the frame too long.
  static func send(_ kind: UInt8, _ payload: [UInt8], to socket: Int32) -> Bool {
    guard payload.count < longestFrame else { return false }
    let header = withUnsafeBytes(of: UInt32(payload.count + 1).littleEndian) { Array($0) } + [kind]
    return send(header, to: socket) && send(payload, to: socket)
  }

  private static func send(_ bytes: [UInt8], to socket: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress?.advanced(by: sent), $0.count - sent, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return false }
      sent += count
    }
    return true
  }

  /// Reads exactly one frame, waiting for it; nil when the other side is gone.
  static func receive(from socket: Int32) -> (kind: UInt8, payload: [UInt8])? {
    guard let header = receive(5, from: socket) else { return nil }
    let length = header.withUnsafeBytes { Int(UInt32(littleEndian: $0.loadUnaligned(as: UInt32.self))) }
    guard length >= 1, length <= longestFrame, let payload = receive(length - 1, from: socket) else { return nil }
    return (header[4], payload)
  }

  private static func receive(_ count: Int, from socket: Int32) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var received = 0
    while received < count {
      let step = bytes.withUnsafeMutableBytes { recv(socket, $0.baseAddress?.advanced(by: received), count - received, 0) }
      if step < 0, errno == EINTR { continue }
      if step <= 0 { return nil }
      received += step
    }
    return bytes
  }
}

/// Puts frames together from bytes as they arrive.
struct FrameBuffer {
  private var bytes: [UInt8] = []
  private var start = 0

  mutating func append(_ new: some Collection<UInt8>) { bytes.append(contentsOf: new) }

  /// The next whole frame; nil if more bytes are needed.
  /// - Throws: for a length that no frame has.
  mutating func next() throws(MalformedBytes) -> (kind: UInt8, payload: [UInt8])? {
    guard bytes.count - start >= 5 else { return compact() }
    let length = bytes.withUnsafeBytes { Int(UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: start, as: UInt32.self))) }
    guard length >= 1, length <= FrameChannel.longestFrame else { throw MalformedBytes(expectation: "a frame") }
    guard bytes.count - start >= 4 + length else { return compact() }
    let frame = (bytes[start + 4], Array(bytes[start + 5..<start + 4 + length]))
    start += 4 + length
    return frame
  }

  private mutating func compact() -> (kind: UInt8, payload: [UInt8])? {
    if start > 0 {
      bytes.removeFirst(start)
      start = 0
    }
    return nil
  }
}
