import Glibc

/// How a plan is executed; nothing here changes a result.
package struct ExecutorOptions: Sendable {
  /// How many workers may run at once.
  package var jobs: Int
  /// Runs every job, stored or not.
  package var force: Bool
  /// The program that is started as a worker: it calls `Worker.serveIfAsked` with the same registry.
  package var workerPath: String
  package var progress: any ProgressReporter
  package var cancellation: CancellationSignal?

  package init(
    jobs: Int? = nil, force: Bool = false, workerPath: String = "/proc/self/exe",
    progress: any ProgressReporter = SilentProgress(), cancellation: CancellationSignal? = nil
  ) {
    self.jobs = jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    self.force = force
    self.workerPath = workerPath
    self.progress = progress
    self.cancellation = cancellation
  }
}
