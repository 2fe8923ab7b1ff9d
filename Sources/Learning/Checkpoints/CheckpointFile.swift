#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whole files of bytes.
enum CheckpointFile {
  static func read(_ path: String) throws(CheckpointError) -> [UInt8] {
    do {
      return try FileBytes(path: path).bytes
    } catch {
      guard case .unreadable(_, let reason) = error else { throw .unreadable(file: path, reason: "\(error)") }
      throw .unreadable(file: path, reason: reason)
    }
  }

  /// Writes a file beside its place and moves it there, so that no half of one is ever found.
  static func write(_ bytes: [UInt8], to path: String) throws(CheckpointError) {
    let temporary = "\(path).partial"
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .unwritable(file: path, reason: String(cString: strerror(errno))) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { systemWrite(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      written += count
    }
    let failure = errno
    let isClosed = close(file) == 0
    guard written == bytes.count, isClosed, rename(temporary, path) == 0 else {
      let reason = String(cString: strerror(written == bytes.count ? errno : failure))
      unlink(temporary)
      throw .unwritable(file: path, reason: reason)
    }
  }
}

/// `write`, outside of a type that has a function of that name.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int { write(file, bytes, count) }
