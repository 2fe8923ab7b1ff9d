import Execution
import Foundation
import Report
import Tables

/// What a build was like: everything that may differ from run to run, and what the index page shows.
struct BuildRecord {
  let report: Report
  let execution: ExecutionResult
  let stages: [(stage: String, seconds: Double)]

  var json: JSONValue {
    let jobs = execution.statistics.jobs
    return .object(pairs: [
      ("producer", .string("Reprise \(RepriseTool.version)")), ("slug", .string(report.slug)), ("title", .string(report.plainTitle)), ("lang", .string(report.lang)),
      ("paper", paper), ("scale", .string(report.scale)),
      ("verdicts", .object(pairs: Claim.Verdict.allCases.map { ($0.rawValue, .integer(VerdictSummary.count(report, $0))) })),
      ("thumbnail", thumbnail.map(JSONValue.string) ?? .null),
      ("seconds", .object(pairs: stages.map { ($0.stage, .number(BuildRecord.milliseconds($0.seconds))) })),
      ("peakMemoryBytes", .integer(peakMemory)),
      ("cachedJobs", .integer(jobs.count(where: \.isCached))), ("computedJobs", .integer(jobs.count { !$0.isCached })),
      (
        "jobs",
        .array(
          jobs.map {
            .object(pairs: [
              ("label", .string($0.label)), ("key", .string($0.key)), ("cached", .boolean($0.isCached)),
              ("seconds", .number(BuildRecord.milliseconds($0.seconds))), ("peakMemoryBytes", .integer($0.peakMemoryBytes)),
            ])
          })
      ),
    ])
  }

  private var paper: JSONValue {
    guard let paper = report.paper else { return .null }
    let place = [paper.venue, paper.year.map(String.init)].compactMap { $0 }.joined(separator: " ")
    return .string([paper.authors.joined(separator: ", "), paper.title, place].filter { !$0.isEmpty }.joined(separator: ". "))
  }

  private var thumbnail: String? {
    report.figures.first { if case .chart = $0.content { true } else { false } }.map { "figures/\($0.fileName).svg" }
  }

  private var peakMemory: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }

  private static func milliseconds(_ seconds: Double) -> Double { (seconds * 1e6).rounded() / 1e6 }
}
