import Experiments

extension FastAdversarialTraining {
  /// A radius at which a random start no longer keeps training by one step from collapsing (Figure 1).
  struct LargeRadius: Experiment {
    static let id = "fast-adversarial-training/large-radius"
    static let summary = "The radius at which a random start no longer helps (Figure 1)."
    static let replication = Replication.seeds(quick: 1, standard: 5, paper: 5)
    static let tables = [TableSchema("sweep", "One row a method.", Sweep.columns)]

    @Parameter("Training methods.", default: [.fgsm, .fgsmRS, .pgd]) var methods: [TrainingMethod]
    @Parameter(
      #"Radius $\varepsilon$ in units of a pixel."#, range: ParameterRange(lower: 0, upper: 0.5, includesLower: false),
      default: 0.4)
    var eps: Double
    @Parameter("Filters of the network.", range: .between(1, 256), default: 16) var filters: Int
    @Parameter("Epochs of training.", range: .between(1, 10_000), quick: 30, standard: 30, paper: 30)
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
