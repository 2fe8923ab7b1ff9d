import Experiments

/// "Learning with norm constrained, over-parameterized, two-layer neural networks", Liu, Dadi and Cevher, JMLR 2024.
enum BarronPathNorm {
  static let paper = Paper(
    slug: "barron-path-norm", title: "Learning with Norm Constrained, Over-parameterized, Two-layer Neural Networks",
    authors: ["Fanghui Liu", "Leello Dadi", "Volkan Cevher"],
    venue: "JMLR", year: 2024, arxiv: "2404.18769", sourceDigest: SourceDigests.digest(),
    experiments: [
      RademacherComplexity.self, Separation.self, WidthSweep.self, KernelCurse.self, LassoInThePlane.self,
      LassoOnPoints.self, ConvexHullApproximation.self,
    ])
}
