import Experiments

extension ShallowTransformer {
  /// The loss, the weights and the tangent kernel along gradient descent on Gaussian sequences, by width.
  ///
  /// Mirrors the paper's convergence theorem and its figure on synthetic data.
  struct LinearConvergence: Experiment {
    static let id = "shallow-transformer/linear-convergence"
    static let summary =
      "Loss against the theorem's linear rate, and how far weights and kernel move, by width and scaling."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 5)
    static let tables = ConvergenceStudy.tables

    @Parameter(EncoderSetup.n, range: .between(2, 512), quick: 24, standard: 24, paper: 100) var n: Int
    @Parameter(EncoderSetup.length, range: .between(1, 1000), quick: 4, standard: 4, paper: 10) var dS: Int
    @Parameter(EncoderSetup.dimension, range: .between(1, 2000), quick: 16, standard: 16, paper: 100) var d: Int
    @Parameter(
      EncoderSetup.widths, range: EncoderSetup.widthRange, quick: [32, 128], standard: [32, 128, 512],
      paper: [16, 32, 128, 512, 2048, 16384])
    var widths: [Int]
    @Parameter(EncoderSetup.steps, range: .between(1, 1e6), quick: 300, standard: 1200, paper: 400) var steps: Int
    @Parameter(EncoderSetup.initialisation + " Tokens have norm 1 under ntk.", name: "init", default: .lecun)
    var initialisation: GaussianInit
    @Parameter(EncoderSetup.scaling, range: EncoderSetup.choices, default: [.sqrt, .inv]) var scaling: [ScoreScaling]
    @Parameter(EncoderSetup.stepFactor, range: .between(1e-6, 2), default: 0.5) var stepFactor: Double

    func validate() -> [ParameterProblem] { EncoderSetup.problems(tokens: n * dS, widths: widths) }

    func run(in context: RunContext) throws -> ExperimentResult {
      let raw = TokenSequences.gaussian(count: n, length: dS, dimension: d, from: context.random("data"))
      let study = ConvergenceStudy(
        widths: widths, scalings: scaling, initialisation: initialisation, steps: steps, stepFactor: stepFactor)
      return try study.run(initialisation == .ntk ? raw.normalized() : raw, in: context)
    }
  }
}
