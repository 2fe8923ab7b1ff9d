/// Something that can be computed again: typed parameters in, tidy tables out.
///
///     struct Recovery: Experiment {
///       static let id = "label-noise-lasso/recovery"
///       static let summary = "Error to the truth of four descents (Figure 1, left)."
///       static let replication = Replication.seeds(quick: 5, standard: 5, paper: 1)
///       static let tables = [TableSchema("trajectory", "…", [ColumnSchema("step", .integer), ColumnSchema("error", .real)])]
///
///       @Parameter("Number of samples.", range: .atLeast(1), default: 40) var n: Int
///
///       func run(in context: RunContext) throws -> ExperimentResult { … }
///     }
///
/// All stored properties are `@Parameter`s or a `ParameterGroup` of them. An experiment is a pure function of its parameters, its seed and the random
/// streams of its context: no clock, no global state, no files but those read through the context.
public protocol Experiment: ParameterGroup {
  /// `paper-slug/name`, lower case with hyphens.
  static var id: String { get }
  /// One sentence: what it shows, and the theorem, equation or figure that it mirrors.
  static var summary: String { get }
  /// The tables it returns, the first being the default one. The seed's column is not listed; it is added by the runner.
  static var tables: [TableSchema] { get }
  /// Whether it is random, and how often it is repeated by default.
  static var replication: Replication { get }

  /// Problems between parameters that are fine one by one, such as `d < n`; runs before any work.
  func validate() -> [ParameterProblem]

  /// Paths of the user's files that it reads through its context, relative to the notebook's folder: stored results
  /// are made anew when one of them changes.
  var dataFiles: [String] { get }

  /// Computes the tables. Long loops call `context.checkCancellation()` and `context.report(_:)` now and then.
  func run(in context: RunContext) throws -> ExperimentResult
}

extension Experiment {
  public static var replication: Replication { .none }
  public func validate() -> [ParameterProblem] { [] }
  public var dataFiles: [String] { [] }
}
