import Experiments

/// "On the Convergence of Encoder-only Shallow Transformers", Wu, Liu, Chrysos and Cevher, NeurIPS 2023.
enum ShallowTransformer {
  static let paper = Paper(
    slug: "shallow-transformer", title: "On the Convergence of Encoder-only Shallow Transformers",
    authors: ["Yongtao Wu", "Fanghui Liu", "Grigorios G. Chrysos", "Volkan Cevher"],
    venue: "NeurIPS", year: 2023, arxiv: "2311.01575", sourceDigest: SourceDigests.digest(),
    experiments: [
      LinearConvergence.self, AttentionScaling.self, LimitKernelDistance.self, MeanTwins.self, InitSpeed.self,
      WidthThreshold.self, DigitsConvergence.self, DigitTwins.self, ExactCheck.self,
    ])
}
