import ArgumentParser
import Diagnostics
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
    NumericalPlatform.endIdleThreads()
    $registry.withValue(registry) {
      do {
        try refuseUnknownCommand()
        var command = try RepriseCommand.parseAsRoot()
        try command.run()
      } catch {
        RepriseCommand.exit(withError: error)
      }
    }
    RepriseCommand.exit()
  }

  /// A word in a command's place that is none: names the nearest command.
  private static func refuseUnknownCommand() throws {
    guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-"), word != "help" else { return }
    let known = RepriseCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
    guard !known.contains(word) else { return }
    Console.report([.unknownName("RP0023", "command", word, known: known)], sources: [])
    try ExitStatus.usage.finish()
  }
}
