import Execution
import Experiments

/// Words why an experiment gave no result.
package enum FailureText {
  /// The box of a failed experiment: each kind of failure once, with the jobs it happened to, and the worker's last lines.
  static func block(_ outcome: ExperimentOutcome, _ failures: [JobFailure], anchor: String?) -> FailureBlock {
    var reasons: [(text: String, jobs: [String])] = []
    for failure in failures {
      let text = sentence(failure.reason)
      let job = self.job(failure)
      if let known = reasons.firstIndex(where: { $0.text == text }) {
        reasons[known].jobs.append(job)
      } else {
        reasons.append((text, [job]))
      }
    }
    let messages = reasons.map { reason in
      let jobs = reason.jobs.filter { !$0.isEmpty }
      let shown = jobs.prefix(4).joined(separator: "; ") + (jobs.count > 4 ? "; and \(jobs.count - 4) more" : "")
      return jobs.isEmpty ? reason.text : "\(reason.text) (\(shown))"
    }
    let count = failures.count == outcome.jobCount ? "" : " (\(failures.count) of \(outcome.jobCount) jobs)"
    return FailureBlock(
      kind: .failed, anchor: anchor, title: "Experiment \(outcome.label) failed\(count)",
      messages: ["\(outcome.experiment) at scale \(outcome.scale.rawValue)"] + messages,
      excerpt: failures.first { !$0.lastLines.isEmpty }?.lastLines ?? [])
  }

  /// The same for a terminal: title, reasons, the worker's last lines.
  package static func lines(_ outcome: ExperimentOutcome, _ failures: [JobFailure]) -> [String] {
    let block = block(outcome, failures, anchor: nil)
    return [block.title.replacing("Experiment  failed", with: "\(outcome.experiment) failed")] + block.messages + block.excerpt.map { "  | \($0)" }
  }

  /// "seed 3, label_noise = 0.5".
  private static func job(_ failure: JobFailure) -> String {
    let point = failure.point.map { "\($0.name) = \($0.value.displayText)" }
    return (failure.seed.map { ["seed \($0)"] } ?? []).joined() + (failure.seed != nil && !point.isEmpty ? ", " : "") + point.joined(separator: ", ")
  }

  package static func sentence(_ reason: JobFailure.Reason) -> String {
    switch reason {
    case .error(let message): "it reported: \(message)"
    case .crashed(let signal, let name): "the worker crashed with signal \(signal) (\(name))"
    case .timedOut(let seconds): "it did not finish within \(ReadableNumber.text(seconds)) s and was stopped"
    case .outOfMemory(let limit): "it needed more than its \(ReadableNumber.text(Double(limit) / 1_000_000)) MB of memory"
    case .lost(let code): "the worker ended without a result (exit code \(code))"
    case .cancelled: "it was cancelled"
    }
  }
}
