import Experiments
import NumericalCore
import Tables

extension MeanFieldResNet {
  /// The runs behind `convergence` and `kl-growth`: a flow for each output scale β, all from one start on one data set.
  struct TrainingRecord {
    var samples: Int
    var depth: Int
    var width: Int
    var outputWidth: Int
    var dimension: Int
    var alpha: Double
    /// β²·(end time).
    var scaledTime: Double
    /// The step; 0 means `stepFactor`·min(0.05, 0.4/β²).
    var step: Double
    var stepFactor: Double
    var recordEvery: Int
    var tests = 500

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
    func run(_ betas: [Double], in context: RunContext) throws -> Table {
      var table = TableBuilder(Self.columns)
      var data = context.random("data")
      let training = SphereRegression(count: samples, dimension: dimension, from: &data)
      let test = SphereRegression(count: tests, dimension: dimension, from: &data)
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
    func problems(_ betas: [Double]) -> [ParameterProblem] {
      if outputWidth % 2 != 0 { return [.inconsistent("K", "\(outputWidth) is odd: output particles come in pairs")] }
      for beta in betas where scaledTime / (beta * beta) / stepSize(beta) > 1e8 {
        return [.inconsistent("dt", "beta = \(beta) takes more than 1e8 steps: take a larger dt or less scaled_time")]
      }
      return []
    }
  }
}
