import Experiments

/// "Understanding and improving fast adversarial training", Andriushchenko and Flammarion, NeurIPS 2020.
enum FastAdversarialTraining {
  static let paper = Paper(
    slug: "fast-adversarial-training",
    title: "Understanding and improving fast adversarial training",
    authors: ["Maksym Andriushchenko", "Nicolas Flammarion"],
    venue: "NeurIPS", year: 2020, arxiv: "2007.02617", sourceDigest: SourceDigests.digest(),
    experiments: [
      RandomStepNorm.self, AlignmentAtInit.self, EpsilonSweep.self, SingleLayerCurves.self, RobustStart.self,
      RobustStartStrokes.self, ModerateRadius.self, LargeRadius.self,
    ])
}
