import Experiments

extension SharpnessGeneralization {
  /// Networks that differ in the radius of sharpness-aware steps alone; beside the paper's pools with such steps.
  struct SharpnessAwarePool: Experiment {
    static let id = "sharpness-generalization/sam"
    static let summary = "Sharpness and errors of networks against the radius of sharpness-aware minimisation (Section 4)."
    static let replication = Replication.seeds(quick: 2, standard: 5, paper: 5)
    static let tables = PoolTables.schemas(.samRadius)

    @Parameter("Steps of training.", range: .between(1, 1e6), quick: 150, standard: 300, paper: 300) var steps: Int
    @Parameter("Test images.", range: .between(1, 100_000), quick: 1000, standard: 4000, paper: 4000) var nTest: Int
    @Parameter(
      #"Radii $\rho$ of sharpness-aware steps; 0 is plain descent, and from 0.5 on training fails."#,
      range: .between(0, 10).counting(1...64), default: [0, 0.05, 0.1, 0.2])
    var rho: [Double]
    @Parameter("Networks of each radius.", range: .between(1, 100), default: 5) var replicates: Int

    func run(in context: RunContext) throws -> ExperimentResult {
      let settings = rho.flatMap { radius in
        (0..<replicates).map { replicate in
          PoolModel.Setting(stepSize: StrokePool.stepSize, samRadius: radius, hidden: 64, replicate: replicate)
        }
      }
      return try StrokePool(steps: steps, testCount: nTest, variation: .samRadius).run(settings, in: context)
    }
  }
}
