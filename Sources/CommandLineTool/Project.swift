import Diagnostics
import Foundation
import Notebook
import YAMLDocuments

/// The folder that the command runs in: where notebooks are found and results stored.
enum Project {
  static let storeFolder = ".reprise/store"
  static let notebookFolder = "Notebooks"

  /// The notebooks of some paths: files as given, folders by their `.md` files in alphabetical order, README left out.
  static func notebooks(in paths: [String]) throws(ProjectFault) -> [String] {
    var found: [String] = []
    for path in paths.isEmpty ? [notebookFolder] : paths {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .missing(path, near: neighbours(of: path)) }
      guard isFolder.boolValue else {
        found.append(path)
        continue
      }
      let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
      let files = names.filter { $0.hasSuffix(".md") && !$0.lowercased().hasPrefix("readme") && !$0.hasPrefix(".") }
      if files.isEmpty { throw .noNotebooks(path) }
      found += files.map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
    }
    return found
  }

  private static func neighbours(of path: String) -> [String] {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    return names.sorted().map { folder.isEmpty ? $0 : "\(folder)/\($0)" }
  }

  static func read(_ path: String) -> SourceFile? {
    FileManager.default.contents(atPath: path).map { SourceFile(path: path, bytes: [UInt8]($0)) }
  }

  /// Parses a notebook with the defaults of `reprise.yaml` beside it.
  ///
  /// - Returns: the notebook, the sources that messages may quote, and what is wrong with the defaults.
  static func parse(_ source: SourceFile) -> (notebook: Notebook, sources: [SourceFile], faults: [Diagnostic]) {
    guard let file = read(folder(of: source.path) + "/reprise.yaml") else {
      let notebook = NotebookParser.parse(source: source)
      return (notebook, [notebook.source], [])
    }
    let (node, faults) = ProjectDefaults.parse(file)
    let notebook = NotebookParser.parse(source: source, defaults: node)
    return (notebook, [notebook.source, file], faults)
  }

  /// The folder of a path, "." for a bare name.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The file name without its extension.
  static func slug(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
  }
}

/// Why there is nothing to render.
enum ProjectFault: Error {
  case missing(String, near: [String])
  case noNotebooks(String)

  var diagnostic: Diagnostic {
    switch self {
    case .missing(let path, let near):
      let nearest = NearestNames.of(path, in: near).first
      return Diagnostic("RP0021", "no such file or folder: '\(path)'" + (nearest.map { "; did you mean '\($0)'?" } ?? ""))
    case .noNotebooks(let path): return Diagnostic("RP0022", "no notebooks (*.md) in '\(path)'")
    }
  }
}
