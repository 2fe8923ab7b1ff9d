import Experiments
import NumericalCore
import Tables

extension BarronPathNorm {
  struct WidthSweep: Experiment {
    static let id = "barron-path-norm/width"
    static let summary = "Test error and path norm against the width at fixed regularisation: no price for neurons."
    static let replication = Replication.seeds(quick: 3, standard: 5, paper: 20)
    static let tables = [
      TableSchema(
        "width", "One row a width.",
        [
          ColumnSchema("m", .integer, "number of neurons"),
          ColumnSchema("test_mse", .real, "mean squared error on noiseless test points"),
          ColumnSchema("train_mse", .real, "on the noisy samples"),
          ColumnSchema("path_norm", .real, "of the network"),
        ])
    ]

    @Parameter(
      "Widths $m$.", range: .between(1, 100_000).counting(1...100), quick: [10, 100, 400],
      standard: [10, 30, 100, 300, 1000], paper: [10, 30, 100, 300, 1000, 3000])
    var m: [Int]
    @Parameter("Dimension $d$.", range: .between(2, 1000), default: 10) var d: Int
    @Parameter("Direction of the neuron: axis or dense.", default: .axis) var v: SingleNeuron.Direction
    @Parameter("Number of samples.", range: .between(1, 20_000), default: 200) var n: Int
    @Parameter(#"Penalty $\lambda$."#, range: .nonNegative, default: 0.003) var lambda: Double
    @Parameter("Steps of Adam.", range: .between(1, 1_000_000), quick: 800, standard: 1500, paper: 20_000) var steps: Int
    @Parameter("First step size of Adam.", range: .positive, default: 0.02) var rate: Double
    @Parameter("Standard deviation of the label noise.", range: .nonNegative, default: 0.1) var noise: Double
    @Parameter("Number of test points.", range: .between(1, 100_000), default: 2000) var nTest: Int

    func run(in context: RunContext) throws -> ExperimentResult {
      // All widths see the same samples.
      let problem = NeuronSamples(
        SingleNeuron(v, dimension: d), samples: n, tests: nTest, noise: noise, random: context.random("samples"))
      var table = TableBuilder(Self.tables[0].columns)
      for (index, width) in m.enumerated() {
        var random = context.random("network \(width)")
        var network = PathNormNetwork(width: width, dimension: d, random: &random)
        try network.train(
          problem.inputs, problem.targets, lambda: lambda, steps: steps, rate: rate, check: context.checkCancellation)
        table.append(
          .integer(width), .real(network.meanSquaredError(problem.testInputs, problem.testTargets)),
          .real(network.meanSquaredError(problem.inputs, problem.targets)), .real(network.pathNorm))
        context.report(Double(index + 1) / Double(m.count))
      }
      return ExperimentResult(["width": table.table])
    }
  }
}
