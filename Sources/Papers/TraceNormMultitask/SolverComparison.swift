import Experiments
import NumericalCore
import Tables

extension TraceNormMultitask {
  /// Objective against iteration for FISTA with restart, ISTA and Burer–Monteiro, and the conditions of optimality.
  struct SolverComparison: Experiment {
    static let id = "trace-norm-multitask/solver"
    static let summary = "Three solvers of the trace-norm problem: objective gaps, optimality conditions, iterations."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 20)
    static let tables = [
      TableSchema(
        "gaps", "One row an iteration and method.",
        [
          ColumnSchema("iter", .integer, "steps, or sweeps of bm"),
          ColumnSchema("method", .text, "fista, ista or bm (Burer-Monteiro)"),
          ColumnSchema("objective_gap", .real, "objective less the smaller final one of fista and ista, over it"),
        ]),
      TableSchema(
        "summary", "One row a seed.",
        [
          ColumnSchema("kkt_operator", .real, #"$\|\nabla f(\hat M)\|/\lambda-1$ of fista"#),
          ColumnSchema(
            "kkt_inner", .real, #"residual of $\langle\nabla f(\hat M),\hat M\rangle=-\lambda\|\hat M\|_*$, relative"#),
          ColumnSchema("iters_fista", .integer, "first step of fista with a gap up to 1e-6"),
          ColumnSchema("iters_ista", .integer, "first step of ista with a gap up to 1e-6"),
          ColumnSchema("bm_gap", .real, "final gap of bm"),
        ]),
    ]

    @Parameter("Dimension $d$.", range: .between(2, 50), default: 12) var d: Int
    @Parameter("Number of tasks.", name: "T", range: .between(1, 100_000), default: 60) var tasks: Int
    @Parameter("Samples per task.", range: .atLeast(1), default: 5) var m: Int
    @Parameter("Rank $r$ of the shared subspace.", range: .atLeast(1), default: 2) var r: Int
    @Parameter(#"Standard deviation $\sigma$ of the noise."#, range: .positive, default: 0.5) var sigma: Double
    @Parameter("Scale $c$ of the penalty.", range: .positive, default: 0.75) var c: Double
    @Parameter("Sweeps of Burer-Monteiro.", range: .between(1, 10_000), default: 60) var sweeps: Int

    func validate() -> [ParameterProblem] { problems(d: d, r: r, tasks: ("T", tasks), samples: ("m", m)) }

    func run(in context: RunContext) throws -> ExperimentResult {
      let subspace = SharedSubspace(dimension: d, rank: r, noise: sigma, from: context.random("subspace"))
      let loss = try MultitaskLoss(subspace.tasks(tasks, samples: m, from: context.random("tasks")).problem)
      let penalty = penalty(scale: c, noise: sigma, dimension: d, tasks: tasks, samples: m)
      var curves: [(method: String, first: Int, objectives: [Double])] = []
      var estimates: [TraceNormEstimate] = []
      for (method, isAccelerated) in [("fista", true), ("ista", false)] {
        var objectives: [Double] = []
        let solver = TraceNormSolver(isAccelerated: isAccelerated, tolerance: 1e-9, maxIterations: 5000)
        estimates.append(
          try solver.minimise(loss, penalty: penalty) { _, objective in
            objectives.append(objective)
            try context.checkCancellation()
          })
        curves.append((method, 0, objectives))
      }
      curves.append(("bm", 1, try factorised(loss, penalty, context)))
      return try tables(curves, smallest: estimates.map(\.objective).min() ?? 0, estimates[0].optimality(loss))
    }

    private func factorised(_ loss: MultitaskLoss, _ penalty: Double, _ context: RunContext) throws -> [Double] {
      var source = context.random("factors")
      var start = Matrix(rows: d, columns: d, elements: source.normals(d * d))
      start = (1 / Double(d).squareRoot()) * start
      var factors = BurerMonteiro(loss, penalty: penalty, start: start)
      var objectives: [Double] = []
      for sweep in 0..<sweeps {
        try context.checkCancellation()
        context.report(Double(sweep) / Double(sweeps))
        try factors.sweep()
        objectives.append(factors.objective)
      }
      return objectives
    }

    private func tables(
      _ curves: [(method: String, first: Int, objectives: [Double])], smallest: Double,
      _ optimality: (operator: Double, inner: Double)
    ) -> ExperimentResult {
      var gaps = TableBuilder(Self.tables[0].columns)
      var summary = TableBuilder(Self.tables[1].columns)
      for curve in curves {
        for (index, objective) in curve.objectives.enumerated() {
          gaps.append(.integer(curve.first + index), .text(curve.method), .real(objective / smallest - 1))
        }
      }
      func reached(_ curve: Int) -> Value {
        curves[curve].objectives.firstIndex { $0 / smallest - 1 <= 1e-6 }.map { .integer($0) } ?? .null
      }
      summary.append(
        .real(optimality.operator), .real(optimality.inner), reached(0), reached(1),
        .real((curves[2].objectives.last ?? .nan) / smallest - 1))
      return ExperimentResult(["gaps": gaps.table, "summary": summary.table])
    }
  }
}
