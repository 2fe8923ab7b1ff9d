import Experiments
import Learning
import NumericalCore
import Tables

extension FastAdversarialTraining {
  /// Robust training first, then each method from the same weights: what is lost is lost by the method.
  ///
  /// A variant of Figure 11 that shows the collapse as a loss of robustness.
  struct RobustStart: Experiment {
    static let id = "fast-adversarial-training/robust-start"
    static let summary = "Robustness of a robustly trained network while training goes on by each method."
    static let replication = Replication.seeds(quick: 1, standard: 5, paper: 5)
    static let tables = [
      TableSchema(
        "curves", "One row a method and measured epoch; epochs of phase 2 count from the switch.",
        CurveTable.columns + [ColumnSchema("phase", .integer, "1: robust training; 2: by the method")])
    ]

    @Parameter("Training methods of phase 2.", default: [.fgsm, .fgsmRS, .gradalign, .pgd]) var methods: [TrainingMethod]
    @Parameter(
      #"Radius $\varepsilon$ in units of a pixel."#, range: ParameterRange(lower: 0, upper: 0.5, includesLower: false),
      default: 0.3)
    var eps: Double
    @Parameter("Filters of the network.", range: .between(1, 256), default: 16) var filters: Int
    @Parameter("Epochs of robust training.", range: .between(1, 10_000), default: 40) var phase1Epochs: Int
    @Parameter("Epochs by each method.", range: .between(1, 10_000), default: 20) var phase2Epochs: Int
    @Parameter("Epochs between measurements.", range: .between(1, 10_000), default: 2) var every: Int
    @Parameter("Largest step size of Adam in phase 1, and its step size in phase 2.", range: .between(0, 1), default: 0.01)
    var lrMax: Double
    @Parameter(#"Weight $\lambda$ of the alignment penalty."#, range: .between(0, 1e6), default: 3) var lambda: Double
    @Parameter("Steps of PGD in the test.", range: .between(0, 10_000), default: 10) var pgdSteps: Int

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      let total = phase1Epochs + methods.count * phase2Epochs
      func measure(_ network: Network<Float>, _ method: String, _ epoch: Int, phase: Int) {
        let measures = RobustnessMeasures(
          network, on: Digits.test, radius: eps, steps: pgdSteps, restarts: 1, random: context.random("test"))
        table.append(row: CurveTable.row(method, epoch: epoch, measures) + [.integer(phase)])
      }
      var robust = AdversarialTrainer(
        oneLayerNetwork(filters: filters, random: context.random("weights")), on: Digits.train, method: .pgd, radius: eps,
        alignment: lambda, batches: context.random("batches"), noise: context.random("noise"))
      let steps = phase1Epochs * robust.stepsPerEpoch
      for epoch in 0..<phase1Epochs {
        if epoch % every == 0 { measure(robust.network, "pgd", epoch, phase: 1) }
        for step in (epoch * robust.stepsPerEpoch)..<((epoch + 1) * robust.stepsPerEpoch) {
          robust.step(stepSize: triangularStepSize(step, of: steps, largest: lrMax))
        }
        try context.checkCancellation()
        context.report(Double(epoch) / Double(total))
      }
      for (index, method) in methods.enumerated() {
        var trainer = AdversarialTrainer(
          robust.network, on: Digits.train, method: method, radius: eps, alignment: lambda,
          batches: context.random("batches of phase 2"), noise: context.random("noise of phase 2"))
        for epoch in 0...phase2Epochs {
          if epoch > 0 { for _ in 0..<trainer.stepsPerEpoch { trainer.step(stepSize: lrMax) } }
          if epoch % every == 0 || epoch == phase2Epochs { measure(trainer.network, method.rawValue, epoch, phase: 2) }
          try context.checkCancellation()
          context.report(Double(phase1Epochs + index * phase2Epochs + epoch) / Double(total))
        }
      }
      return ExperimentResult(["curves": table.table])
    }
  }
}
