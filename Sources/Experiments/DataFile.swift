#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file of the user's that an experiment reads.
package enum DataFile {
  /// Why a file could not be read.
  package enum Failure: Error, Hashable, CustomStringConvertible {
    case outsideFolder(String)
    case notDeclared(String)
    case unreadable(String, errno: Int32)

    package var description: String {
      switch self {
      case .outsideFolder(let path): "data file '\(path)' does not lie below the notebook's folder"
      case .notDeclared(let path): "data file '\(path)' is not among the experiment's `dataFiles`"
      case .unreadable(let path, let errno): "cannot read data file '\(path)': \(String(cString: strerror(errno)))"
      }
    }
  }

  /// Reads a file below a folder.
  /// - Parameter path: relative, without `..`.
  package static func read(_ path: String, in folder: String) throws(Failure) -> [UInt8] {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !path.isEmpty, !path.hasPrefix("/"), !parts.contains("..") else { throw .outsideFolder(path) }
    return try read(whole: folder.isEmpty ? path : folder + "/" + path, shown: path)
  }

  private static func read(whole path: String, shown: String) throws(Failure) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .unreadable(shown, errno: errno) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = systemRead(file, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(shown, errno: errno) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }
}

/// The system's `read`, which `DataFile.read` hides.
private func systemRead(_ file: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int { read(file, buffer, count) }
