import Experiments
import NumericalCore
import Tables

extension BarronPathNorm {
  struct Separation: Experiment {
    static let id = "barron-path-norm/separation"
    static let summary =
      "One ReLU neuron learnt by a path-norm network and by the best of a grid of kernel ridge regressions (the separation result)."
    static let replication = Replication.seeds(quick: 3, standard: 5, paper: 20)
    static let tables = [
      TableSchema(
        "separation", "One row a problem, number of samples and method.",
        [
          ColumnSchema("d", .integer, "dimension"),
          ColumnSchema("v", .text, "direction of the neuron, axis or dense"),
          ColumnSchema("n", .integer, "number of samples"),
          ColumnSchema("method", .text, "network or krr"),
          ColumnSchema("test_mse", .real, "mean squared error on noiseless test points"),
          ColumnSchema("train_mse", .real, "on the noisy samples"),
          ColumnSchema("path_norm", .real, "of the network; empty for krr"),
          ColumnSchema("lambda", .real, "prescribed for the network, best on the test points for krr"),
        ])
    ]

    @Parameter(
      "Dimensions $d$.", range: .between(2, 1000).counting(1...100), quick: [5, 10, 20], standard: [5, 10, 20, 10],
      paper: [5, 10, 20, 50, 100])
    var d: [Int]
    @Parameter(
      "Direction of the neuron for each dimension: axis or dense.", quick: [.axis, .axis, .axis],
      standard: [.axis, .axis, .axis, .dense], paper: [.axis, .axis, .axis, .axis, .axis])
    var v: [SingleNeuron.Direction]
    @Parameter(
      "Numbers of samples.", range: .between(2, 20_000).counting(1...100), quick: [50, 200],
      standard: [50, 100, 200, 400], paper: [50, 100, 200, 400, 800, 1600, 3200, 6400, 12800])
    var n: [Int]
    @Parameter("Width $m$ of the network.", range: .between(1, 100_000), quick: 50, standard: 100, paper: 1000) var m: Int
    @Parameter("Steps of Adam.", range: .between(1, 1_000_000), quick: 800, standard: 1500, paper: 20_000) var steps: Int
    @Parameter("First step size of Adam.", range: .positive, default: 0.02) var rate: Double
    @Parameter("Standard deviation of the label noise.", range: .nonNegative, default: 0.1) var noise: Double
    @Parameter("Number of test points.", range: .between(1, 100_000), default: 2000) var nTest: Int

    func validate() -> [ParameterProblem] {
      if v.count == d.count { return [] }
      return [.inconsistent("v", "has \(v.count) elements: must have one for each of the \(d.count) dimensions in d")]
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      var done = 0
      for (dimension, direction) in zip(d, v) {
        for samples in n {
          let name = "\(dimension) \(direction.rawValue) \(samples)"
          let problem = NeuronSamples(
            SingleNeuron(direction, dimension: dimension), samples: samples, tests: nTest, noise: noise,
            random: context.random("samples \(name)"))
          let lambda = PathNormPenalty.prescribed(samples: samples, dimension: dimension)
          var random = context.random("network \(name)")
          var network = PathNormNetwork(width: m, dimension: dimension, random: &random)
          try network.train(
            problem.inputs, problem.targets, lambda: lambda, steps: steps, rate: rate, check: context.checkCancellation)
          func append(_ method: String, _ test: Double, _ train: Double, _ norm: Value, _ lambda: Double) {
            table.append(
              .integer(dimension), .text(direction.rawValue), .integer(samples), .text(method), .real(test),
              .real(train), norm, .real(lambda))
          }
          append(
            "network", network.meanSquaredError(problem.testInputs, problem.testTargets),
            network.meanSquaredError(problem.inputs, problem.targets), .real(network.pathNorm), lambda)
          let kernel = try KernelRidge.best(
            inputs: problem.inputs, targets: problem.targets, testInputs: problem.testInputs,
            testTargets: problem.testTargets)
          append("krr", kernel.testError, kernel.trainError, .null, kernel.lambda)
          done += 1
          context.report(Double(done) / Double(d.count * n.count))
        }
      }
      return ExperimentResult(["separation": table.table])
    }
  }
}
