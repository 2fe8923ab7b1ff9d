import Foundation
import PackagePlugin

/// Generates `SourceDigests`, the digests of the sources that a target's numbers depend on, for the keys of stored
/// results: those of the target's own folders, and those of every target below it that computes numbers.
@main struct SourceDigests: BuildToolPlugin {
  /// Targets of Reprise that carry numbers but do not change them; what lies below them is reached otherwise.
  private static let carriers: Set<String> = [
    "CReprise", "Charting", "CommandLineTool", "Diagnostics", "Digests", "Execution", "Experiments", "Graphics", "Notebook",
    "Query", "Report", "ReportHTML", "ReportPDF", "Tables", "Typography", "YAMLDocuments",
  ]

  func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
    guard let module = target.sourceModule else { return [] }
    let output = context.pluginWorkDirectoryURL.appending(path: "SourceDigests.swift")
    var visited: Set<String> = [target.id]
    var arguments = ["--output", output.path(percentEncoded: false)]
    var inputs: [URL] = []
    for source in [module] + below(target, &visited).sorted(by: { $0.name < $1.name }) {
      let files = sources(of: source).filter { !isWithin($0, context.pluginWorkDirectoryURL) }.sorted { $0.path < $1.path }
      arguments += ["--target", source.name, source.directoryURL.path(percentEncoded: false)]
      arguments += files.map { $0.path(percentEncoded: false) }
      inputs += files
    }
    return [
      .buildCommand(
        displayName: "Digesting the sources of \(target.name)",
        executable: try context.tool(named: "SourceDigestTool").url, arguments: arguments, inputFiles: inputs,
        outputFiles: [output])
    ]
  }

  /// The files that a module is compiled from. Of a C module the package manager names neither the headers nor what
  /// stands in folders of their own to be included.
  private func sources(of module: any SourceModuleTarget) -> [URL] {
    guard module is ClangSourceModuleTarget else { return module.sourceFiles.map(\.url) }
    let all = FileManager.default.enumerator(at: module.directoryURL, includingPropertiesForKeys: nil)
    return (all?.allObjects ?? []).compactMap { $0 as? URL }.filter { ["c", "h", "S"].contains($0.pathExtension) }
  }

  /// The targets below one whose sources change its numbers.
  private func below(_ target: any Target, _ visited: inout Set<String>) -> [any SourceModuleTarget] {
    var found: [any SourceModuleTarget] = []
    for dependency in dependencies(of: target) where visited.insert(dependency.id).inserted {
      if SourceDigests.carriers.contains(dependency.name) { continue }
      // The umbrella is passed through, for what it stands on.
      if dependency.name != "RepriseKit", let module = dependency.sourceModule { found.append(module) }
      found += below(dependency, &visited)
    }
    return found
  }

  private func dependencies(of target: any Target) -> [any Target] {
    target.dependencies.flatMap { dependency -> [any Target] in
      switch dependency {
      case .target(let target): return [target]
      case .product(let product): return product.targets
      @unknown default: return []
      }
    }
  }

  private func isWithin(_ file: URL, _ folder: URL) -> Bool { file.path.hasPrefix(folder.path + "/") }
}
