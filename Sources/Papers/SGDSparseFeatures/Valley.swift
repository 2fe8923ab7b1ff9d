import Experiments
import NumericalCore
import Tables

extension SGDSparseFeatures {
  /// SGD on the one-parameter model of the paper's proposition on loss stabilisation.
  struct Valley: Experiment {
    static let id = "sgd-sparse-features/valley"
    static let summary =
      "SGD with one parameter alternates between the two walls, at a loss away from 0 (proposition on loss stabilisation)."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 1)
    static let tables = [
      TableSchema(
        "trajectory", "The last 60 steps, one row a setting and step.",
        [
          eta, halfWidth, ColumnSchema("t", .integer, "steps taken"),
          ColumnSchema("theta", .real, #"the parameter $\theta_t$"#),
          ColumnSchema("loss", .real, #"$\frac14(1-\theta_t^2)^2$"#),
        ]),
      TableSchema(
        "summary", "One row a setting.",
        [
          eta, halfWidth,
          ColumnSchema("alternation", .real, #"share of steps after the burn-in at which $\theta-1$ changes its sign"#),
          ColumnSchema("loss_min", .real, "smallest loss after the burn-in"),
          ColumnSchema("loss_max", .real, "largest loss after the burn-in"),
          ColumnSchema("last_low", .real, #"the smaller of the last two $\theta$"#),
          ColumnSchema("last_high", .real, "the larger of them"),
        ]),
    ]
    private static let eta = ColumnSchema("eta", .real, #"step size $\gamma$"#)
    private static let halfWidth = ColumnSchema("half_width", .real, "half width of the law of $x$ around 1")
    private static let shown = 60
    private static let stride = 8192

    @Parameter(
      #"Step sizes $\gamma$, one a setting."#, range: ParameterRange.strictlyBetween(0, 1.25).counting(1...1000),
      default: [1.08, 1.15, 1.08, 1.12, 1.15, 0.9])
    var eta: [Double]
    @Parameter(
      "Half widths of the uniform law of $x$ around 1, one a setting.",
      range: ParameterRange(lower: 0, upper: 1, includesUpper: false, count: 1...1000),
      default: [0, 0, 0.03, 0.03, 0.03, 0.03])
    var halfWidth: [Double]
    @Parameter("Steps $T$.", name: "T", range: .between(2, 1e8), quick: 6000, standard: 50_000, paper: 1_000_000)
    var steps: Int
    @Parameter("Steps before the summary begins.", range: .between(0, 1e8), default: 2000) var burnIn: Int

    func validate() -> [ParameterProblem] {
      if halfWidth.count != eta.count {
        return [.inconsistent("half_width", "has \(halfWidth.count) elements for \(eta.count) step sizes")]
      }
      if burnIn >= steps {
        return [.inconsistent("burn_in", "\(burnIn) steps of T = \(steps) leave nothing to summarise")]
      }
      for (eta, width) in zip(eta, halfWidth) where eta * (1 + width) * (1 + width) > 2 {
        // Beyond 2 the map leaves every bounded set.
        return [.inconsistent("half_width", "\(width) with eta = \(eta): eta·(1 + half_width)² must be at most 2")]
      }
      return []
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var trajectory = TableBuilder(Self.tables[0].columns)
      var summary = TableBuilder(Self.tables[1].columns)
      for (index, (eta, width)) in zip(eta, halfWidth).enumerated() {
        var random = context.random("samples").substream(index)
        var map = ValleyMap(stepSize: eta, start: random.uniform(in: 0.2..<1.1))
        var (changes, low, high, previous) = (0, Double.infinity, 0.0, map.theta)
        for t in 1...steps {
          previous = map.theta
          map.step(1 + width * (2 * random.uniform() - 1))
          if t > burnIn {
            let loss = map.loss
            (low, high) = (min(low, loss), max(high, loss))
            if (map.theta - 1) * (previous - 1) < 0 { changes += 1 }
          }
          if t > steps - Self.shown {
            trajectory.append(.real(eta), .real(width), .integer(t), .real(map.theta), .real(map.loss))
          }
          if t % Self.stride == 0 { try context.checkCancellation() }
        }
        let share = Double(changes) / Double(steps - burnIn)
        let last = (min(previous, map.theta), max(previous, map.theta))
        summary.append(
          .real(eta), .real(width), .real(share), .real(low), .real(high), .real(last.0), .real(last.1))
        context.report(Double(index + 1) / Double(self.eta.count))
      }
      return ExperimentResult(["trajectory": trajectory.table, "summary": summary.table])
    }
  }
}
