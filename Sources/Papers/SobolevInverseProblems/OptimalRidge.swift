import Experiments
import Tables

extension SobolevInverseProblems {
  /// Risk with a tuned ridge on the one-dimensional grid: the oracle's, and the theory's γ ∝ n^(−2(s−t)/(2(alpha−t)+1)).
  struct OptimalRidge: Experiment {
    static let id = "sobolev-inverse-problems/optimal-ridge"
    static let summary = "Risk with a tuned ridge against n by order of the prior: all priors reach the same exponent."
    static let tables = [
      TableSchema(
        "curve", "One row a case (t, alpha, r), prior, grid and choice of the ridge.",
        SobolevInverseProblems.gridColumns + [ColumnSchema("choice", .text, "oracle or theory")])
    ]

    @Parameter("Orders $t$ of the operator, one a case.", range: .between(-2, 4), default: [0, 1, -1]) var t: [Double]
    @Parameter(#"Smoothness $\alpha$ of the truth, one a case."#, range: .between(-4, 10), default: [2, 3, 1])
    var alpha: [Double]
    @Parameter("Orders $r$ of the error's norm, one a case.", range: .between(-4, 4), default: [0, 1, 0]) var r: [Double]
    @Parameter("Orders $s - t$ of the prior above the operator's.", range: .positive, default: [1, 1.5, 2, 3])
    var sMinusT: [Double]
    @Parameter("Largest frequency $K$.", name: "K", range: .atLeast(1), quick: 8192, standard: 32768, paper: 262_144)
    var largest: Int
    @Parameter(
      "Grid points $N$.", range: .atLeast(1), quick: [64, 128, 256, 512, 1024],
      standard: [64, 128, 256, 512, 1024, 2048, 4096],
      paper: [64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768])
    var side: [Int]
    @Parameter(#"Standard deviation $\sigma$ of the noise."#, range: .nonNegative, default: 0.5) var sigma: Double
    @Parameter("Smallest ridge of the oracle's grid, as a power of ten.", range: .between(-30, 10), default: -14)
    var gammaMinLog10: Double
    @Parameter("Largest ridge of the oracle's grid, as a power of ten.", range: .between(-30, 10), default: 0)
    var gammaMaxLog10: Double

    func validate() -> [ParameterProblem] {
      let cases = SobolevCases(t: t, alpha: alpha, r: r)
      var found = cases.problems
      if gammaMaxLog10 < gammaMinLog10 {
        found.append(.inconsistent("gamma_max_log10", "\(gammaMaxLog10) is below gamma_min_log10 = \(gammaMinLog10)"))
      }
      for (t, alpha) in zip(t, alpha) where 2 * (alpha - t) + 1 <= 0 {
        found.append(.inconsistent("alpha", "\(alpha) with t = \(t): the theory's ridge needs 2 (alpha - t) + 1 > 0"))
      }
      if !found.isEmpty { return found }
      return problems("K", dimension: 1, largest: largest, sides: side, orders: cases.orders(sMinusT))
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      let box = FrequencyBox(dimension: 1, largest: largest)
      let grid = RidgeSearch.ridges(from: gammaMinLog10, through: gammaMaxLog10)
      let all = SobolevCases(t: t, alpha: alpha, r: r).orders(sMinusT)
      for (index, orders) in all.enumerated() {
        try context.checkCancellation()
        context.report(Double(index) / Double(all.count))
        let estimator = GridEstimator(box: box, orders: orders)
        for side in side {
          let oracle = RidgeSearch(estimator, side: side, noise: sigma).best(of: grid)
          let ridges = [oracle, orders.theoreticalRidge(n: side, dimension: 1)]
          let errors = estimator.errors(side: side, ridges: ridges, noise: sigma)
          for (choice, (ridge, errors)) in zip(["oracle", "theory"], zip(ridges, errors)) {
            table.append(row: gridRow(box, side: side, orders, ridge: ridge, noise: sigma, errors) + [.text(choice)])
          }
        }
      }
      return ExperimentResult(["curve": table.table])
    }
  }
}
