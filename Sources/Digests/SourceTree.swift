/// The sources of a target, for a digest that does not depend on where they lie.
package struct SourceTree: Sendable {
  package struct File: Sendable {
    /// Relative to the target's folder.
    package var path: String
    package var contents: [UInt8]

    package init(path: String, contents: [UInt8]) {
      self.path = path
      self.contents = contents
    }

    /// The first folder of the path; nil for a file that lies in the target's folder itself.
    var folder: Substring? {
      let parts = path.split(separator: "/", maxSplits: 1)
      return parts.count == 2 ? parts[0] : nil
    }

    var name: Substring { path.split(separator: "/").last ?? "" }
  }

  package var name: String
  package var files: [File]

  package init(name: String, files: [File]) {
    self.name = name
    self.files = files
  }

  /// The digest of all files: of their paths, lengths and contents, in the order of the paths.
  package var digest: String { SourceTree.digest(files) }

  static func digest(_ files: [File]) -> String {
    var hash = SHA256()
    for file in files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      hash.update("\(file.path)\n\(file.contents.count)\n")
      hash.update(file.contents)
    }
    return hash.finalizeHex()
  }
}
