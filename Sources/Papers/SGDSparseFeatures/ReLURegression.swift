import Experiments
import NumericalCore
import Tables

extension SGDSparseFeatures {
  /// The paper's figure on one-dimensional regression with a two-layer network: long against short phases of large steps.
  struct ReLURegression: Experiment {
    static let id = "sgd-sparse-features/relu-1d"
    static let summary =
      "Short and long phases of large steps for a two-layer ReLU network on twelve points (figure on ReLU networks)."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 1)
    static let tables = [
      TableSchema(
        "loss", "One row a schedule and recorded step.",
        [
          schedule, ColumnSchema("t", .integer, "steps taken"),
          ColumnSchema("train_loss", .real, #"$\frac1n\sum_i(h(x_i)-y_i)^2$; missing where the run has diverged"#),
        ]),
      TableSchema(
        "end", "One row a schedule, after the last step.",
        [
          schedule, ColumnSchema("train_loss", .real, "training loss"),
          ColumnSchema("sparsity", .real, #"feature sparsity coefficient at $\rho=0.999$"#),
          ColumnSchema("kept_units", .integer, "units that it keeps"),
          ColumnSchema("slope_variation", .real, #"$\int|h''|$ over the range of the data"#),
          ColumnSchema("jacobian_rank", .integer, "rank of the Jacobian on 300 grid points"),
        ]),
      TableSchema(
        "curves", "The function learnt, one row a schedule and grid point.",
        [schedule, ColumnSchema("x", .real, "input"), ColumnSchema("prediction", .real, "$h(x)$")]),
      TableSchema(
        "data", "The twelve points.", [ColumnSchema("x", .real, "input"), ColumnSchema("y", .real, "target")]),
    ]
    private static let schedule = ColumnSchema("schedule", .text, "short or long phase of large steps")
    private static let threshold = 0.999
    private static let curvePoints = 401

    @Parameter("Hidden units $m$.", range: .between(1, 5000), default: 100) var m: Int
    @Parameter("Steps $T$.", name: "T", range: .between(10, 1e8), quick: 20_000, standard: 31_623, paper: 31_624)
    var steps: Int
    @Parameter(#"The first step size $\gamma_0$."#, range: .positive, default: 2e-4) var eta0: Double
    @Parameter("Fraction of the steps in the short phase.", range: .strictlyBetween(0, 1), default: 0.02)
    var shortFraction: Double
    @Parameter("What the step size is divided by after it.", range: .greaterThan(0), default: 2.5) var shortFactor: Double
    @Parameter("Fraction of the steps in the long phase.", range: .strictlyBetween(0, 1), default: 0.5)
    var longFraction: Double
    @Parameter("What the step size is divided by after it.", range: .greaterThan(0), default: 3) var longFactor: Double

    func run(in context: RunContext) throws -> ExperimentResult {
      var tables = Self.tables.map { TableBuilder($0.columns) }
      let schedules = [("short", shortFraction, shortFactor), ("long", longFraction, longFactor)]
      for (name, fraction, factor) in schedules {
        let warmUp = WarmUpSchedule(initial: eta0, fraction: fraction, factor: factor, steps: steps)
        let network = try train(warmUp, name, &tables[0], context)
        try appendEnd(network, name, &tables[1])
        let grid = ReLUProblem.grid(Self.curvePoints)
        let values = network.map { $0.values(ReLUProblem.affine(grid)) } ?? []
        for (x, value) in zip(grid, values) { tables[2].append(.text(name), .real(x), .real(value)) }
      }
      for (x, y) in zip(ReLUProblem.points, ReLUProblem.targets) { tables[3].append(.real(x), .real(y)) }
      return ExperimentResult(zip(Self.tables, tables).map { .init($0.name, $1.table) })
    }

    /// The trained network; nil if it has diverged.
    private func train(
      _ schedule: WarmUpSchedule, _ name: String, _ table: inout TableBuilder, _ context: RunContext
    ) throws -> TwoLayerReLU? {
      var network = ReLUProblem.network(width: m, from: context.random("network"))
      var samples = context.random("samples")
      let (inputs, targets) = (ReLUProblem.inputs, ReLUProblem.targets)
      let recordEvery = max(1, steps / 200)
      for t in 0...steps {
        if t % recordEvery == 0 || t == steps {
          try context.checkCancellation()
          let loss = network.loss(inputs, targets)
          // Losses begin in the thousands.
          guard loss < 1e12 else {
            table.append(.text(name), .integer(t), .null)
            return nil
          }
          table.append(.text(name), .integer(t), .real(loss))
        }
        if t == steps { break }
        let i = samples.integer(below: targets.count)
        inputs.withUnsafeRow(i) { network.step($0, targets[i], stepSize: schedule.stepSize(at: t)) }
      }
      return network
    }

    private func appendEnd(_ network: TwoLayerReLU?, _ name: String, _ table: inout TableBuilder) throws {
      guard let network else { return table.append(.text(name), .null, .null, .null, .null, .null) }
      let sparsity = FeatureSparsity(network.features(ReLUProblem.inputs), threshold: Self.threshold)
      table.append(
        .text(name), .real(network.loss(ReLUProblem.inputs, ReLUProblem.targets)), .real(sparsity.coefficient),
        .integer(sparsity.keptUnits), .real(ReLUProblem.slopeVariation(network)),
        .integer(try ReLUProblem.jacobianRank(network)))
    }
  }
}
