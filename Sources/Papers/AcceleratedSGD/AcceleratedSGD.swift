import Experiments

/// "Accelerated SGD for non-strongly-convex least squares", Varre and Flammarion, COLT 2022.
enum AcceleratedSGD {
  static let paper = Paper(
    slug: "accelerated-sgd", title: "Accelerated SGD for Non-Strongly-Convex Least Squares",
    authors: ["Aditya Varre", "Nicolas Flammarion"],
    venue: "COLT", year: 2022, arxiv: "2203.01744", sourceDigest: SourceDigests.digest(),
    experiments: [
      Rates.self, NoiseTerm.self, MonteCarlo.self, WorstCase.self, CriticalAlpha.self, LowerBound.self, Minibatch.self,
    ])
}
