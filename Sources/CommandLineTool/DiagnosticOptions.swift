import ArgumentParser

/// How faults are printed.
struct DiagnosticOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable { case console, github, json, sarif }

  @Option(help: "How faults are printed: console, github, json or sarif.")
  var diagnostics = Format.console
}
