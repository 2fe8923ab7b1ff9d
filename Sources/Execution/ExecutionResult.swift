import Diagnostics
import Experiments
import Tables

/// What the experiments of a notebook gave: one outcome per `{experiment}` directive, in document order.
package struct ExecutionResult: Sendable {
  package var outcomes: [ExperimentOutcome]
  /// Faults found before running (unknown experiment, bad parameters, clashing columns), with their places.
  package var diagnostics: [Diagnostic]
  package var statistics: ExecutionStatistics

  package init(outcomes: [ExperimentOutcome], diagnostics: [Diagnostic], statistics: ExecutionStatistics) {
    self.outcomes = outcomes
    self.diagnostics = diagnostics
    self.statistics = statistics
  }

  /// The outcome of the experiment with a label.
  package subscript(label: String) -> ExperimentOutcome? { outcomes.first { $0.label == label } }
}

/// What one `{experiment}` directive gave.
package struct ExperimentOutcome: Sendable {
  package enum State: Sendable {
    /// All jobs are done: the SQL tables by their full names (`runs`, `runs_trajectory`), sweep and seed columns included.
    case succeeded(tables: [ResultTable])
    /// At least one job failed; tables hold the rows of the jobs that succeeded, if any.
    case failed([JobFailure], tables: [ResultTable])
    /// The directive was faulty; nothing was run.
    case faulty([Diagnostic])
  }

  package var label: String
  package var experiment: String
  package var summary: String
  package var scale: Scale
  /// Parameters that hold for all jobs, in declaration order.
  package var parameters: [ResolvedParameters.Entry]
  /// Swept parameters with their values.
  package var sweeps: [(name: String, values: [ParameterLiteral])]
  /// Seeds that were run; empty for a deterministic experiment.
  package var seeds: [Int]
  package var range: SourceRange
  package var state: State
  package var jobCount: Int
  package var cachedJobCount: Int
  /// Sum over its jobs of the seconds of computing, when they were computed.
  package var seconds: Double

  package init(
    label: String, experiment: String, summary: String, scale: Scale, parameters: [ResolvedParameters.Entry],
    sweeps: [(name: String, values: [ParameterLiteral])], seeds: [Int], range: SourceRange, state: State,
    jobCount: Int, cachedJobCount: Int, seconds: Double
  ) {
    self.label = label
    self.experiment = experiment
    self.summary = summary
    self.scale = scale
    self.parameters = parameters
    self.sweeps = sweeps
    self.seeds = seeds
    self.range = range
    self.state = state
    self.jobCount = jobCount
    self.cachedJobCount = cachedJobCount
    self.seconds = seconds
  }

  /// The tables there are, complete or not.
  package var tables: [ResultTable] {
    switch state {
    case .succeeded(let tables), .failed(_, let tables): tables
    case .faulty: []
    }
  }

  package var isComplete: Bool { if case .succeeded = state { true } else { false } }
}

/// A table of results under its SQL name.
package struct ResultTable: Sendable {
  package var name: String
  package var summary: String
  /// Sweep columns, then the experiment's columns with `seed` at its place.
  package var table: Table
  /// What each column holds, in the order of the table.
  package var columns: [ColumnSchema]

  package init(name: String, summary: String, table: Table, columns: [ColumnSchema]) {
    self.name = name
    self.summary = summary
    self.table = table
    self.columns = columns
  }
}

/// Why a job gave no result.
package struct JobFailure: Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    /// The experiment threw: its message.
    case error(String)
    /// A Swift trap or another signal: its number and name.
    case crashed(signal: Int, name: String)
    case timedOut(seconds: Double)
    case outOfMemory(limitBytes: Int)
    /// The worker ended without a result.
    case lost(exitCode: Int)
    case cancelled
  }

  package var reason: Reason
  package var seed: Int?
  /// The swept parameters' values of this job.
  package var point: [ResolvedParameters.Entry]
  /// The last lines that the worker wrote to its standard error.
  package var lastLines: [String]

  package init(reason: Reason, seed: Int?, point: [ResolvedParameters.Entry], lastLines: [String]) {
    self.reason = reason
    self.seed = seed
    self.point = point
    self.lastLines = lastLines
  }
}

/// Figures for `build.json`; never part of a report.
package struct ExecutionStatistics: Sendable, Hashable {
  package struct Job: Sendable, Hashable {
    package var label: String
    package var key: String
    package var isCached: Bool
    package var seconds: Double
    package var peakMemoryBytes: Int

    package init(label: String, key: String, isCached: Bool, seconds: Double, peakMemoryBytes: Int) {
      self.label = label
      self.key = key
      self.isCached = isCached
      self.seconds = seconds
      self.peakMemoryBytes = peakMemoryBytes
    }
  }

  package var jobs: [Job] = []
  package var wallSeconds: Double = 0

  package init() {}
}
