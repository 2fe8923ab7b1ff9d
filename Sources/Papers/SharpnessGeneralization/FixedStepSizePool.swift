import Experiments

extension SharpnessGeneralization {
  /// A pool that the step size does not order: networks of one step size that differ in weight decay, augmentation and width.
  ///
  /// Mirrors the paper's conclusion that sharpness and generalisation are weakly correlated once training is not ordered by
  /// its step size.
  struct FixedStepSizePool: Experiment {
    static let id = "sharpness-generalization/fixed-lr"
    static let summary =
      "Sharpness against errors for networks of one step size that differ in regularisation and width (Section 4)."
    static let replication = Replication.seeds(quick: 2, standard: 5, paper: 5)
    static let tables = PoolTables.schemas(.regularisation)
    private static let weightDecays = [0, 5e-4, 2e-3]
    private static let widths = [32, 96]

    @Parameter("Steps of training.", range: .between(1, 1e6), quick: 150, standard: 300, paper: 300) var steps: Int
    @Parameter("Test images.", range: .between(1, 100_000), quick: 1000, standard: 4000, paper: 4000) var nTest: Int
    @Parameter("Networks of each setting.", range: .between(1, 100), default: 2) var replicates: Int

    func run(in context: RunContext) throws -> ExperimentResult {
      let settings = Self.weightDecays.flatMap { decay in
        StrokeAugmentation.allCases.flatMap { augmentation in
          Self.widths.flatMap { width in
            (0..<replicates).map { replicate in
              PoolModel.Setting(
                stepSize: StrokePool.stepSize, augmentation: augmentation.rawValue, weightDecay: decay, hidden: width,
                replicate: replicate)
            }
          }
        }
      }
      return try StrokePool(steps: steps, testCount: nTest, variation: .regularisation).run(settings, in: context)
    }
  }
}
