import Digests
import Foundation

/// What the build plugin asks for.
struct ToolArguments {
  struct UsageError: Error, CustomStringConvertible { var description: String }

  var output: String
  var targets: [SourceTree] = []

  init(_ arguments: [String]) throws {
    guard arguments.count > 4, arguments[0] == "--output", arguments[2] == "--target" else {
      throw UsageError(description: "usage: SourceDigestTool --output FILE --target NAME FOLDER FILE…")
    }
    output = arguments[1]
    for group in arguments.dropFirst(2).split(separator: "--target") {
      let words = Array(group)
      guard words.count >= 2 else { throw UsageError(description: "--target needs a name and a folder") }
      targets.append(try ToolArguments.tree(name: words[0], folder: words[1], files: words.dropFirst(2)))
    }
  }

  private static func tree(name: String, folder: String, files: ArraySlice<String>) throws -> SourceTree {
    let root = folder.hasSuffix("/") ? folder : folder + "/"
    return SourceTree(
      name: name,
      files: try files.map { path in
        let relative = path.hasPrefix(root) ? String(path.dropFirst(root.count)) : URL(fileURLWithPath: path).lastPathComponent
        return .init(path: relative, contents: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
      })
  }
}
