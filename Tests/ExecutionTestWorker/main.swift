import CommandLineTool
import Execution
import Experiments
import Glibc

// The whole command line with faulty experiments, its own worker; with `parent STORE SECONDS`, a parent that runs slow jobs and may be killed.
let registry = Registry(testPapers)
Worker.serveIfAsked(registry: registry)
if CommandLine.arguments.count == 4, CommandLine.arguments[1] == "parent" {
  let planned = Planner(registry: registry).plan(
    experiment: "test/slow", parameters: [.init(name: "seconds", value: .real(Double(CommandLine.arguments[3]) ?? 0.1))],
    seeds: Array(0..<20))
  let cancellation = CancellationSignal()
  cancellation.cancelOnInterrupt()
  let executor = Executor(
    store: ResultsStore(folder: CommandLine.arguments[2]), options: .init(jobs: 2, cancellation: cancellation))
  let result = executor.execute(planned)
  print(result.statistics.jobs.count)
  exit(cancellation.isCancelled ? 3 : 0)
}
RepriseTool.main(papers: testPapers)
