import Experiments

/// "Trace norm regularization for multi-task learning with scarce data",
/// Boursier, Konobeev and Flammarion, COLT 2022.
enum TraceNormMultitask {
  static let paper = Paper(
    slug: "trace-norm-multitask",
    title: "Trace norm regularization for multi-task learning with scarce data",
    authors: ["Etienne Boursier", "Mikhail Konobeev", "Nicolas Flammarion"],
    venue: "COLT", year: 2022, arxiv: "2202.06742", sourceDigest: SourceDigests.digest(),
    experiments: [
      ErrorVsTasks.self, ErrorVsSamples.self, PenaltyPath.self, ErrorVsRank.self, MetaLearning.self,
      SolverComparison.self, Solve.self,
    ])
}
