import Experiments
import NumericalCore
import Tables

extension SharpnessGeneralization {
  /// Rank correlations of a reader's own pairs, as the pools use them.
  struct RankCorrelation: Experiment {
    static let id = "sharpness-generalization/rank-correlation"
    static let summary = "Kendall's tau-b and Spearman's correlation of two given lists."
    static let tables = [
      TableSchema(
        "correlation", "One row.",
        [
          ColumnSchema("tau_b", .real, "Kendall's rank correlation, corrected for ties; empty if a list is constant"),
          ColumnSchema("spearman", .real, "correlation of the ranks, ties sharing their mean rank"),
        ])
    ]

    @Parameter("The first list.", range: .any.counting(2...1_000_000), default: [1, 2, 3, 4]) var a: [Double]
    @Parameter("The second list, as long.", range: .any.counting(2...1_000_000), default: [1, 3, 2, 4]) var b: [Double]

    func validate() -> [ParameterProblem] {
      a.count == b.count ? [] : [.inconsistent("b", "has \(b.count) elements: must have \(a.count), as many as a")]
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      table.append(.real(Statistics.kendall(a, b).coefficient), .real(Statistics.spearman(a, b).coefficient))
      return ExperimentResult(["correlation": table.table])
    }
  }
}
