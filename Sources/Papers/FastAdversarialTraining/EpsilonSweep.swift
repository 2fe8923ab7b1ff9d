import Experiments

extension FastAdversarialTraining {
  /// Every method at every radius, tested at the same radius.
  ///
  /// Mirrors Figures 1 and 8: single-step training collapses beyond a radius, where its accuracy under one step stays high
  /// and that under many steps is lost.
  struct EpsilonSweep: Experiment {
    static let id = "fast-adversarial-training/epsilon-sweep"
    static let summary = "Accuracy under FGSM and PGD of networks trained by five methods, against the radius (Figures 1 and 8)."
    static let replication = Replication.seeds(quick: 1, standard: 5, paper: 5)
    static let tables = [TableSchema("sweep", "One row a method and radius.", Sweep.columns)]

    @Parameter("Training methods.", quick: [.fgsm, .fgsmRS, .gradalign, .pgd], standard: [.standard, .fgsm, .fgsmRS, .gradalign, .pgd], paper: [.standard, .fgsm, .fgsmRS, .gradalign, .pgd])
    var methods: [TrainingMethod]
    @Parameter(
      #"Radii $\varepsilon$ in units of a pixel."#, range: ParameterRange(lower: 0, upper: 0.5, includesLower: false), quick: [0.1, 0.25, 0.3],
      standard: [0.05, 0.1, 0.15, 0.2, 0.25, 0.3], paper: [0.05, 0.1, 0.15, 0.2, 0.25, 0.3])
    var eps: [Double]
    @Parameter("Filters of the network.", range: .between(1, 256), default: 16) var filters: Int
    @Parameter("Epochs of training.", range: .between(1, 10_000), quick: 30, standard: 60, paper: 60) var epochs: Int
    @Parameter("Largest step size of Adam.", range: .between(0, 1), default: 0.01) var lrMax: Double
    @Parameter(#"Weight $\lambda$ of the alignment penalty beyond a radius of 0.15."#, range: .between(0, 1e6), default: 3)
    var lambda: Double
    @Parameter(#"Weight $\lambda$ of the alignment penalty up to a radius of 0.15."#, range: .between(0, 1e6), default: 0.3)
    var lambdaSmall: Double
    @Parameter("Steps of PGD in the test.", range: .between(0, 10_000), default: 30) var pgdSteps: Int
    @Parameter("Restarts of PGD in the test.", range: .between(1, 1000), quick: 1, standard: 3, paper: 10) var pgdRestarts: Int

    func run(in context: RunContext) throws -> ExperimentResult {
      let sweep = Sweep(
        methods: methods, radii: eps, filters: filters, epochs: epochs, largestStepSize: lrMax,
        alignment: { $0 > 0.15 ? lambda : lambdaSmall }, attackSteps: pgdSteps, restarts: pgdRestarts)
      return ExperimentResult(["sweep": try sweep.run(in: context)])
    }
  }
}
