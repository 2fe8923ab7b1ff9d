import Experiments
import NumericalCore
import Tables

extension MeanFieldResNet {
  /// The runs behind `convergence` and `kl-growth`: a flow for each output scale β, all from one start on one data set.
  struct TrainingRecord: ParameterGroup {
    @Parameter("Training points $n$.", name: "n", range: .between(1, 5000), quick: 20, standard: 40, paper: 1000) var samples: Int
    @Parameter("Depth $L$.", name: "L", range: .between(0, 10_000), quick: 6, standard: 10, paper: 64) var depth: Int
    @Parameter("Width $M$ of a layer.", name: "M", range: .between(1, 100_000), quick: 32, standard: 64, paper: 512)
    var width: Int
    @Parameter(
      "Output particles $K$, an even number.", name: "K", range: .between(2, 1_000_000), quick: 200, standard: 400,
      paper: 4096)
    var outputWidth: Int
    @Parameter("Dimension $d$ of the inputs.", name: "d", range: .between(2, 1000), default: 3) var dimension: Int
    @Parameter(
      #"Output scales $\beta$."#, name: "beta", range: .between(0.01, 1000), quick: [1, 2, 4, 8], standard: [1, 2, 4, 8, 16],
      paper: [1, 2, 4, 8, 16, 32, 64])
    var betas: [Double]
    @Parameter(#"Branch scale $\alpha$."#, range: .between(0, 100), default: 1) var alpha: Double
    @Parameter(#"$\beta^2$ times the end time."#, range: .positive, quick: 20, standard: 60, paper: 200)
    var scaledTime: Double
    @Parameter(
      #"Step of the flow; 0 for `step_factor` times $\min(0.05, 0.4/\beta^2)$."#,
      name: "dt", range: .nonNegative, default: 0)
    var step: Double
    @Parameter("Factor of the rule for the step.", range: .between(1e-4, 1), quick: 0.5, standard: 0.5, paper: 0.125)
    var stepFactor: Double
    @Parameter("Steps from one record to the next.", range: .atLeast(1), quick: 10, standard: 10, paper: 100)
    var recordEvery: Int

    private static let tests = 500

    static let columns = [
      ColumnSchema("beta", .real, #"output scale $\beta$"#), ColumnSchema("t", .real, "time of the flow"),
      ColumnSchema("loss", .real, "training loss"),
      ColumnSchema("lambda_min", .real, "smallest eigenvalue of the Gram matrix $G_1+G_2$"),
      ColumnSchema("lambda_min_G2", .real, "that of the output layer's part"),
      ColumnSchema("kl_tau", .real, #"$\mathrm{KL}(\tau_t\|\tau_0)$ of the output particles"#),
      ColumnSchema("kl_nu", .real, #"$\mathrm{KL}(\nu_t\|\nu_0)$ of the residual particles"#),
      ColumnSchema("move_tau", .real, "mean squared displacement of the output particles"),
      ColumnSchema("move_nu", .real, "mean squared displacement of the residual particles"),
      ColumnSchema("test_loss", .real, "loss on 500 fresh points"),
      ColumnSchema("test_01", .real, "share of wrong signs on them"),
    ]

    private func stepSize(_ beta: Double) -> Double { step > 0 ? step : stepFactor * min(0.05, 0.4 / (beta * beta)) }

    /// - Throws: `UnsolvableProblem` if a flow blows up, and `CancellationError`.
    func run(in context: RunContext) throws -> Table {
      var table = TableBuilder(Self.columns)
      var data = context.random("data")
      let training = SphereRegression(count: samples, dimension: dimension, from: &data)
      let test = SphereRegression(count: Self.tests, dimension: dimension, from: &data)
      for (index, beta) in betas.enumerated() {
        let network = ScaledResNet.gaussian(
          depth: depth, width: width, outputWidth: outputWidth, dimension: dimension, alpha: alpha, beta: beta,
          from: context.random("network"))
        var flow = MeanFieldFlow(network, inputs: training.inputs, targets: training.targets)
        var testPass = ForwardPass(network, inputs: test.inputs, keepsLayers: false)
        let stepSize = stepSize(beta)
        let steps = max(1, Int((scaledTime / (beta * beta) / stepSize).rounded()))
        for step in 0...steps {
          if step > 0 { flow.advance(by: stepSize) }
          guard step % recordEvery == 0 || step == steps else { continue }
          try context.checkCancellation()
          context.report((Double(index) + Double(step) / Double(steps)) / Double(betas.count))
          testPass.run(flow.network)
          try append(flow, beta: beta, MeanFieldResNet.testErrors(testPass.values, test.targets), to: &table)
        }
      }
      return table.table
    }

    private func append(
      _ flow: MeanFieldFlow, beta: Double, _ test: (loss: Double, sign: Double), to table: inout TableBuilder
    ) throws {
      let gram = GramMatrix(flow.network, flow.pass)
      guard flow.loss.isFinite, let total = try? SymmetricEigen.values(of: gram.total).first,
        let output = try? SymmetricEigen.values(of: gram.output).first
      else {
        throw UnsolvableProblem("the flow with beta = \(beta) blew up before t = \(flow.time): take a smaller dt")
      }
      let (tau, nu) = (flow.output, flow.residual)
      table.append(
        .real(beta), .real(flow.time), .real(flow.loss), .real(total), .real(output), .real(tau.entropy),
        .real(nu.entropy), .real(tau.displacement), .real(nu.displacement), .real(test.loss), .real(test.sign))
    }

    /// Sizes that are fine one by one but not together.
    func problems() -> [ParameterProblem] {
      if outputWidth % 2 != 0 { return [.inconsistent("K", "\(outputWidth) is odd: output particles come in pairs")] }
      for beta in betas where scaledTime / (beta * beta) / stepSize(beta) > 1e8 {
        return [.inconsistent("dt", "beta = \(beta) takes more than 1e8 steps: take a larger dt or less scaled_time")]
      }
      return []
    }
  }
}
