import Diagnostics
import Foundation

/// Writes files whole or not at all.
enum FileOutput {
  struct Failure: Error {
    var path: String
    var reason: String

    var diagnostic: Diagnostic { Diagnostic("RP0911", "cannot write '\(path)': \(reason)") }
  }

  /// Writes to a temporary name beside the file and renames; leaves a file alone that holds the same bytes already.
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    if FileManager.default.contents(atPath: path) == Data(bytes) { return }
    let temporary = path + ".\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failure(path: path, reason: reason()) }
    var sent = 0
    let isComplete = bytes.withUnsafeBytes { buffer in
      while sent < buffer.count {
        let count = Foundation.write(descriptor, buffer.baseAddress?.advanced(by: sent), buffer.count - sent)
        if count <= 0 { return false }
        sent += count
      }
      return true
    }
    let why = reason()
    close(descriptor)
    guard isComplete, rename(temporary, path) == 0 else {
      unlink(temporary)
      throw Failure(path: path, reason: isComplete ? reason() : why)
    }
  }

  static func makeFolder(_ path: String) throws(Failure) {
    do { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) } catch {
      throw Failure(path: path, reason: reason())
    }
  }

  /// The system's word for the last error, e.g. "Permission denied".
  private static func reason() -> String { String(cString: strerror(errno)).lowercased() }
}
