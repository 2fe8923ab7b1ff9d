import ArgumentParser
import Execution
import Experiments

/// The whole command line, for a program that brings its own papers.
///
///     import RepriseKit
///     RepriseTool.main(papers: [myPaper])
public enum RepriseTool {
  /// The version that reports and `--version` show.
  public static let version = "0.1.0"

  /// The experiments that the commands of this process know.
  @TaskLocal static var registry = Registry([])

  /// Runs the command that the process was started with, and ends the process with its exit code.
  ///
  /// The same program serves as its own worker, so that a crash of an experiment never takes the report with it.
  public static func main(papers: [Paper]) -> Never {
    let registry = Registry(papers)
    Worker.serveIfAsked(registry: registry)
    $registry.withValue(registry) {
      do {
        var command = try RepriseCommand.parseAsRoot()
        try command.run()
      } catch {
        RepriseCommand.exit(withError: error)
      }
    }
    RepriseCommand.exit()
  }
}
