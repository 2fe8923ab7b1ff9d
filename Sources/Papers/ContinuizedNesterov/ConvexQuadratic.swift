import Experiments
import NumericalCore

extension ContinuizedNesterov {
  struct ConvexQuadratic: Experiment {
    static let id = "continuized-nesterov/convex-quadratic"
    static let summary =
      "Gradient descent, Nesterov's method and the continuized one on a convex quadratic (the convex theorem)."
    static let replication = Replication.sharedAndSeeds(quick: 5, standard: 5, paper: 10)
    static let tables = [QuadraticComparison.schema]

    @Parameter("Dimension $d$.", range: .between(2, 5000), quick: 200, standard: 1000, paper: 1000) var d: Int
    @Parameter(
      "Iterations and jumps $K$.", range: .between(10, 100_000), quick: 400, standard: 2000, paper: 10_000)
    var iterations: Int
    @Parameter("Runs of the continuized method a seed.", range: .atLeast(1), quick: 50, standard: 125, paper: 100)
    var runs: Int
    @Parameter(
      "Times of the exact expectation; none stands for 60 log-spaced ones from 1 to $K$ and $K/8$, $K/4$, $K/2$.",
      range: .positive, default: [])
    var times: [Double]

    func run(in context: RunContext) throws -> ExperimentResult {
      let comparison = QuadraticComparison(
        problem: .convex(dimension: d), iterations: iterations, times: times.isEmpty ? defaultTimes : times, runs: runs)
      return ExperimentResult(["gaps": try comparison.table(in: context)])
    }

    private var defaultTimes: [Double] {
      let last = Double(iterations)
      let spaced = Vector.logarithmicallySpaced(from: 1, through: last, count: 60)
      return Set(spaced + [last / 8, last / 4, last / 2]).sorted()
    }
  }
}
