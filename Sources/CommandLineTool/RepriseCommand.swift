import ArgumentParser

/// The root of the command line.
struct RepriseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reprise",
    abstract: "Renders notebooks that re-run papers: experiments, charts and checked claims as HTML and PDF.",
    discussion: """
      Start with 'reprise list' to see the experiments, 'reprise run EXPERIMENT' for its numbers as CSV,
      and 'reprise render' for the reports of all notebooks in Notebooks/.

      Exit codes: 0 all fine, 1 a claim is refuted, 2 a notebook is faulty, 3 an experiment failed,
      64 wrong usage, 70 internal error.
      """,
    version: RepriseTool.version,
    subcommands: [
      RenderCommand.self, RunCommand.self, ListCommand.self, DescribeCommand.self, InspectCommand.self, PlanCommand.self, WhyCommand.self,
      WhyCommand.self,
      ChartCommand.self, MathCommand.self,
    ])
}
