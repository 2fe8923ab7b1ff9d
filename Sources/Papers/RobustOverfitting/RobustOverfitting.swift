import Experiments

/// "Can overfitted deep neural networks in adversarial training generalize? An approximation viewpoint",
/// Shi, Liu, Cao and Suykens, 2024.
enum RobustOverfitting {
  static let paper = Paper(
    slug: "robust-overfitting",
    title: "Can overfitted deep neural networks in adversarial training generalize? An approximation viewpoint",
    authors: ["Zhongjie Shi", "Fanghui Liu", "Yuan Cao", "Johan A. K. Suykens"],
    venue: "arXiv", year: 2024, arxiv: "2401.13624", sourceDigest: SourceDigests.digest(),
    experiments: [
      BumpClassifier.self, SeparationThreshold.self, DigitsMemorise.self, RegressionRates.self,
      AdversarialTraining.self,
    ])
}
