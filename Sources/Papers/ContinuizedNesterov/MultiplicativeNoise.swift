import Experiments
import NumericalCore
import Tables

extension ContinuizedNesterov {
  struct MultiplicativeNoise: Experiment {
    static let id = "continuized-nesterov/multiplicative-noise"
    static let summary =
      "Acceleration of SGD for interpolating least squares with Gaussian inputs (the multiplicative theorem)."
    static let replication = Replication.sharedAndSeeds(quick: 1, standard: 1, paper: 1)
    static let tables = [
      TableSchema(
        "errors", "One row a method and time; the Monte-Carlo columns are filled at one early time.",
        [
          ColumnSchema("method", .text, "accelerated or sgd"),
          ColumnSchema("t", .real, "time"),
          ColumnSchema("mse", .real, #"exact $\mathbb{E}\|x_t-x_*\|^2$"#),
          ColumnSchema("bound", .real, "the theorem's bound"),
          ColumnSchema("mc_mean", .real, "mean of the squared distance over simulated runs"),
          ColumnSchema("mc_se", .real, "its standard error"),
        ], origin: .shared)
    ]

    @Parameter("Dimension $d$.", range: .between(2, 200), default: 10) var d: Int
    @Parameter(
      "Exponent $s$ of the eigenvalues $i^{-s}$ of the covariance.", range: .between(0, 8), quick: 3, standard: 4,
      paper: 4)
    var decay: Double
    @Parameter(
      #"Times in units of $1/\theta$."#, range: .positive, default: (1...40).map { Double($0) * 8 / 40 })
    var timesOverTheta: [Double]
    @Parameter(
      #"Time of the simulated runs in units of $1/\theta$."#, range: .positive, quick: 1, standard: 0.5, paper: 0.5)
    var mcTimeOverTheta: Double
    @Parameter("Simulated runs of each method; 0 for none.", range: .nonNegative, default: 400) var runs: Int

    func run(in context: RunContext) throws -> ExperimentResult {
      // All is exact but for the simulated runs, which are shown once.
      if context.replicate.seed != nil { return ExperimentResult([]) }
      let problem = GaussianLeastSquares(dimension: d, decay: decay)
      var units = Set(timesOverTheta)
      if runs > 0 { units.insert(mcTimeOverTheta) }
      let ascending = units.sorted()
      var table = TableBuilder(Self.tables[0].columns)
      for (index, method) in GaussianLeastSquares.Method.allCases.enumerated() {
        context.report(0.5 * Double(index))
        let errors = try problem.errors(method, at: ascending.map { $0 / problem.theta }, check: context.checkCancellation)
        for (unit, error) in zip(ascending, errors) {
          let time = unit / problem.theta
          var simulated: (mean: Double, standardError: Double) = (.nan, .nan)
          if runs > 0 && unit == mcTimeOverTheta {
            simulated = try problem.simulate(
              method, until: time, runs: runs, from: context.random("runs \(method.rawValue)"),
              check: context.checkCancellation)
          }
          table.append(
            .text(method.rawValue), .real(time), .real(error), .real(problem.bound(method, at: time)),
            .real(simulated.mean), .real(simulated.standardError))
        }
      }
      return ExperimentResult(["errors": table.table])
    }
  }
}
