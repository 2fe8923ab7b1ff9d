import Experiments
import NumericalCore
import Tables

extension ContinuizedNesterov {
  struct ExactDiscretisation: Experiment {
    static let id = "continuized-nesterov/exact-discretisation"
    static let summary =
      "The closed-form recursion at the jump times against numerical integration of the flow between them (the discretisation theorem)."
    static let tables = [
      TableSchema(
        "differences", "One row a jump.",
        [
          ColumnSchema("problem", .text, "convex or strong"),
          ColumnSchema("k", .integer, "number of the jump, from 1"),
          ColumnSchema("max_abs_diff", .real, "largest difference of a coordinate of $x$ or $z$ after the jump"),
        ])
    ]

    @Parameter("Dimension $d$ of the strongly convex problem.", range: .between(2, 2000), quick: 50, standard: 200, paper: 200)
    var d: Int
    @Parameter(
      #"Condition number $\kappa$ of the strongly convex problem."#, range: .greaterThan(1), quick: 400, standard: 1000,
      paper: 1000)
    var kappa: Double
    @Parameter("Coordinates of each problem, the first ones.", range: .between(1, 2000), default: 20) var coordinates: Int
    @Parameter("Number of jumps.", range: .between(1, 100_000), default: 30) var jumps: Int
    @Parameter("Steps of the integration between two jumps.", range: .between(1, 100_000), default: 400)
    var substeps: Int

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      let problems = [
        ("convex", DiagonalQuadratic.convex(dimension: max(2, coordinates))),
        ("strong", DiagonalQuadratic.strong(dimension: d, conditionNumber: kappa)),
      ]
      for (name, problem) in problems {
        let part = problem.leading(coordinates)
        var recursion = NesterovIterates(part)
        var flow = IntegratedFlow(part, substeps: substeps)
        var schedule = ContinuizedSchedule(part, source: context.random("jumps"))
        for k in 1...jumps {
          recursion.step(schedule.next())
          flow.jump(at: schedule.time)
          try context.checkCancellation()
          let differences = zip(recursion.x + recursion.z, flow.x + flow.z).map { abs($0 - $1) }
          table.append(.text(name), .integer(k), .real(differences.max() ?? 0))
        }
      }
      return ExperimentResult(["differences": table.table])
    }
  }
}
