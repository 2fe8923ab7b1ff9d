import Experiments
import Learning
import NumericalCore

/// "A modern look at the relationship between sharpness and generalization", Andriushchenko, Croce, Müller, Hein and
/// Flammarion, ICML 2023.
enum SharpnessGeneralization {
  static let paper = Paper(
    slug: "sharpness-generalization",
    title: "A modern look at the relationship between sharpness and generalization",
    authors: [
      "Maksym Andriushchenko", "Francesco Croce", "Maximilian Müller", "Matthias Hein", "Nicolas Flammarion",
    ],
    venue: "ICML", year: 2023, arxiv: "2302.07011", sourceDigest: SourceDigests.digest(),
    experiments: [
      LinearScale.self, LinearSharpness.self, DiagonalSharpness.self, RankCorrelation.self, Reparametrisation.self,
      DiagonalPool.self, FromScratchPool.self, FineTuningPool.self, FixedStepSizePool.self, SharpnessAwarePool.self,
    ])

  /// Two hidden layers of rectifiers and 10 logits; weights N(0, 2/fan-in), biases 0.
  static func perceptron(_ input: ImageShape, hidden: Int, random: RandomSource) -> Network<Float> {
    Network<Float>(input: [input.height, input.width, input.channels], random: random) {
      Flatten()
      Dense(hidden, activation: .relu)
      Dense(hidden, activation: .relu)
      Dense(10)
    }
  }
}
