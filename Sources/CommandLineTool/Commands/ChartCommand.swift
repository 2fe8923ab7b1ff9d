import ArgumentParser
import Charting
import Diagnostics
import Foundation
import Graphics
import Report
import Tables
import Typography
import YAMLDocuments

/// `reprise chart SPEC`
struct ChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart", abstract: "Draw one chart alone.",
    discussion: """
      The specification is YAML or JSON in the chart grammar. --data gives the rows to a specification that names no data of its own,
      and to one that asks for a table by name. Example: reprise chart rates.yaml --data rates.csv --out rates.svg
      """)

  @Argument(help: "The specification, a YAML or JSON file.")
  var spec: String

  @Option(help: "A CSV, TSV or JSON file of rows.")
  var data: String?

  @Option(help: ArgumentHelp("Where to write; the ending says what.", valueName: "file.svg|.pdf|.png|.json"))
  var out: String

  func validate() throws { _ = try ending() }

  private func ending() throws -> String { try DrawingOutput.ending(of: out, others: ["json"]) }

  func run() throws {
    guard let source = Project.read(spec).map(JSONEscapes.joined) else {
      Console.report([ProjectFault.missing(spec, near: []).diagnostic], sources: [])
      return try ExitStatus.usage.finish()
    }
    // 1. The specification and its rows.
    let (node, faults) = YAMLDocument.parse(source)
    let given = try rows(source)
    guard let node, !faults.contains(where: { $0.severity == .error }) else {
      Console.report(faults, sources: [source])
      return try ExitStatus.notebookFaulty.finish()
    }
    // 2. The drawing.
    let fonts = FontLibrary()
    var compiler = ChartCompiler(labels: LabelTypesetter(fonts: fonts))
    let spec = given == nil || node["data"] != nil ? node : ChartCommand.naming(node)
    let result = compiler.compile(spec: spec) { asked in fetch(asked, given) }
    Console.report(faults + result.diagnostics + fonts.diagnostics, sources: [source])
    guard let list = result.list else { return try ExitStatus.notebookFaulty.finish() }
    // 3. The file.
    do { try write(result, list, fonts) } catch let failure as FileOutput.Failure {
      Console.report([failure.diagnostic], sources: [])
      return try ExitStatus.usage.finish()
    }
    for note in result.notes { Console.note(note) }
    if result.diagnostics.contains(where: { $0.severity == .error }) { try ExitStatus.notebookFaulty.finish() }
  }

  /// The table of `--data`, or nil when none is given.
  private func rows(_ source: SourceFile) throws -> Table? {
    guard let data else { return nil }
    switch load(data) {
    case .success(let table): return table
    case .failure(let fault):
      Console.report([fault], sources: [])
      throw ExitCode(ExitStatus.usage.rawValue)
    }
  }

  private func load(_ path: String) -> Result<Table, Diagnostic> {
    guard let bytes = FileManager.default.contents(atPath: path) else { return .failure(ProjectFault.missing(path, near: []).diagnostic) }
    return RowsFile.table([UInt8](bytes), path: path, format: nil)
  }

  private func fetch(_ asked: DataSource, _ given: Table?) -> Result<Table, Diagnostic> {
    switch asked {
    case .table(let name, let range):
      if let given { return .success(given) }
      return .failure(Diagnostic("RP0712", "the chart asks for the table '\(name)'; give its rows with --data", at: range))
    case .query(_, let range):
      return .failure(Diagnostic("RP0713", "a SELECT needs the tables of a notebook; give the rows with --data", at: range))
    case .url(let path, let format, let range):
      let folder = Project.folder(of: spec)
      do {
        return RowsFile.table(try NotebookFiles(directory: folder).read(path), path: path, format: format)
      } catch {
        return .failure(Diagnostic("RP0904", "data file '\(path)' is not there or lies outside the folder of the specification", at: range))
      }
    }
  }

  /// The specification with data of its own name, so that the rows of `--data` are asked for.
  private static func naming(_ node: YAMLNode) -> YAMLNode {
    guard let entries = node.entries else { return node }
    let name = YAMLNode(.scalar(YAMLScalar("data", isPlain: true)), range: node.range)
    return YAMLNode(.mapping([YAMLEntry(key: "data", keyRange: node.range, value: name)] + entries), range: node.range)
  }

  private func write(_ result: ChartResult, _ list: DisplayList, _ fonts: FontLibrary) throws {
    let ending = try ending()
    guard ending == "json" else { return try DrawingOutput.write(list, to: out, ending: ending, fonts: fonts) }
    try FileOutput.write(Array((result.scene.json + "\n").utf8), to: out)
  }
}
