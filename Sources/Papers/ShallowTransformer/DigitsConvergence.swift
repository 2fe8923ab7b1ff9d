import Experiments

extension ShallowTransformer {
  /// `linear-convergence` on handwritten digits cut in four patches, with the parity of the digit as label.
  ///
  /// Stands for the paper's one-layer vision transformer on MNIST.
  struct DigitsConvergence: Experiment {
    static let id = "shallow-transformer/digits"
    static let summary = "Loss, weights and kernel on image patches of handwritten digits, by width and scaling."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 5)
    static let tables = ConvergenceStudy.tables

    @Parameter(
      "Images $N$, the first of the training digits.", range: .between(2, 1297), quick: 40, standard: 80, paper: 160)
    var n: Int
    @Parameter(
      EncoderSetup.widths, range: EncoderSetup.widthRange, quick: [128], standard: [128, 512],
      paper: [128, 512, 2048, 8192])
    var widths: [Int]
    @Parameter(EncoderSetup.steps, range: .between(1, 1e6), quick: 300, standard: 600, paper: 1200) var steps: Int
    @Parameter(EncoderSetup.initialisation, name: "init", default: .lecun) var initialisation: GaussianInit
    @Parameter(EncoderSetup.scaling, range: EncoderSetup.choices, default: [.sqrt, .inv]) var scaling: [ScoreScaling]
    @Parameter(EncoderSetup.stepFactor, range: .between(1e-6, 2), default: 0.5) var stepFactor: Double

    func validate() -> [ParameterProblem] { EncoderSetup.problems(tokens: 4 * n, widths: widths) }

    func run(in context: RunContext) throws -> ExperimentResult {
      let study = ConvergenceStudy(
        widths: widths, scalings: scaling, initialisation: initialisation, steps: steps, stepFactor: stepFactor)
      return try study.run(TokenSequences.digits(count: n), in: context)
    }
  }
}
