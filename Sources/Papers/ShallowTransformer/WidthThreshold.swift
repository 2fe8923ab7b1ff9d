import Experiments
import NumericalCore
import Tables

extension ShallowTransformer {
  /// The least width at which λ_min(F·Fᵀ) has half the size of its limit, by the number of sequences.
  ///
  /// Mirrors the paper's condition on the width: that the kernel at the start is close to its limit.
  struct WidthThreshold: Experiment {
    static let id = "shallow-transformer/width-threshold"
    static let summary = "The width at which the smallest eigenvalue of the hidden layer's kernel has half its limit."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 10)
    static let tables = [
      TableSchema(
        "width-threshold", "One row a number of sequences.",
        [
          ColumnSchema("N", .integer, "sequences"),
          ColumnSchema("d_star", .integer, #"the least width that is wide enough; empty if none up to 5793 is"#),
        ])
    ]

    @Parameter(
      EncoderSetup.n, range: ParameterRange.between(1, 512).counting(1...100), quick: [8, 16, 32],
      standard: [8, 16, 32, 64],
      paper: [8, 16, 32, 64, 128, 256])
    var n: [Int]
    @Parameter(EncoderSetup.length, range: .between(1, 1000), default: 4) var dS: Int
    @Parameter(EncoderSetup.dimension, range: .between(1, 2000), default: 16) var d: Int
    @Parameter("Draws of the weights, over which the median is taken.", range: .between(1, 1000), default: 5)
    var draws: Int

    /// 8·2^(k/2), k = 0 … 19, rounded.
    static let grid = (0..<20).map { k in Int((Double(8 << (k / 2)) * (k % 2 == 0 ? 1 : 2.0.squareRoot())).rounded()) }

    func validate() -> [ParameterProblem] {
      EncoderSetup.problems(tokens: (n.max() ?? 0) * dS, widths: Self.grid, "n")
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      for (index, count) in n.enumerated() {
        let sequences = TokenSequences.gaussian(
          count: count, length: dS, dimension: d, from: context.random("data \(count)"))
        let limit = try SymmetricEigen.values(of: LimitKernel(sequences).first)[0]
        let threshold = try Self.grid.first { width in
          try context.checkCancellation()
          return try width >= count && medianEigenvalue(width, sequences, in: context) >= 0.5 * limit
        }
        table.append(.integer(count), threshold.map { .integer($0) } ?? .null)
        context.report(Double(index + 1) / Double(n.count))
      }
      return ExperimentResult(["width-threshold": table.table])
    }

    private func medianEigenvalue(_ width: Int, _ sequences: TokenSequences, in context: RunContext) throws -> Double {
      let source = context.random("weights \(sequences.count) \(width)")
      return Statistics.median(
        try (0..<draws).map { draw in
          let weights = EncoderWeights.standardNormal(width: width, dimension: d, from: source.substream(draw))
          let pass = EncoderPass(Encoder(weights, .ntk, .inv), sequences)
          return try SymmetricEigen.values(of: Matrix.symmetricProduct(pass.features))[0]
        })
    }
  }
}
