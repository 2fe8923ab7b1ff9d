import Experiments

/// "A continuized view on Nesterov acceleration for stochastic gradient descent and randomized gossip", Even, Berthier,
/// Bach, Flammarion, Gaillard, Hendrikx, Massoulié and Taylor, NeurIPS 2021.
enum ContinuizedNesterov {
  static let paper = Paper(
    slug: "continuized-nesterov",
    title: "A continuized view on Nesterov acceleration for stochastic gradient descent and randomized gossip",
    authors: [
      "Mathieu Even", "Raphaël Berthier", "Francis Bach", "Nicolas Flammarion", "Pierre Gaillard", "Hadrien Hendrikx",
      "Laurent Massoulié", "Adrien Taylor",
    ],
    venue: "NeurIPS", year: 2021, arxiv: "2106.07644", sourceDigest: SourceDigests.digest(),
    experiments: [
      ConvexQuadratic.self, StronglyConvexQuadratic.self, ExactDiscretisation.self, AdditiveNoise.self,
      MultiplicativeNoise.self, GossipAveraging.self,
    ])
}
