import Experiments

/// "Generalization of scaled deep ResNets in the mean-field regime",
/// Chen, Liu, Lu, Chrysos and Cevher, ICLR 2024.
enum MeanFieldResNet {
  static let paper = Paper(
    slug: "mean-field-resnet", title: "Generalization of scaled deep ResNets in the mean-field regime",
    authors: ["Yihang Chen", "Fanghui Liu", "Yiping Lu", "Grigorios G. Chrysos", "Volkan Cevher"],
    venue: "ICLR", year: 2024, arxiv: "2403.09889", sourceDigest: SourceDigests.digest(),
    experiments: [
      DepthLimit.self, Convergence.self, KLGrowth.self, Generalisation.self, CoreCheck.self,
    ])
}
