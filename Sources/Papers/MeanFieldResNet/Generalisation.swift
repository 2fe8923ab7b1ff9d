import Experiments
import NumericalCore
import Tables

extension MeanFieldResNet {
  /// The gap between test and training loss against the samples n; mirrors the paper's bound of order n^(−1/2).
  struct Generalisation: Experiment {
    static let id = "mean-field-resnet/generalisation"
    static let summary = "Generalisation gap and error of a trained ResNet against the number of samples."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 10)
    static let tables = [
      TableSchema(
        "errors", "One row a number of samples.",
        [
          ColumnSchema("n", .integer, "training points"), ColumnSchema("train_loss", .real, "training loss"),
          ColumnSchema("test_loss", .real, "loss on fresh points"),
          ColumnSchema("gap", .real, "test loss less training loss"),
          ColumnSchema("test_01", .real, "share of wrong signs on the fresh points"),
        ])
    ]

    @Parameter("Depth $L$.", name: "L", range: .between(0, 10_000), default: 4) var depth: Int
    @Parameter("Width $M$ of a layer.", name: "M", range: .between(1, 100_000), default: 32) var width: Int
    @Parameter("Output particles $K$, an even number.", name: "K", range: .between(2, 1_000_000), default: 100)
    var outputWidth: Int
    @Parameter("Dimension $d$ of the inputs.", range: .between(2, 1000), default: 3) var d: Int
    @Parameter(#"Branch scale $\alpha$."#, range: .between(0, 100), default: 1) var alpha: Double
    @Parameter(#"Output scale $\beta$."#, range: .between(0.01, 1000), default: 4) var beta: Double
    @Parameter("End time $T$ of the flow.", range: .positive, quick: 4, standard: 12, paper: 12) var endTime: Double
    @Parameter("Step of the flow.", range: .positive, default: 0.02) var dt: Double
    @Parameter(
      "Training points $n$.", range: .between(1, 1_000_000), quick: [10, 20, 40, 80],
      standard: [10, 20, 40, 80, 160, 320], paper: [10, 100, 1000, 10_000, 100_000])
    var n: [Int]
    @Parameter("Test points.", range: .between(1, 1_000_000), default: 1000) var nTest: Int

    func validate() -> [ParameterProblem] {
      if outputWidth % 2 != 0 { return [.inconsistent("K", "\(outputWidth) is odd: output particles come in pairs")] }
      if endTime / dt > 1e8 { return [.inconsistent("dt", "\(dt) takes more than 1e8 steps to end_time = \(endTime)")] }
      return []
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      var source = context.random("test")
      let test = SphereRegression(count: nTest, dimension: d, from: &source)
      let network = ScaledResNet.gaussian(
        depth: depth, width: width, outputWidth: outputWidth, dimension: d, alpha: alpha, beta: beta,
        from: context.random("network"))
      let steps = max(1, Int((endTime / dt).rounded()))
      for (index, count) in n.enumerated() {
        // Smaller training sets are the first points of larger ones.
        var source = context.random("training")
        let training = SphereRegression(count: count, dimension: d, from: &source)
        var flow = MeanFieldFlow(network, inputs: training.inputs, targets: training.targets)
        for step in 0..<steps {
          if step % 16 == 0 {
            try context.checkCancellation()
            context.report((Double(index) + Double(step) / Double(steps)) / Double(n.count))
          }
          flow.advance(by: dt)
        }
        guard flow.loss.isFinite else {
          throw UnsolvableProblem("the flow on n = \(count) points blew up: take a smaller dt")
        }
        var pass = ForwardPass(network, inputs: test.inputs, keepsLayers: false)
        pass.run(flow.network)
        let errors = MeanFieldResNet.testErrors(pass.values, test.targets)
        table.append(
          .integer(count), .real(flow.loss), .real(errors.loss), .real(errors.loss - flow.loss), .real(errors.sign))
      }
      return ExperimentResult(["errors": table.table])
    }
  }
}
