import Experiments
import NumericalCore
import Tables

extension SGDSparseFeatures {
  /// The feature sparsity coefficient of a reader's own features.
  struct SparsityCoefficient: Experiment {
    static let id = "sgd-sparse-features/sparsity-coefficient"
    static let summary = "The feature sparsity coefficient of a given feature matrix, at several thresholds."
    static let tables = [
      TableSchema(
        "coefficients", "One row a threshold.",
        [
          ColumnSchema("rho", .real, #"threshold $\rho$ of the correlation"#),
          ColumnSchema("coefficient", .real, "share of positive entries in kept units"),
          ColumnSchema("kept_units", .integer, "units kept"),
        ])
    ]

    @Parameter(
      "The features after the rectifier, sample by sample.", range: .any.counting(1...10_000_000),
      default: [1, 2, 0, 0, 2, 4, 1, 0, 0, 0, 3, 0, 3, 6.3, 0, 0])
    var phi: [Double]
    @Parameter("Number of samples.", range: .between(1, 10_000_000), default: 4) var n: Int
    @Parameter(
      #"Thresholds $\rho$ of the correlation."#, range: ParameterRange.between(0, 1).counting(1...1000),
      default: [0.95, 0.99999])
    var rho: [Double]

    func validate() -> [ParameterProblem] {
      phi.count.isMultiple(of: n)
        ? [] : [.inconsistent("phi", "has \(phi.count) elements: must have a multiple of n = \(n)")]
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      let features = Matrix(rows: n, columns: phi.count / n, elements: phi)
      var table = TableBuilder(Self.tables[0].columns)
      for threshold in rho {
        try context.checkCancellation()
        let sparsity = FeatureSparsity(features, threshold: threshold)
        table.append(.real(threshold), .real(sparsity.coefficient), .integer(sparsity.keptUnits))
      }
      return ExperimentResult(["coefficients": table.table])
    }
  }
}
