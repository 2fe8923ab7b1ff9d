/// How far an execution is.
package struct ProgressSnapshot: Sendable, Hashable {
  /// A job at work.
  package struct Running: Sendable, Hashable {
    /// The experiment's label, or its id outside a notebook.
    package var label: String
    /// Swept values and seed; empty for the only job.
    package var job: String
    /// From 0 to 1, as far as the experiment reports it.
    package var fraction: Double
    package var seconds: Double
  }

  /// An experiment, all of whose jobs have ended.
  package struct Finished: Sendable, Hashable {
    package var label: String
    package var jobCount: Int
    package var cachedCount: Int
    package var failedCount: Int
  }

  package var jobCount: Int
  package var doneCount: Int
  package var cachedCount: Int
  package var failedCount: Int
  package var running: [Running]
  /// In the order in which they ended; grows from one snapshot to the next.
  package var finished: [Finished]
  package var elapsedSeconds: Double
  /// Of the time left, once there is something to go by.
  package var remainingSeconds: Double?
}
