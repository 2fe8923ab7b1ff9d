import Experiments

/// "High-dimensional kernel methods under covariate shift: data-dependent implicit regularization",
/// Chen, Liu, Suzuki and Cevher, ICML 2024.
enum CovariateShiftKernels {
  static let paper = Paper(
    slug: "covariate-shift-kernels",
    title: "High-dimensional kernel methods under covariate shift: data-dependent implicit regularization",
    authors: ["Yihang Chen", "Fanghui Liu", "Taiji Suzuki", "Volkan Cevher"],
    venue: "ICML", year: 2024, arxiv: "2406.03171", sourceDigest: SourceDigests.digest(),
    experiments: [
      BiasVariance.self, VariancePeak.self, KernelExpansion.self, DigitsTilt.self, RidgelessInvariance.self,
    ])
}
