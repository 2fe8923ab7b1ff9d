/// How large an experiment is run.
public enum Scale: String, Sendable, Hashable, Codable, CaseIterable {
  /// Seconds; for continuous integration.
  case quick
  /// The size of the report.
  case standard
  /// The paper's own size; may take hours or the user's data.
  case paper
}
