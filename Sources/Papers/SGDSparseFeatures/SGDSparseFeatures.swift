import Experiments

/// "SGD with Large Step Sizes Learns Sparse Features", Andriushchenko, Varre, Pillaud-Vivien and Flammarion, ICML 2023.
enum SGDSparseFeatures {
  static let paper = Paper(
    slug: "sgd-sparse-features", title: "SGD with Large Step Sizes Learns Sparse Features",
    authors: ["Maksym Andriushchenko", "Aditya Varre", "Loucas Pillaud-Vivien", "Nicolas Flammarion"],
    venue: "ICML", year: 2023, arxiv: "2210.05337", sourceDigest: SourceDigests.digest(),
    experiments: [
      Valley.self, DiagonalNetwork.self, NoiseOrigin.self, ReLURegression.self, DigitsNetwork.self,
      TeacherStudent.self, SparsityCoefficient.self,
    ])

  /// A loss beyond which a run counts as diverged.
  static let divergedLoss = 1e3
}
