import Experiments
import NumericalCore
import Tables

/// What the two experiments on quadratics share: gradient descent, Nesterov's method, runs of the continuized one and its
/// exact expectation, in one table.
struct QuadraticComparison {
  /// The columns but for the seed, which comes second.
  static let columns = [
    ColumnSchema("method", .text, "gd, nesterov, continuized-run or continuized-exact"),
    ColumnSchema("run", .integer, "number of the run, from 0"),
    ColumnSchema("k", .integer, "iteration or jump"),
    ColumnSchema("t", .real, "$k$ for gd and nesterov, $T_k$ for runs, the time for the exact expectation"),
    ColumnSchema("gap", .real, "$f(x)-f_*$, expected for continuized-exact"),
  ]

  static let schema = TableSchema(
    "gaps", "Suboptimality of each method along its time.", columns, origin: .both, seedIndex: 1)

  let problem: DiagonalQuadratic
  let iterations: Int
  /// The times of the exact expectation.
  let times: [Double]
  let runs: Int

  /// About 60 log-spaced iterations and the eighths of the last.
  static func recordedIterations(_ iterations: Int) -> [Int] {
    let spaced = Vector.logarithmicallySpaced(from: 1, through: Double(iterations), count: 60).map { Int($0.rounded()) }
    let eighths = (1...8).map { $0 * iterations / 8 }
    return Set(spaced + eighths).filter { $0 > 0 }.sorted()
  }

  /// The rows that the replicate gives.
  func table(in context: RunContext) throws -> Table {
    var table = TableBuilder(Self.columns)
    if context.replicate.seed == nil { try appendShared(to: &table, context) }
    if !context.replicate.isShared { try appendRuns(to: &table, context) }
    return table.table
  }

  private func appendShared(to table: inout TableBuilder, _ context: RunContext) throws {
    var descent = NesterovIterates(problem)
    try append("gd", to: &table, context) { descent.descend() } gap: { descent.gap() }
    var nesterov = NesterovIterates(problem)
    var schedule = NesterovSchedule(problem)
    try append("nesterov", to: &table, context) { nesterov.step(schedule.next()) } gap: { nesterov.gap() }
    context.report(0.2)
    let gaps = try MomentEquations(problem: problem).gaps(at: times, check: context.checkCancellation).signal
    for (time, gap) in zip(times, gaps) { table.append("continuized-exact", .null, .null, .real(time), .real(gap)) }
  }

  private func append(
    _ method: String, to table: inout TableBuilder, _ context: RunContext, step: () -> Void, gap: () -> Double
  ) throws {
    var done = 0
    for k in Self.recordedIterations(iterations) {
      while done < k {
        step()
        done += 1
      }
      try context.checkCancellation()
      table.append(.text(method), .null, .integer(k), .real(Double(k)), .real(gap()))
    }
  }

  private func appendRuns(to table: inout TableBuilder, _ context: RunContext) throws {
    let source = context.random("jumps")
    for run in 0..<runs {
      var iterates = NesterovIterates(problem)
      var schedule = ContinuizedSchedule(problem, source: source.substream(run))
      var done = 0
      for k in Self.recordedIterations(iterations) {
        while done < k {
          iterates.step(schedule.next())
          done += 1
        }
        table.append(
          "continuized-run", .integer(run), .integer(k), .real(schedule.time), .real(iterates.gap()))
      }
      try context.checkCancellation()
      context.report(Double(run + 1) / Double(runs))
    }
  }
}
