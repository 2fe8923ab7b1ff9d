import Diagnostics

/// Everything that a notebook's experiments will compute.
package struct Plan: Sendable {
  /// One per `{experiment}` directive, in document order, faulty ones included.
  package var experiments: [PlannedExperiment]
  /// Every fault of every experiment, and those of the options.
  package var diagnostics: [Diagnostic]

  package init(experiments: [PlannedExperiment], diagnostics: [Diagnostic]) {
    self.experiments = experiments
    self.diagnostics = diagnostics
  }

  package subscript(label: String) -> PlannedExperiment? { experiments.first { $0.label == label } }
}
