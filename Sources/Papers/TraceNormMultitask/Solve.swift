import Experiments
import NumericalCore
import Tables

extension TraceNormMultitask {
  /// No claims: a reader's own data.
  struct Solve: Experiment {
    static let id = "trace-norm-multitask/solve"
    static let summary = "The trace-norm estimate for given data at given penalties, with the conditions of optimality."
    static let tables = [
      TableSchema(
        "path", "One row a penalty.",
        [
          ColumnSchema("lambda", .real, #"penalty $\lambda$"#),
          ColumnSchema("lambda_max", .real, #"$\|\nabla f(0)\|$: at least this penalty gives zero"#),
          ColumnSchema("objective", .real, #"$f(\hat M)+\lambda\|\hat M\|_*$"#),
          ColumnSchema("nuclear", .real, #"$\|\hat M\|_*$"#), ColumnSchema("frobenius", .real, #"$\|\hat M\|_F$"#),
          ColumnSchema("rank", .integer, "singular values above 1e-6"),
          ColumnSchema("kkt_operator", .real, #"$\|\nabla f(\hat M)\|/\lambda-1$, at most 0 at the optimum"#),
          ColumnSchema(
            "kkt_inner", .real, #"residual of $\langle\nabla f(\hat M),\hat M\rangle=-\lambda\|\hat M\|_*$, relative"#),
        ]),
      TableSchema(
        "matrix", "The estimate, entry by entry.",
        [
          ColumnSchema("lambda", .real, #"penalty $\lambda$"#), ColumnSchema("i", .integer, "coordinate, from 1"),
          ColumnSchema("task", .integer, "task, from 1"), ColumnSchema("value", .real, #"$\hat M_{i,\mathrm{task}}$"#),
        ]),
      TableSchema(
        "singular", "Its singular values.",
        [
          ColumnSchema("lambda", .real, #"penalty $\lambda$"#), ColumnSchema("k", .integer, "from 1, descending"),
          ColumnSchema("value", .real, "singular value"),
        ]),
    ]

    @Parameter("Dimension $d$.", range: .between(1, 2000), default: 2) var d: Int
    @Parameter("Number of tasks.", name: "T", range: .between(1, 100_000), default: 3) var tasks: Int
    @Parameter("Samples per task.", range: .between(1, 100_000), default: 2) var m: Int
    @Parameter(
      "The inputs, task by task and sample by sample: $Tmd$ numbers.", range: .any.counting(1...10_000_000),
      default: [1, 0, 0, 1, 1, 1, 1, -1, 2, 0, 0, 1])
    var x: [Double]
    @Parameter(
      "The labels, task by task: $Tm$ numbers.", range: .any.counting(1...10_000_000), default: [1, 2, 3, -1, 2, 2])
    var y: [Double]
    @Parameter(#"Penalties $\lambda$."#, range: .positive.counting(1...10_000), default: [0.01, 0.1, 1])
    var lambda: [Double]

    func validate() -> [ParameterProblem] {
      var found: [ParameterProblem] = []
      if x.count != tasks * m * d {
        found.append(.inconsistent("x", "has \(x.count) elements: must be T m d = \(tasks * m * d)"))
      }
      if y.count != tasks * m {
        found.append(.inconsistent("y", "has \(y.count) elements: must be T m = \(tasks * m)"))
      }
      return found.isEmpty ? problems(d: d, r: 1, tasks: ("T", tasks), samples: ("m", m)) : found
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var path = TableBuilder(Self.tables[0].columns)
      var matrix = TableBuilder(Self.tables[1].columns)
      var singular = TableBuilder(Self.tables[2].columns)
      let loss = try MultitaskLoss(problem)
      let largest = try loss.largestPenalty()
      for (index, penalty) in lambda.enumerated() {
        context.report(Double(index) / Double(lambda.count))
        let solver = TraceNormSolver(tolerance: 1e-9, maxIterations: 5000)
        let estimate = try solver.minimise(loss, penalty: penalty) { _, _ in try context.checkCancellation() }
        let optimality = try estimate.optimality(loss)
        path.append(
          .real(penalty), .real(largest), .real(estimate.objective), .real(estimate.nuclearNorm),
          .real(estimate.coefficients.frobeniusNorm), .integer(estimate.rank), .real(optimality.operator),
          .real(optimality.inner))
        for i in 0..<d {
          for task in 0..<tasks {
            matrix.append(.real(penalty), .integer(i + 1), .integer(task + 1), .real(estimate.coefficients[task, i]))
          }
        }
        for (k, value) in estimate.singularValues.enumerated() {
          singular.append(.real(penalty), .integer(k + 1), .real(value))
        }
      }
      return ExperimentResult(["path": path.table, "matrix": matrix.table, "singular": singular.table])
    }

    private var problem: MultitaskProblem {
      MultitaskProblem(
        designs: (0..<tasks).map { Matrix(rows: m, columns: d, elements: Array(x[($0 * m * d)..<(($0 + 1) * m * d)])) },
        targets: (0..<tasks).map { Array(y[($0 * m)..<(($0 + 1) * m)]) })
    }
  }
}
