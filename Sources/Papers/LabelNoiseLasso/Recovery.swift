import Experiments
import NumericalCore
import Tables

extension LabelNoiseLasso {
  struct Recovery: Experiment {
    static let id = "label-noise-lasso/recovery"
    static let summary =
      "Error to the sparse truth of gradient descent and SGD, with and without label noise (Figure 1, left)."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 1)
    static let tables = [
      TableSchema(
        "trajectory", "Error to the truth and mass off the support along the runs.",
        [
          ColumnSchema("algorithm", .text, "gd, lngd, sgd or sgd-ln"),
          ColumnSchema("step", .integer, "steps taken"),
          ColumnSchema("error_sq", .real, #"$\|\beta-\beta^o\|^2$; empty once the run has diverged"#),
          ColumnSchema("off_support_l1", .real, #"$\|\beta_{S^c}\|_1$"#),
        ]),
      TableSchema(
        "tail", "The mean over the last half of the steps.",
        [
          ColumnSchema("algorithm", .text, "gd, lngd, sgd or sgd-ln"),
          ColumnSchema("tail_error_sq", .real, #"$\|\bar\beta-\beta^o\|^2$ of the tail mean"#),
          ColumnSchema("off_support_l1", .real, #"$\|\beta_{S^c}\|_1$ at the last step"#),
        ]),
      TableSchema(
        "coordinates", "Two coordinates along the runs: the first of the support and the first off it.",
        [
          ColumnSchema("algorithm", .text, "gd, lngd, sgd or sgd-ln"),
          ColumnSchema("step", .integer, "steps taken"),
          ColumnSchema("coordinate", .integer, "0-based"),
          ColumnSchema("beta", .real, #"$\beta_k$"#),
          ColumnSchema("truth", .real, #"$\beta^o_k$"#),
        ]),
    ]

    var size = ProblemSize()
    @Parameter(#"Step size $\gamma$."#, range: .positive, quick: 0.02, standard: 0.02, paper: 0.1) var gamma: Double
    @Parameter(
      #"Effective noise $\bar\delta=\gamma\delta/n$; the label variance is $\delta=\bar\delta n/\gamma$."#,
      range: .positive, quick: 0.1, standard: 0.1, paper: 2.5e-6)
    var deltabar: Double
    @Parameter(#"Start $\beta_k=\beta_0$ of every coordinate."#, range: .positive, default: 0.1) var beta0: Double
    @Parameter("Number of steps.", range: .atLeast(1), quick: 15000, standard: 60000, paper: 10_000_000)
    var steps: Int

    func validate() -> [ParameterProblem] { size.problems() }

    func run(in context: RunContext) throws -> ExperimentResult {
      let problem = try size.draw(in: context)
      var trajectory = TableBuilder(Self.tables[0].columns)
      var tail = TableBuilder(Self.tables[1].columns)
      var coordinates = TableBuilder(Self.tables[2].columns)
      let recorded = RunSchedule.recordedSteps(steps)
      let halfway = steps / 2
      for (index, algorithm) in DescentAlgorithm.allCases.enumerated() {
        let name = algorithm.rawValue
        var run = QuadraticDescent(
          problem, algorithm: algorithm, stepSize: gamma, level: deltabar,
          start: [Double](repeating: beta0, count: problem.features), noise: context.random("noise \(name)"),
          samples: context.random("samples \(name)"))
        for step in Set(recorded + [halfway]).sorted() {
          try RunSchedule.advance(&run, to: step, of: steps, in: context, within: RunSchedule.part(index, of: 4))
          if step == halfway { run.resetAverage() }
          guard recorded.contains(step) else { continue }
          trajectory.append(
            .text(name), .integer(step), .real(Vector.squaredDistance(run.beta, problem.truth)),
            .real(offSupportMass(run.beta, problem)))
          for k in [0, size.s] {
            coordinates.append(
              .text(name), .integer(step), .integer(k), .real(run.beta[k]), .real(problem.truth[k]))
          }
        }
        tail.append(
          .text(name), .real(Vector.squaredDistance(run.mean, problem.truth)),
          .real(offSupportMass(run.beta, problem)))
      }
      return ExperimentResult(["trajectory": trajectory.table, "tail": tail.table, "coordinates": coordinates.table])
    }

    private func offSupportMass(_ beta: [Double], _ problem: SparseRegression) -> Double {
      problem.offSupport.reduce(0) { $0 + beta[$1] }
    }
  }
}
