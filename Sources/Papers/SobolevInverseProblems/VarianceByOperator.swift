import Experiments
import Tables

extension SobolevInverseProblems {
  /// Variance of the ridgeless solution on the grid, at σ = 1, s = t + 3, alpha = t + 2 (which the variance ignores).
  struct VarianceByOperator: Experiment {
    static let id = "sobolev-inverse-problems/variance-by-operator"
    static let summary =
      "Variance of noise-fitting solutions against n by order of the operator: the variance theorem, benign overfitting."
    static let tables = [
      TableSchema("curve", "One row a dimension, operator, norm and grid.", SobolevInverseProblems.gridColumns)
    ]

    @Parameter(
      "Orders $t$ of the operator in dimension 1.", range: .between(-2, 3), quick: [-1, 0, 1, 2],
      standard: [-1, 0, 1, 2], paper: [-1, 0, 0.5, 1, 1.5, 2, 3])
    var t: [Double]
    @Parameter(
      "Orders $r$ of the error's norm in dimension 1.", range: .between(-4, 4), quick: [0, 1], standard: [0, 1],
      paper: [0, 1, 2])
    var r: [Double]
    @Parameter(
      "Largest frequency $K$ in dimension 1.", name: "K", range: .atLeast(1), quick: 4096, standard: 16384, paper: 262_144)
    var largest: Int
    @Parameter(
      "Grid points $N$ in dimension 1.", range: .atLeast(1), quick: [16, 32, 64, 128, 256, 512],
      standard: [16, 32, 64, 128, 256, 512, 1024, 2048],
      paper: [16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768])
    var side: [Int]
    @Parameter("Orders $t$ of the operator in dimension 2, where $r = 0$.", name: "t2", range: .between(-2, 3), default: [0, 1, 2])
    var t2: [Double]
    @Parameter(
      "Largest frequency $K$ in a direction in dimension 2.", name: "K2", range: .atLeast(1), quick: 128, standard: 256,
      paper: 1024)
    var largest2: Int
    @Parameter(
      "Grid points $N$ in a direction in dimension 2.", name: "side2", range: .atLeast(1), quick: [4, 8, 16, 32],
      standard: [4, 8, 16, 32, 64], paper: [4, 8, 16, 32, 64, 128, 256])
    var side2: [Int]

    private func orders(_ t: Double, _ r: Double) -> SobolevOrders { SobolevOrders(t: t, s: t + 3, alpha: t + 2, r: r) }

    func validate() -> [ParameterProblem] {
      let line = t.flatMap { t in r.map { orders(t, $0) } }
      return problems("K", dimension: 1, largest: largest, sides: side, orders: line)
        + problems("K2", dimension: 2, largest: largest2, sides: side2, orders: t2.map { orders($0, 0) })
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      let line = FrequencyBox(dimension: 1, largest: largest)
      for t in t {
        for r in r { try append(line, orders(t, r), side, to: &table, context) }
      }
      context.report(0.5)
      if !t2.isEmpty {
        let plane = FrequencyBox(dimension: 2, largest: largest2)
        for t in t2 { try append(plane, orders(t, 0), side2, to: &table, context) }
      }
      return ExperimentResult(["curve": table.table])
    }

    private func append(
      _ box: FrequencyBox, _ orders: SobolevOrders, _ sides: [Int], to table: inout TableBuilder, _ context: RunContext
    ) throws {
      try context.checkCancellation()
      let estimator = GridEstimator(box: box, orders: orders)
      for side in sides {
        for errors in estimator.errors(side: side, ridges: [0], noise: 1) {
          table.append(row: gridRow(box, side: side, orders, ridge: 0, noise: 1, errors))
        }
      }
    }
  }
}
