import Experiments

extension ShallowTransformer {
  /// Sequences in pairs of one mean token and opposite labels, where pooling sees nothing.
  ///
  /// A test of the paper's remark that attention under τ₀ = d_m⁻¹ degenerates to pooling.
  struct MeanTwins: Experiment {
    static let id = "shallow-transformer/mean-twins"
    static let summary = "Training on pairs of sequences with one mean token and opposite labels, by scaling and width."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 10)
    static let tables = TwinStudy.tables

    @Parameter("Sequences $N$, an even number.", range: .between(2, 512), default: 16) var n: Int
    @Parameter(EncoderSetup.length, range: .between(1, 1000), default: 4) var dS: Int
    @Parameter(EncoderSetup.dimension, range: .between(1, 2000), default: 16) var d: Int
    @Parameter(
      EncoderSetup.widths, range: EncoderSetup.widthRange, quick: [256], standard: [64, 256, 1024],
      paper: [64, 256, 1024, 4096, 16384])
    var widths: [Int]
    @Parameter(EncoderSetup.steps, range: .between(1, 1e6), default: 300) var steps: Int
    @Parameter(#"Scale $c$: the tokens are multiplied by $c/\sqrt d$."#, range: .between(1e-3, 100), default: 4)
    var c: Double
    @Parameter(EncoderSetup.initialisation, name: "init", default: .lecun) var initialisation: GaussianInit
    @Parameter(EncoderSetup.scaling, range: EncoderSetup.choices, default: [.sqrt, .inv]) var scaling: [ScoreScaling]

    func validate() -> [ParameterProblem] {
      EncoderSetup.problems(pairing: n) + EncoderSetup.problems(tokens: n * dS, widths: widths)
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      let sequences = TokenSequences.gaussianTwins(
        count: n, length: dS, dimension: d, scale: c, from: context.random("data"))
      let study = TwinStudy(widths: widths, scalings: scaling, initialisation: initialisation, steps: steps)
      return try study.run(sequences, in: context)
    }
  }
}
