import Experiments
import Tables

extension SobolevInverseProblems {
  /// Squared bias of the ridgeless solution on the one-dimensional grid, for priors of several orders.
  struct InductiveBiasRidgeless: Experiment {
    static let id = "sobolev-inverse-problems/inductive-bias-ridgeless"
    static let summary =
      "Bias of the interpolant against n by order of the prior: the rate ignores a smooth enough prior, and saturates below."
    static let tables = [
      TableSchema("curve", "One row a case (t, alpha, r), prior and grid.", SobolevInverseProblems.gridColumns)
    ]

    @Parameter("Orders $t$ of the operator, one a case.", range: .between(-2, 4), default: [0, 2, 2, 1]) var t: [Double]
    @Parameter(#"Smoothness $\alpha$ of the truth, one a case."#, range: .between(-4, 10), default: [2, 4, 4, 3])
    var alpha: [Double]
    @Parameter("Orders $r$ of the error's norm, one a case.", range: .between(-4, 4), default: [0, 1, 0, 0]) var r: [Double]
    @Parameter("Orders $s - t$ of the prior above the operator's.", range: .positive, default: [0.75, 1, 1.5, 2, 3, 4])
    var sMinusT: [Double]
    @Parameter("Largest frequency $K$.", name: "K", range: .atLeast(1), quick: 4096, standard: 16384, paper: 262_144)
    var largest: Int
    @Parameter(
      "Grid points $N$.", range: .atLeast(1), quick: [16, 32, 64, 128, 256, 512],
      standard: [16, 32, 64, 128, 256, 512, 1024, 2048],
      paper: [16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768])
    var side: [Int]

    func validate() -> [ParameterProblem] {
      let pairing = SobolevCases(t: t, alpha: alpha, r: r).problems
      if !pairing.isEmpty { return pairing }
      let orders = SobolevCases(t: t, alpha: alpha, r: r).orders(sMinusT)
      return problems("K", dimension: 1, largest: largest, sides: side, orders: orders)
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      let box = FrequencyBox(dimension: 1, largest: largest)
      let all = SobolevCases(t: t, alpha: alpha, r: r).orders(sMinusT)
      for (index, orders) in all.enumerated() {
        try context.checkCancellation()
        context.report(Double(index) / Double(all.count))
        let estimator = GridEstimator(box: box, orders: orders)
        for side in side {
          for errors in estimator.errors(side: side, ridges: [0], noise: 1) {
            table.append(row: gridRow(box, side: side, orders, ridge: 0, noise: 1, errors))
          }
        }
      }
      return ExperimentResult(["curve": table.table])
    }
  }
}
