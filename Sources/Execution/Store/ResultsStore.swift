import Digests
import Glibc
import Synchronization

/// Results of jobs in files, under the digests of all that they depend on.
///
/// The result of key `abcdef…` is `ab/cdef….result`: a line that names the format, the key, the output as bytes, and the
/// SHA-256 digest of all that. Beside it `ab/cdef….key` lists the key's components, one a line. A file is there whole
/// or not at all; one that does not pass its digest, or that belongs to another key, is removed and never believed.
/// Several processes may use one store: nothing is locked, since equal names have equal contents.
package struct ResultsStore: Sendable {
  package let folder: String

  private static let magic = Array("reprise result 1\n".utf8)
  private static let digestLength = 64
  /// Temporary files older than this many seconds are left over from a process that was killed.
  private static let staleAge = 86_400
  private static let counter = Atomic<Int>(0)

  /// A store in a folder, which is made when the first result is kept.
  package init(folder: String) { self.folder = folder }

  /// Whether there is a result, without reading it.
  package func contains(_ key: JobKey) -> Bool { access(path(key.digest, "result"), R_OK) == 0 }

  /// The result of a key; nil if there is none that can be trusted.
  func load(_ key: JobKey) -> JobOutput? {
    let path = path(key.digest, "result")
    guard let bytes = FileSystem.read(path) else { return nil }
    if let payload = ResultsStore.payload(of: bytes, key: key.digest), let output = try? JobOutput(decoding: payload) {
      return output
    }
    discard(key)
    return nil
  }

  /// Removes a result that turned out to be no good.
  func discard(_ key: JobKey) { unlink(path(key.digest, "result")) }

  /// Keeps a result.
  /// - Parameter output: an encoded `JobOutput`.
  func save(_ output: [UInt8], for key: JobKey) throws(FileError) {
    let parent = subfolder(key.digest)
    try FileSystem.makeFolder(parent)
    removeStaleFiles(in: parent)
    let head = ResultsStore.magic + Array(key.digest.utf8)
    var hash = SHA256()
    hash.update(head)
    hash.update(output)
    let chunks = [head, output, Array(hash.finalizeHex().utf8)]
    try FileSystem.writeAtomically(
      [Array(key.text.utf8)], to: path(key.digest, "key"), in: parent, temporary: temporaryPath(in: parent))
    try FileSystem.writeAtomically(
      chunks, to: path(key.digest, "result"), in: parent, temporary: temporaryPath(in: parent))
  }

  /// Every key that there is a result of, in the order of their digests.
  package func storedKeys() -> [JobKey] {
    FileSystem.names(in: folder).filter { $0.utf8.count == 2 }.flatMap { prefix in
      FileSystem.names(in: "\(folder)/\(prefix)").filter { $0.hasSuffix(".key") }.compactMap { name in
        FileSystem.read("\(folder)/\(prefix)/\(name)").flatMap { JobKey(text: String(decoding: $0, as: UTF8.self)) }
      }
    }
  }

  private static func payload(of bytes: [UInt8], key: String) -> ArraySlice<UInt8>? {
    let head = magic.count + key.utf8.count
    guard bytes.count >= head + digestLength, bytes.starts(with: magic), bytes[magic.count..<head].elementsEqual(key.utf8)
    else { return nil }
    let end = bytes.count - digestLength
    guard bytes[end...].elementsEqual(SHA256.hex(bytes[..<end]).utf8) else { return nil }
    return bytes[head..<end]
  }

  private func subfolder(_ digest: String) -> String { "\(folder)/\(digest.prefix(2))" }

  private func path(_ digest: String, _ suffix: String) -> String {
    "\(subfolder(digest))/\(digest.dropFirst(2)).\(suffix)"
  }

  private func temporaryPath(in parent: String) -> String {
    let number = ResultsStore.counter.add(1, ordering: .relaxed).newValue
    return "\(parent)/.new-\(getpid())-\(number)-\(UInt64.random(in: 0...UInt64.max))"
  }

  private func removeStaleFiles(in parent: String) {
    for name in FileSystem.names(in: parent) where name.hasPrefix(".new-") {
      if let age = FileSystem.age(of: "\(parent)/\(name)"), age > ResultsStore.staleAge { unlink("\(parent)/\(name)") }
    }
  }
}
