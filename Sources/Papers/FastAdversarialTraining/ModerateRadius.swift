import Experiments

extension FastAdversarialTraining {
  /// A radius at which training by one step has begun to collapse, and the alignment penalty gives part of it back (Figure 1).
  struct ModerateRadius: Experiment {
    static let id = "fast-adversarial-training/moderate-radius"
    static let summary = "What the alignment penalty recovers before the collapse is total (Figure 1)."
    static let replication = Replication.seeds(quick: 1, standard: 5, paper: 5)
    static let tables = [TableSchema("sweep", "One row a method.", Sweep.columns)]

    @Parameter("Training methods.", default: [.fgsm, .gradalign, .pgd]) var methods: [TrainingMethod]
    @Parameter(
      #"Radius $\varepsilon$ in units of a pixel."#, range: ParameterRange(lower: 0, upper: 0.5, includesLower: false),
      default: 0.2)
    var eps: Double
    @Parameter("Filters of the network.", range: .between(1, 256), default: 16) var filters: Int
    @Parameter("Epochs of training.", range: .between(1, 10_000), quick: 60, standard: 60, paper: 60)
    var epochs: Int
    @Parameter("Largest step size of Adam.", range: .between(0, 1), default: 0.01) var lrMax: Double
    @Parameter(#"Weight $\lambda$ of the alignment penalty."#, range: .between(0, 1e6), default: 3) var lambda: Double
    @Parameter("Steps of PGD in the test.", range: .between(0, 10_000), default: 30) var pgdSteps: Int
    @Parameter("Restarts of PGD in the test.", range: .between(1, 1000), default: 1) var pgdRestarts: Int

    func run(in context: RunContext) throws -> ExperimentResult {
      let sweep = Sweep(
        methods: methods, radii: [eps], filters: filters, epochs: epochs, largestStepSize: lrMax,
        alignment: { _ in lambda }, attackSteps: pgdSteps, restarts: pgdRestarts)
      return ExperimentResult(["sweep": try sweep.run(in: context)])
    }
  }
}
