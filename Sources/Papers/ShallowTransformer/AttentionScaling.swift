import Experiments
import NumericalCore
import Tables

extension ShallowTransformer {
  /// How far attention is from uniform at the start, and how much queries and keys add to the tangent kernel.
  ///
  /// Mirrors the paper's discussion of the two choices of τ₀.
  struct AttentionScaling: Experiment {
    static let id = "shallow-transformer/attention-scaling"
    static let summary =
      "Distance of attention to uniform, and the kernel's share of queries and keys, by width and scaling."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 10)
    static let tables = [
      TableSchema(
        "attention-scaling", "One row an initialisation, scaling and width.",
        [
          ColumnSchema("init", .text, "lecun, he or ntk"), ColumnSchema("scaling", .text, "sqrt or inv"),
          ColumnSchema("d_m", .integer, "width"),
          ColumnSchema("tv", .real, "mean total variation between attention and the uniform law"),
          ColumnSchema("qk_share", .real, #"$\mathrm{tr}(K^Q+K^K)/\mathrm{tr}\,K$"#),
        ], seedIndex: 3)
    ]

    @Parameter(EncoderSetup.n, range: .between(1, 512), quick: 16, standard: 16, paper: 100) var n: Int
    @Parameter(EncoderSetup.length, range: .between(1, 1000), quick: 4, standard: 4, paper: 10) var dS: Int
    @Parameter(EncoderSetup.dimension, range: .between(1, 2000), quick: 16, standard: 16, paper: 100) var d: Int
    @Parameter(
      EncoderSetup.widths, range: EncoderSetup.widthRange, quick: [64, 128, 256, 512],
      standard: [64, 128, 256, 512, 1024, 2048],
      paper: [64, 128, 512, 2048, 8192])
    var widths: [Int]
    @Parameter(
      EncoderSetup.initialisations + " Tokens have norm 1 under ntk.", name: "init", range: EncoderSetup.choices,
      default: [.lecun, .he, .ntk])
    var initialisations: [GaussianInit]
    @Parameter(EncoderSetup.scaling, range: EncoderSetup.choices, default: [.sqrt, .inv]) var scaling: [ScoreScaling]

    func validate() -> [ParameterProblem] { EncoderSetup.problems(tokens: n * dS, widths: widths) }

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      let raw = TokenSequences.gaussian(count: n, length: dS, dimension: d, from: context.random("data"))
      let normalized = raw.normalized()
      for (index, width) in widths.enumerated() {
        let draws = EncoderWeights.standardNormal(width: width, dimension: d, from: context.random("weights \(width)"))
        for initialisation in initialisations {
          for scaling in scaling {
            try context.checkCancellation()
            let encoder = Encoder(draws, initialisation, scaling)
            let pass = EncoderPass(encoder, initialisation == .ntk ? normalized : raw)
            table.append(
              .text(initialisation.rawValue), .text(scaling.rawValue), .integer(width), .real(pass.distanceToUniform),
              .real(TangentKernel(encoder, pass).attentionShare))
          }
        }
        context.report(Double(index + 1) / Double(widths.count))
      }
      return ExperimentResult(["attention-scaling": table.table])
    }
  }
}
