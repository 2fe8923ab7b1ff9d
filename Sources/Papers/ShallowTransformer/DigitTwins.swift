import Experiments

extension ShallowTransformer {
  /// `mean-twins` on image patches: digit images moved to the mean patch of a partner.
  ///
  /// The small counterpart of the paper's comparison of the scalings on MNIST.
  struct DigitTwins: Experiment {
    static let id = "shallow-transformer/digit-twins"
    static let summary =
      "Training on pairs of digit images with one mean patch and opposite labels, by scaling and width."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 10)
    static let tables = TwinStudy.tables

    @Parameter("Images $N$, an even number.", range: .between(2, 1296), default: 20) var n: Int
    @Parameter(
      EncoderSetup.widths, range: EncoderSetup.widthRange, quick: [128], standard: [512], paper: [128, 512, 2048, 8192])
    var widths: [Int]
    @Parameter(EncoderSetup.steps, range: .between(1, 1e6), default: 300) var steps: Int
    @Parameter(EncoderSetup.initialisation, name: "init", default: .lecun) var initialisation: GaussianInit
    @Parameter(EncoderSetup.scaling, range: EncoderSetup.choices, default: [.sqrt, .inv]) var scaling: [ScoreScaling]

    func validate() -> [ParameterProblem] {
      EncoderSetup.problems(pairing: n) + EncoderSetup.problems(tokens: 4 * n, widths: widths)
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      let study = TwinStudy(widths: widths, scalings: scaling, initialisation: initialisation, steps: steps)
      return try study.run(TokenSequences.digitTwins(count: n), in: context)
    }
  }
}
