import Diagnostics
import Execution
import Experiments
import Foundation
import Graphics
import Notebook
import Query
import Report
import ReportHTML
import ReportPDF
import Tables
import Typography
import YAMLDocuments

/// Takes a notebook from its text to its reports: the whole arrow, one stage after the other.
final class NotebookRenderer {
  struct Rendering {
    var diagnostics: [Diagnostic]
    var sources: [SourceFile]
    var status: ExitStatus
    var summary: String
  }

  private let output: OutputFolder
  private let targets: Set<RenderCommand.Target>
  private let planOptions: PlanOptions
  private let executor: Executor
  private let allowsRawHTML: Bool
  private let fonts = FontLibrary()

  init(output: OutputFolder, targets: Set<RenderCommand.Target>, plan: PlanOptions, execution: ExecutorOptions, allowsRawHTML: Bool) {
    self.output = output
    self.targets = targets
    planOptions = plan
    executor = Executor(store: ResultsStore(folder: Project.storeFolder), options: execution)
    self.allowsRawHTML = allowsRawHTML
  }

  func render(_ path: String) throws -> Rendering {
    var watch = Stopwatch()
    // 1. Text to notebook.
    guard let source = Project.read(path) else { throw FileOutput.Failure(path: path, reason: "it cannot be read") }
    var (notebook, sources, faults) = Project.parse(source)
    if let scale = planOptions.scale { notebook.frontMatter.scale = scale.rawValue }
    watch.lap("parse")
    // 2. Notebook to plan, plan to results.
    let plan = Planner(registry: RepriseTool.registry).plan(notebook, options: planOptions)
    watch.lap("plan")
    let execution = executor.execute(plan)
    watch.lap("execute")
    // 3. Results to report.
    var options = ReportBuilder.Options(slug: Project.slug(of: path), directory: Project.folder(of: path))
    options.allowsRawHTML = allowsRawHTML
    options.producer = "Reprise \(RepriseTool.version)"
    let builder = try ReportBuilder(notebook: notebook, execution: execution, fonts: fonts, options: options)
    let report = builder.build()
    watch.lap("resolve")
    // 4. Report to files.
    try write(report, builder, &watch, execution)
    faults += notebook.diagnostics + execution.diagnostics + report.diagnostics + fonts.diagnostics
    let status = status(report, execution, faults)
    return Rendering(
      diagnostics: faults, sources: sources, status: status,
      summary: "\(path): \(VerdictSummary.sentence(report).isEmpty || report.claims.isEmpty ? "no claims." : VerdictSummary.sentence(report)) \(output.path)/\(report.slug)/")
  }

  private func write(_ report: Report, _ builder: ReportBuilder, _ watch: inout Stopwatch, _ execution: ExecutionResult) throws {
    let folder = try output.folder(of: report.slug)
    if targets.contains(.html) {
      try FileOutput.write(Array(HTMLReportWriter(fonts: fonts).write(report).utf8), to: "\(folder)/index.html")
      watch.lap("html")
    }
    if targets.contains(.pdf) {
      try FileOutput.write(PDFReportWriter(fonts: fonts).write(report), to: "\(folder)/\(report.slug).pdf")
      watch.lap("pdf")
    }
    try FigureFiles(folder: folder, fonts: fonts).write(report)
    watch.lap("figures")
    try writeTables(report, builder, to: folder)
    watch.lap("tables")
    let record = BuildRecord(report: report, execution: execution, stages: watch.laps)
    try FileOutput.write(Array((record.json.text() + "\n").utf8), to: "\(folder)/build.json")
  }

  private func writeTables(_ report: Report, _ builder: ReportBuilder, to folder: String) throws {
    guard !report.tables.isEmpty else { return }
    try FileOutput.makeFolder("\(folder)/tables")
    for (name, table) in report.tables { try FileOutput.write(CSV.write(table), to: "\(folder)/tables/\(name).csv") }
    let database = "\(folder)/results.sqlite"
    let temporary = "\(database).\(getpid()).tmp"
    try builder.writeDatabase(to: temporary)
    guard rename(temporary, database) == 0 else { throw FileOutput.Failure(path: database, reason: String(cString: strerror(errno))) }
  }

  private func status(_ report: Report, _ execution: ExecutionResult, _ faults: [Diagnostic]) -> ExitStatus {
    var status = ExitStatus.fine
    if report.claims.contains(where: { $0.verdict == .refuted }) { status = .claimRefuted }
    if faults.contains(where: { $0.severity == .error }) { status = .notebookFaulty }
    let failed = execution.outcomes.contains { if case .failed = $0.state { true } else { false } }
    return failed ? .experimentFailed : status
  }
}
