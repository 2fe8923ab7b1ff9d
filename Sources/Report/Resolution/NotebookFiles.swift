import Foundation

/// Files beside a notebook: nothing outside its folder is ever read, whatever links point to.
package struct NotebookFiles: Sendable {
  package enum Failure: Error, Sendable, Hashable {
    case outside
    case missing
    case unreadable
  }

  let directory: String

  package init(directory: String) { self.directory = directory.isEmpty ? "." : directory }

  /// The bytes of a file by its path relative to the notebook.
  package func read(_ path: String) throws(Failure) -> [UInt8] {
    guard !path.hasPrefix("/"), !path.hasPrefix("~"), !path.split(separator: "/").contains("..") else { throw .outside }
    let root = URL(fileURLWithPath: directory, isDirectory: true).resolvingSymlinksInPath()
    let file = root.appendingPathComponent(path).resolvingSymlinksInPath()
    let rootPath = root.path.hasSuffix("/") ? root.path : root.path + "/"
    guard file.path.hasPrefix(rootPath) else { throw .outside }
    guard FileManager.default.fileExists(atPath: file.path) else { throw .missing }
    guard let data = FileManager.default.contents(atPath: file.path) else { throw .unreadable }
    return [UInt8](data)
  }

  /// Paths of the files in the folder of a path, relative to the notebook, for naming the nearest.
  package func neighbours(of path: String) -> [String] {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    guard !path.hasPrefix("/"), !path.contains("..") else { return [] }
    let url = URL(fileURLWithPath: directory, isDirectory: true).appendingPathComponent(folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.sorted().map { folder.isEmpty ? $0 : "\(folder)/\($0)" }
  }
}
