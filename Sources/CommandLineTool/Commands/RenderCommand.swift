import ArgumentParser
import Diagnostics
import Execution
import Experiments
import Report

/// `reprise render`
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Run the experiments of notebooks and write their reports.",
    discussion: "Example: reprise render Notebooks/label-noise-lasso.md --scale quick")

  enum Target: String, CaseIterable { case html, pdf }

  @Argument(help: "Notebooks, or folders of notebooks (default: Notebooks).")
  var paths: [String] = []

  @Option(help: ArgumentHelp("What to write.", valueName: "html,pdf"))
  var to = "html,pdf"

  @Option(help: "quick, standard or paper, instead of the notebook's own.")
  var scale: Scale?

  @Option(name: [.customShort("P"), .customLong("parameter")], help: ArgumentHelp("A parameter of every experiment that has it; repeat for several.", valueName: "name:value"))
  var parameters: [ParameterArgument] = []

  @Option(help: "How many workers run at once (default: the number of cores).")
  var jobs: Int?

  @Option(help: "The folder to write to.")
  var out = "Output"

  @Flag(help: "Run even what is stored.")
  var force = false

  @Flag(help: "No progress, no summary.")
  var quiet = false

  @Flag(help: "Pass raw HTML through instead of showing it as text.")
  var allowRawHTML = false

  @OptionGroup var diagnosticOptions: DiagnosticOptions

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
    _ = try targets()
  }

  private func targets() throws -> Set<Target> {
    let names = to.split(separator: ",").map(String.init)
    let targets = names.compactMap(Target.init(rawValue:))
    guard targets.count == names.count, !targets.isEmpty else { throw ValidationError("--to takes html, pdf or html,pdf; found '\(to)'") }
    return Set(targets)
  }

  func run() throws {
    var status = ExitStatus.fine
    do {
      let notebooks = try Project.notebooks(in: paths)
      let output = OutputFolder(path: out)
      try output.prepare()
      let renderer = try NotebookRenderer(
        output: output, targets: targets(), plan: PlanOptions(scale: scale, overrides: parameters.map(\.override)),
        execution: ExecutorOptions(jobs: jobs, force: force, progress: ProgressReporters.make(isQuiet: quiet), cancellation: Cancellation.onInterrupt()),
        allowsRawHTML: allowRawHTML)
      for path in notebooks {
        let rendering = try renderer.render(path)
        Console.report(rendering.diagnostics, format: diagnosticOptions.diagnostics, sources: rendering.sources)
        if !quiet { Console.note(rendering.summary) }
        status = max(status, rendering.status)
      }
      try output.writeIndex()
    } catch let fault as ProjectFault {
      Console.report([fault.diagnostic], sources: [])
      status = .usage
    } catch let failure as FileOutput.Failure {
      Console.report([failure.diagnostic], sources: [])
      status = .usage
    }
    try status.finish()
  }
}
