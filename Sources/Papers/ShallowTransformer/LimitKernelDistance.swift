import Experiments
import NumericalCore
import Tables

extension ShallowTransformer {
  /// The distance of the tangent kernel to its limit under τ₀ = d_m⁻¹ and NTK initialisation, tokens of norm 1.
  ///
  /// Mirrors the paper's limit of infinite width.
  struct LimitKernelDistance: Experiment {
    static let id = "shallow-transformer/limit-kernel"
    static let summary = "Relative distance of the tangent kernel to that of a ReLU network on mean tokens, by width."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 10)
    static let tables = [
      TableSchema(
        "limit-kernel", "One row a width.",
        [
          ColumnSchema("d_m", .integer, "width"),
          ColumnSchema("rel_error", .real, #"$\|K-K^\infty\|_F/\|K^\infty\|_F$"#),
        ])
    ]

    @Parameter(EncoderSetup.n, range: .between(1, 512), quick: 16, standard: 16, paper: 100) var n: Int
    @Parameter(EncoderSetup.length, range: .between(1, 1000), quick: 4, standard: 4, paper: 10) var dS: Int
    @Parameter(EncoderSetup.dimension, range: .between(1, 2000), quick: 16, standard: 16, paper: 100) var d: Int
    @Parameter(
      EncoderSetup.widths, range: EncoderSetup.widthRange, quick: [64, 256, 1024], standard: [64, 256, 1024, 4096],
      paper: [64, 256, 1024, 4096, 16384])
    var widths: [Int]

    func validate() -> [ParameterProblem] { EncoderSetup.problems(tokens: n * dS, widths: widths) }

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      let sequences = TokenSequences.gaussian(count: n, length: dS, dimension: d, from: context.random("data"))
        .normalized()
      let limit = LimitKernel(sequences).total
      for (index, width) in widths.enumerated() {
        try context.checkCancellation()
        let draws = EncoderWeights.standardNormal(width: width, dimension: d, from: context.random("weights \(width)"))
        let encoder = Encoder(draws, .ntk, .inv)
        let kernel = TangentKernel(encoder, EncoderPass(encoder, sequences)).total
        table.append(.integer(width), .real((kernel - limit).frobeniusNorm / limit.frobeniusNorm))
        context.report(Double(index + 1) / Double(widths.count))
      }
      return ExperimentResult(["limit-kernel": table.table])
    }
  }
}
