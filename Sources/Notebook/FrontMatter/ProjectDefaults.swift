import Diagnostics
import YAMLDocuments

/// The defaults of all notebooks of a project, `reprise.yaml`: the same keys as the front matter.
package enum ProjectDefaults {
  /// Reads the file and checks its keys.
  ///
  /// - Returns: the node to give to `NotebookParser.parse(source:defaults:)`, nil when there is nothing usable in the file.
  package static func parse(_ file: SourceFile) -> (YAMLNode?, [Diagnostic]) {
    let (root, diagnostics) = YAMLDocument.parse(file)
    let context = ParseContext(file: file)
    context.diagnostics = diagnostics
    _ = FrontMatterReader(context).read(root)
    return (root?.entries == nil ? nil : root, context.diagnostics)
  }

  /// The front matter with the defaults laid under it: what the notebook says wins; mappings are joined key by key.
  package static func laid(_ defaults: YAMLNode?, under own: YAMLNode?) -> YAMLNode? {
    guard let defaults, let lower = defaults.entries else { return own }
    guard let own, !own.isNull else { return defaults }
    guard let upper = own.entries else { return own }
    var entries = upper
    var indices: [String: Int] = [:]
    for (index, entry) in upper.enumerated() { indices[entry.key] = index }
    for entry in lower {
      guard let index = indices[entry.key] else {
        entries.append(entry)
        continue
      }
      let isJoined = entries[index].value.entries != nil && entry.value.entries != nil && entry.key != "paper"
      if isJoined, let joined = laid(entry.value, under: entries[index].value) { entries[index].value = joined }
    }
    return YAMLNode(.mapping(entries), range: own.range)
  }
}
