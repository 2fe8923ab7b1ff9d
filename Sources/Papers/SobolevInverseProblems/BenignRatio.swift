import Experiments
import Tables

extension SobolevInverseProblems {
  /// Risk of the interpolant over that of the tuned ridge, with s = alpha = t + 2 and r = 0 in dimension 1.
  struct BenignRatio: Experiment {
    static let id = "sobolev-inverse-problems/benign-ratio"
    static let summary = "What fitting the noise costs: risk of the interpolant over that of the best ridge, by operator."
    static let tables = [
      TableSchema(
        "ratio", "One row an operator and grid.",
        [
          ColumnSchema("t", .real, "order of the operator"),
          ColumnSchema("side", .integer, "grid points"),
          ColumnSchema("n", .integer, "number of points"),
          ColumnSchema("risk_ridgeless", .real, "risk of the interpolant of least norm"),
          ColumnSchema("risk_ridge", .real, "risk with the oracle's ridge"),
          ColumnSchema("ratio", .real, "the first over the second"),
        ])
    ]

    @Parameter("Orders $t$ of the operator.", range: .between(-2, 4), default: [0, 1, 2]) var t: [Double]
    @Parameter("Largest frequency $K$.", name: "K", range: .atLeast(1), default: 8192) var largest: Int
    @Parameter("Grid points $N$.", range: .atLeast(1), default: [64, 256, 1024]) var side: [Int]
    @Parameter(#"Standard deviation $\sigma$ of the noise."#, range: .positive, default: 0.5) var sigma: Double

    private func orders(_ t: Double) -> SobolevOrders { SobolevOrders(t: t, s: t + 2, alpha: t + 2, r: 0) }

    func validate() -> [ParameterProblem] {
      problems("K", dimension: 1, largest: largest, sides: side, orders: t.map(orders))
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      let box = FrequencyBox(dimension: 1, largest: largest)
      let grid = RidgeSearch.ridges(from: -14, through: 0)
      for t in t {
        try context.checkCancellation()
        let estimator = GridEstimator(box: box, orders: orders(t))
        for side in side {
          let oracle = RidgeSearch(estimator, side: side, noise: sigma).best(of: grid)
          let errors = estimator.errors(side: side, ridges: [0, oracle], noise: sigma)
          let (ridgeless, ridge) = (errors[0].risk, errors[1].risk)
          table.append(
            .real(t), .integer(side), .integer(side), .real(ridgeless), .real(ridge), .real(ridgeless / ridge))
        }
      }
      return ExperimentResult(["ratio": table.table])
    }
  }
}
