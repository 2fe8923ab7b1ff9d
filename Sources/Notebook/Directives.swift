import Diagnostics
import YAMLDocuments

/// `{experiment} ID`: what to compute.
package struct ExperimentDirective: Sendable, Hashable {
  package struct Setting: Sendable, Hashable {
    package var name: String
    package var nameRange: SourceRange
    package var value: YAMLNode

    package init(name: String, nameRange: SourceRange, value: YAMLNode) {
      self.name = name
      self.nameRange = nameRange
      self.value = value
    }
  }

  /// A swept parameter: its values, and the name of the column that tells them apart (`as`; the parameter's by default).
  package struct Sweep: Sendable, Hashable {
    package var name: String
    package var nameRange: SourceRange
    package var values: [YAMLNode]
    package var column: String

    package init(name: String, nameRange: SourceRange, values: [YAMLNode], column: String) {
      self.name = name
      self.nameRange = nameRange
      self.values = values
      self.column = column
    }
  }

  package enum Seeds: Sendable, Hashable {
    /// That many replicates, seeds 0, 1, …
    case count(Int)
    case list([Int])
  }

  /// `paper-slug/experiment`.
  package var experiment: String
  package var experimentRange: SourceRange
  package var label: Label
  package var parameters: [Setting]
  package var sweeps: [Sweep]
  package var seeds: Seeds?
  /// Parameters that hold at one scale only.
  package var scaleParameters: [String: [Setting]]
  package var timeoutSeconds: Double?
  package var memoryBytes: Int?

  package init(
    experiment: String, experimentRange: SourceRange, label: Label, parameters: [Setting] = [], sweeps: [Sweep] = [],
    seeds: Seeds? = nil, scaleParameters: [String: [Setting]] = [:], timeoutSeconds: Double? = nil,
    memoryBytes: Int? = nil
  ) {
    self.experiment = experiment
    self.experimentRange = experimentRange
    self.label = label
    self.parameters = parameters
    self.sweeps = sweeps
    self.seeds = seeds
    self.scaleParameters = scaleParameters
    self.timeoutSeconds = timeoutSeconds
    self.memoryBytes = memoryBytes
  }
}

/// `{chart}`: a figure drawn from tables; the grammar itself is the business of the charts' stage.
package struct ChartDirective: Sendable, Hashable {
  package var label: Label?
  package var caption: [Inline]
  /// As the author wrote it; nil means: generate one.
  package var alternativeText: String?
  /// The body without `label`, `caption` and `alt`.
  package var spec: YAMLNode
  /// The body as written.
  package var source: String
  /// `source: true`: the specification is printed above the figure.
  package var showsSource = false

  package init(label: Label?, caption: [Inline], alternativeText: String?, spec: YAMLNode, source: String) {
    self.label = label
    self.caption = caption
    self.alternativeText = alternativeText
    self.spec = spec
    self.source = source
  }
}

/// `{sql}`: a table.
package struct QueryDirective: Sendable, Hashable {
  package var label: Label?
  package var caption: [Inline]
  /// Column name to d3 format, or `± column`.
  package var formats: [String: String]
  package var sql: String
  /// Where the SQL text starts in the file (it runs on line by line from there).
  package var sqlStart: SourcePosition

  package init(label: Label?, caption: [Inline], formats: [String: String], sql: String, sqlStart: SourcePosition) {
    self.label = label
    self.caption = caption
    self.formats = formats
    self.sql = sql
    self.sqlStart = sqlStart
  }
}

/// `{claim}`: a statement of the paper, a query and what its value must be.
package struct ClaimDirective: Sendable, Hashable {
  package enum Interval: String, Sendable, Hashable, CaseIterable { case t, range, bootstrap }

  package var label: Label?
  /// Where the paper says so, e.g. "Theorem 2".
  package var sourceInPaper: [Inline]
  package var text: [Inline]
  package var sql: String
  package var sqlRange: SourceRange
  package var expectation: Expectation
  package var confidence: Double
  package var interval: Interval
  /// Label of the figure that shows it.
  package var figure: String?
  package var figureRange: SourceRange?

  package init(
    label: Label?, sourceInPaper: [Inline], text: [Inline], sql: String, sqlRange: SourceRange,
    expectation: Expectation, confidence: Double = 0.95, interval: Interval = .t, figure: String? = nil,
    figureRange: SourceRange? = nil
  ) {
    self.label = label
    self.sourceInPaper = sourceInPaper
    self.text = text
    self.sql = sql
    self.sqlRange = sqlRange
    self.expectation = expectation
    self.confidence = confidence
    self.interval = interval
    self.figure = figure
    self.figureRange = figureRange
  }
}

/// What a claim's value must be.
package enum Expectation: Sendable, Hashable {
  /// `in [a, b]`.
  case within(Double, Double)
  case less(Double)
  case lessOrEqual(Double)
  case greater(Double)
  case greaterOrEqual(Double)
  /// `= x ± tolerance`.
  case equal(Double, tolerance: Double)
  /// `true`: every value is non-zero.
  case isTrue
}

/// A directive that could not be read.
package struct FaultyDirective: Sendable, Hashable {
  /// The name in braces, e.g. "chart".
  package var name: String
  package var label: Label?
  /// The whole fence as written.
  package var source: String
  package var diagnostics: [Diagnostic]

  package init(name: String, label: Label?, source: String, diagnostics: [Diagnostic]) {
    self.name = name
    self.label = label
    self.source = source
    self.diagnostics = diagnostics
  }
}
