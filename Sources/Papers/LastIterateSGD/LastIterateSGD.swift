import Experiments

/// "Last iterate convergence of SGD for least-squares in the interpolation regime", Varre, Pillaud-Vivien and Flammarion,
/// NeurIPS 2021.
enum LastIterateSGD {
  static let paper = Paper(
    slug: "last-iterate-sgd", title: "Last iterate convergence of SGD for Least-Squares in the Interpolation regime",
    authors: ["Aditya Varre", "Loucas Pillaud-Vivien", "Nicolas Flammarion"],
    venue: "NeurIPS", year: 2021, arxiv: "2102.03183", sourceDigest: SourceDigests.digest(),
    experiments: [
      WorstStart.self, SourceCapacity.self, LastVersusAverage.self, CriticalStep.self, Sampling.self,
      KernelRegression.self,
    ])
}
