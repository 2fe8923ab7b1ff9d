import Experiments
import Tables

extension SobolevInverseProblems {
  /// The exact learning curve with every parameter free; lists are crossed.
  struct GridLearningCurve: Experiment {
    static let id = "sobolev-inverse-problems/grid-learning-curve"
    static let summary = "Exact squared bias and variance on the grid for any orders, ridges and grids, all lists crossed."
    static let tables = [TableSchema("curve", "One row a combination.", SobolevInverseProblems.gridColumns)]

    @Parameter("Dimensions of the torus.", range: .between(1, 4), default: [1]) var d: [Int]
    @Parameter("Largest frequencies $K$ in a direction.", name: "K", range: .atLeast(0), default: [4096]) var largest: [Int]
    @Parameter("Grid points $N$ in a direction.", range: .atLeast(1), default: [16, 32, 64, 128, 256, 512]) var side: [Int]
    @Parameter("Orders $t$ of the operator.", range: .between(-10, 10), default: [2]) var t: [Double]
    @Parameter("Orders $s$ of the prior.", range: .between(-20, 20), default: [4]) var s: [Double]
    @Parameter(#"Smoothness $\alpha$ of the truth."#, range: .between(-20, 20), default: [4]) var alpha: [Double]
    @Parameter(#"Ridges $\gamma$; 0 is the interpolant of least norm."#, range: .nonNegative, default: [0]) var gamma: [Double]
    @Parameter("Orders $r$ of the error's norm.", range: .between(-10, 10), default: [0]) var r: [Double]
    @Parameter(#"Standard deviations $\sigma$ of the noise."#, range: .nonNegative, default: [1]) var sigma: [Double]

    private var orders: [SobolevOrders] {
      t.flatMap { t in
        s.flatMap { s in alpha.flatMap { alpha in r.map { SobolevOrders(t: t, s: s, alpha: alpha, r: $0) } } }
      }
    }

    func validate() -> [ParameterProblem] {
      for d in d {
        for largest in largest {
          let found = problems(
            "K", dimension: d, largest: largest, sides: side, orders: orders, requiresResolution: false)
          if !found.isEmpty { return found }
        }
      }
      return []
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      for d in d {
        for largest in largest {
          let box = FrequencyBox(dimension: d, largest: largest)
          for orders in orders {
            try context.checkCancellation()
            let estimator = GridEstimator(box: box, orders: orders)
            for side in side {
              for sigma in sigma {
                let errors = estimator.errors(side: side, ridges: gamma, noise: sigma)
                for (ridge, errors) in zip(gamma, errors) {
                  table.append(row: gridRow(box, side: side, orders, ridge: ridge, noise: sigma, errors))
                }
              }
            }
          }
        }
      }
      return ExperimentResult(["curve": table.table])
    }
  }
}
