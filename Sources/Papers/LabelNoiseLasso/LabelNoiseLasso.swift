import Experiments

/// "Label noise (stochastic) gradient descent implicitly solves the Lasso for quadratic parametrisation",
/// Pillaud-Vivien, Reygner and Flammarion, COLT 2022.
enum LabelNoiseLasso {
  static let paper = Paper(
    slug: "label-noise-lasso",
    title: "Label noise (stochastic) gradient descent implicitly solves the Lasso for quadratic parametrisation",
    authors: ["Loucas Pillaud-Vivien", "Julien Reygner", "Nicolas Flammarion"],
    venue: "COLT", year: 2022, arxiv: "2206.09841", sourceDigest: SourceDigests.digest(),
    experiments: [
      Recovery.self, LassoAverage.self, OffSupportDecay.self, Fluctuations.self, LargeNoise.self, Domination.self,
      Custom.self,
    ])
}
