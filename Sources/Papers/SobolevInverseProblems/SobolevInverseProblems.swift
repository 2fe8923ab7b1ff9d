import Experiments

/// "Benign overfitting in fixed dimension via physics-informed learning with smooth inductive bias",
/// Wong, Wu, Liu and Lu, 2024.
enum SobolevInverseProblems {
  static let paper = Paper(
    slug: "sobolev-inverse-problems",
    title: "Benign overfitting in fixed dimension via physics-informed learning with smooth inductive bias",
    authors: ["Honam Wong", "Wendao Wu", "Fanghui Liu", "Yiping Lu"],
    venue: "arXiv", year: 2024, arxiv: "2406.09194", sourceDigest: SourceDigests.digest(),
    experiments: [
      VarianceByOperator.self, InductiveBiasRidgeless.self, OptimalRidge.self, BenignRatio.self, PoissonDirichlet.self,
      GridLearningCurve.self,
    ])
}
