import Diagnostics
import Experiments

/// Executes plans: takes what is stored, runs the rest in workers, keeps it, and puts the tables together.
package struct Executor: Sendable {
  let store: ResultsStore?
  let options: ExecutorOptions

  /// - Parameter store: nil to keep nothing.
  package init(store: ResultsStore?, options: ExecutorOptions = ExecutorOptions()) {
    self.store = store
    self.options = options
  }

  /// Executes every experiment of a plan; blocks until each job has ended one way or another.
  ///
  /// Rows come in the order of the plan whatever the number of workers. No worker is started if everything is stored.
  package func execute(_ plan: Plan) -> ExecutionResult {
    let start = MonotonicClock.now
    var run = PlanRun(plan.experiments, store: store, options: options)
    // 1. What is stored.
    if !options.force { run.loadStored() }
    // 2. What is not, each distinct job once.
    run.runMissing()
    // 3. Tables.
    var statistics = ExecutionStatistics()
    statistics.jobs = run.statistics
    let outcomes = plan.experiments.indices.map { run.outcome(of: $0) }
    statistics.wallSeconds = MonotonicClock.now - start
    return ExecutionResult(
      outcomes: outcomes, diagnostics: plan.diagnostics + run.warnings, statistics: statistics)
  }

  /// Executes one experiment outside any notebook; its tables have the names that the experiment gives them.
  package func execute(_ experiment: PlannedExperiment) -> ExecutionResult {
    execute(Plan(experiments: [experiment], diagnostics: experiment.faults))
  }
}
