/// The Swift code that tells a file of a target the digest of what its numbers depend on.
///
/// A file in a folder of the target, such as a paper's, depends on that folder, on the folder `Shared` if there is one, and on
/// the targets below; a file that lies in the target's folder itself depends on the whole target.
package struct GeneratedDigests: Sendable {
  /// The folder of a target that all others may use.
  static let sharedFolder = "Shared"
  let own: SourceTree
  let below: [SourceTree]

  package init(own: SourceTree, below: [SourceTree]) {
    self.own = own
    self.below = below
  }

  /// The digest for a folder of the target; nil stands for the whole.
  package func digest(folder: String?) -> String {
    let files = own.files.filter { folder == nil || $0.folder.map(String.init) == folder || $0.folder == Substring(GeneratedDigests.sharedFolder) }
    var hash = SHA256()
    hash.update(SourceTree.digest(files))
    for tree in below.sorted(by: { $0.name < $1.name }) { hash.update("\n\(tree.name) \(tree.digest)") }
    return hash.finalizeHex()
  }

  /// The file to compile into the target.
  package var swiftCode: String {
    var code = """
      // Generated from the sources of \(own.name)\(below.isEmpty ? "" : ", " + below.map(\.name).sorted().joined(separator: ", ")).

      /// Digests of the sources that the experiments of a folder depend on.
      enum SourceDigests {
        /// The digest for the calling file's folder of this target.
        static func digest(for fileID: String = #fileID) -> String {
          switch fileID.split(separator: "/").last ?? "" {

      """
    let folders = Set(own.files.compactMap { $0.folder.map(String.init) }).sorted()
    for folder in folders {
      let names = own.files.filter { $0.folder == Substring(folder) && $0.path.hasSuffix(".swift") }.map { "\"\($0.name)\"" }.sorted()
      if names.isEmpty { continue }
      code += "    case \(names.joined(separator: ",\n      ")):\n      \"\(digest(folder: folder))\"\n"
    }
    return code + "    default: \"\(digest(folder: nil))\"\n    }\n  }\n}\n"
  }
}
