import Experiments

extension ContinuizedNesterov {
  struct StronglyConvexQuadratic: Experiment {
    static let id = "continuized-nesterov/strongly-convex-quadratic"
    static let summary =
      "Gradient descent, Nesterov's method and the continuized one on a strongly convex quadratic (the strongly convex theorem)."
    static let replication = Replication.sharedAndSeeds(quick: 5, standard: 5, paper: 10)
    static let tables = [QuadraticComparison.schema]

    @Parameter("Dimension $d$.", range: .between(2, 2000), quick: 50, standard: 200, paper: 200) var d: Int
    @Parameter(
      #"Condition number $\kappa=L/\mu$."#, range: .greaterThan(1), quick: 400, standard: 1000, paper: 1000)
    var kappa: Double
    @Parameter("Iterations and jumps $K$.", range: .between(10, 100_000), quick: 400, standard: 1500, paper: 5000)
    var iterations: Int
    @Parameter("Runs of the continuized method a seed.", range: .atLeast(1), quick: 50, standard: 125, paper: 100)
    var runs: Int
    @Parameter(
      "Times of the exact expectation; none stands for 60 equally spaced ones up to $K$ and the eighths of $K$.",
      range: .positive, default: [])
    var times: [Double]

    func run(in context: RunContext) throws -> ExperimentResult {
      let comparison = QuadraticComparison(
        problem: .strong(dimension: d, conditionNumber: kappa), iterations: iterations,
        times: times.isEmpty ? defaultTimes : times, runs: runs)
      return ExperimentResult(["gaps": try comparison.table(in: context)])
    }

    private var defaultTimes: [Double] {
      let last = Double(iterations)
      return Set((1...60).map { last * Double($0) / 60 } + (1...8).map { last * Double($0) / 8 }).sorted()
    }
  }
}
