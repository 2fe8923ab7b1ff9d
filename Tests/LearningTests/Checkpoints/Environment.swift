import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Places for files of tests.
enum Environment {
  /// A path in a new folder of its own.
  static func temporaryFile(_ name: String) -> String? {
    var template = Array("/tmp/reprise-learning-XXXXXX".utf8CString)
    guard let folder = mkdtemp(&template) else { return nil }
    return "\(String(cString: folder))/\(name)"
  }
}
