import Experiments

extension PlanRun {
  /// Figures for each job, in the order of the plan.
  var statistics: [ExecutionStatistics.Job] {
    experiments.flatMap { experiment in
      experiment.jobs.compactMap { job in
        guard case .finished(let output, let isCached)? = results[job.key.digest] else { return nil }
        return .init(
          label: experiment.label, key: job.key.digest, isCached: isCached, seconds: output.seconds,
          peakMemoryBytes: output.peakMemoryBytes)
      }
    }
  }

  /// What an experiment gave, once each of its jobs has a result.
  func outcome(of index: Int) -> ExperimentOutcome {
    let experiment = experiments[index]
    var failures: [JobFailure] = []
    var finished: [(job: Job, result: ExperimentResult)] = []
    var cached = 0
    var seconds = 0.0
    for job in experiment.jobs {
      switch results[job.key.digest] {
      case .finished(let output, let isCached):
        finished.append((job, output.result))
        cached += isCached ? 1 : 0
        seconds += output.seconds
      case .failed(let reason, let lines):
        failures.append(JobFailure(reason: reason, seed: job.seed, point: job.point, lastLines: lines))
      case nil: failures.append(JobFailure(reason: .cancelled, seed: job.seed, point: job.point, lastLines: []))
      }
    }
    let state: ExperimentOutcome.State
    if !experiment.faults.isEmpty {
      state = .faulty(experiment.faults)
    } else {
      let tables = TableAssembly(experiment).tables(of: finished)
      state = failures.isEmpty ? .succeeded(tables: tables) : .failed(failures, tables: finished.isEmpty ? [] : tables)
    }
    return ExperimentOutcome(
      label: experiment.label, experiment: experiment.experiment, summary: experiment.summary, scale: experiment.scale,
      parameters: experiment.parameters, sweeps: experiment.sweeps.map { ($0.name, $0.values) }, seeds: experiment.seeds,
      range: experiment.range, state: state, jobCount: experiment.jobs.count, cachedJobCount: cached, seconds: seconds)
  }
}
