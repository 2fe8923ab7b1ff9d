import NumericalCore
import Tables

extension TraceNormMultitask {
  /// All estimators on one set of tasks.
  struct MethodComparison {
    let subspace: SharedSubspace
    /// c of the penalty's rule.
    let penaltyScale: Double

    static let columns = [
      ColumnSchema("T", .integer, "number of tasks"),
      ColumnSchema("m", .integer, "samples per task"),
      ColumnSchema("method", .text, "trace, debiased, ridge, minnorm, mom or oracle"),
      ColumnSchema("err", .real, #"$\frac1T\|\hat M-M^\ast\|_F^2$; predicting 0 has error 1"#),
      ColumnSchema("sin", .real, "sine of the largest angle between the estimated and the true subspace"),
      ColumnSchema("rank", .integer, "singular values above 1e-6 (trace only)"),
      ColumnSchema("iters", .integer, "steps of the solver (trace only)"),
    ]

    func append(tasks: Int, samples: Int, from source: RandomSource, to table: inout TableBuilder) throws {
      let (problem, truth) = subspace.tasks(tasks, samples: samples, from: source)
      let rank = subspace.basis.columns
      let penalty = TraceNormMultitask.penalty(
        scale: penaltyScale, noise: subspace.noise, dimension: problem.dimension, tasks: tasks, samples: samples)
      let estimate = try TraceNormSolver().minimise(MultitaskLoss(problem), penalty: penalty)
      let baselines = try TaskBaselines(problem, truth: truth)
      let learned = try estimate.subspace(rank: rank)
      let moments = try TaskBaselines.momentSubspace(problem, rank: rank)
      let sine = try subspace.sine(to: learned)
      func row(_ method: String, _ error: Double, _ sine: Double?, isTrace: Bool = false) {
        table.append(
          .integer(tasks), .integer(samples), .text(method), .real(error), sine.map { .real($0) } ?? .null,
          isTrace ? .integer(estimate.rank) : .null, isTrace ? .integer(estimate.iterations) : .null)
      }
      row("trace", estimate.error(truth), sine, isTrace: true)
      row("debiased", try baselines.projectionError(learned), sine)
      row("ridge", baselines.bestRidgeError(), nil)
      row("minnorm", baselines.minimumNormError(), nil)
      row("mom", try baselines.projectionError(moments), try subspace.sine(to: moments))
      row("oracle", try baselines.projectionError(subspace.basis), 0)
    }
  }
}
