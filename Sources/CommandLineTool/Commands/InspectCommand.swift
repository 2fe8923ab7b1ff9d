import ArgumentParser
import Notebook
import Tables

/// `reprise inspect NOTEBOOK`
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "inspect", abstract: "Show a parsed notebook with source ranges.")

  @Argument(help: "The notebook.")
  var notebook: String

  @Option(help: "text or json.")
  var format = ListCommand.Format.text

  func run() throws {
    guard let source = Project.read(notebook) else {
      Console.report([ProjectFault.missing(notebook, near: []).diagnostic], sources: [])
      return try ExitStatus.usage.finish()
    }
    let (parsed, sources, defaultFaults) = Project.parse(source)
    switch format {
    case .text: Console.write(NotebookDump.text(parsed))
    case .json: Console.write(NotebookInspector.json(parsed).text() + "\n")
    }
    let faults = defaultFaults + parsed.diagnostics
    Console.report(faults, sources: sources)
    if faults.contains(where: { $0.severity == .error }) { try ExitStatus.notebookFaulty.finish() }
  }
}
