import Experiments
import NumericalCore
import Tables

extension AcceleratedSGD {
  struct MonteCarlo: Experiment {
    static let id = "accelerated-sgd/monte-carlo"
    static let summary = "Means of sampled runs against the exact recursion (Figure 1 as the paper draws it)."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 1)
    static let tables = [
      TableSchema(
        "monte-carlo", "One row a noise level, method and step.",
        [
          ColumnSchema("sigma", .real, #"$\sigma$, the standard deviation of the label noise"#),
          ColumnSchema("method", .text, "sgd, avg-sgd, acsgd or avg-acsgd"),
          ColumnSchema("t", .integer, "steps taken"),
          ColumnSchema("mc_mean", .real, "mean excess risk of the sampled runs"),
          ColumnSchema("mc_se", .real, "its standard error; empty for a single run"),
          ColumnSchema("exact", .real, "the expectation"),
        ])
    ]

    @Parameter("Dimension $d$.", range: .between(2, 2000), quick: 20, standard: 20, paper: 50) var d: Int
    @Parameter(
      #"Exponent $p$ of the eigenvalues $\lambda_i=i^{-p}$, divided by their sum for the one-hot design."#,
      range: .between(0, 6), quick: 2, standard: 2, paper: 4)
    var decay: Double
    @Parameter("Number of steps $T$.", name: "T", range: .between(1, 1e7), quick: 1000, standard: 1000, paper: 1_000_000)
    var horizon: Int
    @Parameter("Independent runs a seed.", range: .between(1, 100_000), quick: 200, standard: 400, paper: 10)
    var replicas: Int
    @Parameter(
      #"Standard deviations $\sigma$ of the label noise."#, range: ParameterRange.nonNegative.counting(1...100),
      quick: [0, 0.1], standard: [0, 0.1], paper: [0, 0.02])
    var sigma: [Double]
    @Parameter(
      "Deviation $x_0-x_*$ of the start in the eigenbasis, $d$ numbers; none stands for all ones.", default: [])
    var x0: [Double]
    @Parameter("Rule of the step sizes: figure, theorem1 or theorem3.", default: .figure) var steps: StepRule
    @Parameter(Help.design, default: .gaussian) var design: InputDesign
    @Parameter(RecordedTimes.help, range: .nonNegative, default: []) var times: [Int]
    @Parameter(Help.alpha, range: .nonNegative, default: 0) var alpha: Double
    @Parameter(Help.beta, range: .nonNegative, default: 0) var beta: Double
    @Parameter(Help.gamma, range: .nonNegative, default: 0) var gamma: Double

    func validate() -> [ParameterProblem] {
      Help.problems(start: x0, dimension: d) + RecordedTimes.problems(times, last: horizon)
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      let problem = StreamingRegression.powerLaw(dimension: d, decay: decay, design: design)
      let sizes = problem.stepSizes(steps).replaced(alpha: alpha, beta: beta, gamma: gamma)
      let times = RecordedTimes.resolve(times, last: horizon, round: [10, 100, 1000, horizon])
      let start = Help.start(x0, dimension: d)
      let curves = try RiskCurves(
        problem, steps: sizes, start: start, times: times, withNoise: sigma.contains { $0 > 0 }, in: context,
        part: 0...0.1)
      let sampled = try sample(problem, sizes, start, times, in: context)
      var table = TableBuilder(Self.tables[0].columns)
      for (s, level) in sigma.enumerated() {
        for (m, method) in RiskMethod.allCases.enumerated() {
          for (index, t) in times.enumerated() {
            let risks = sampled[(s * times.count + index) * 4 + m]
            table.append(
              .real(level), .text(method.rawValue), .integer(t), .real(finite: Statistics.mean(risks)),
              .real(finite: Statistics.standardError(risks)),
              .real(finite: curves.risk(method, at: index, sigma: level)))
          }
        }
      }
      return ExperimentResult(["monte-carlo": table.table])
    }

    /// The risks of all runs, at index (noise level · times + time)·4 + method; all noise levels see the same samples.
    private func sample(
      _ problem: StreamingRegression, _ sizes: StepSizes, _ start: [Double], _ times: [Int], in context: RunContext
    ) throws -> [[Double]] {
      var risks = [[Double]](repeating: [], count: sigma.count * times.count * 4)
      let source = context.random("samples")
      for replica in 0..<replicas {
        var sampler = InputSampler(problem, random: source.substream(replica))
        var paths = sigma.map { SampledPath(start: start, steps: sizes, sigma: $0) }
        var step = 0
        for (index, time) in times.enumerated() {
          while step < time {
            let noise = sampler.next()
            sampler.input.withUnsafeBufferPointer { input in
              for s in paths.indices { paths[s].step(input, noise: noise) }
            }
            step += 1
            if step % 65536 == 0 { try context.checkCancellation() }
          }
          for s in paths.indices {
            for (m, risk) in paths[s].risks(problem).enumerated() {
              risks[(s * times.count + index) * 4 + m].append(risk)
            }
          }
        }
        try context.checkCancellation()
        context.report(0.1 + 0.9 * Double(replica + 1) / Double(replicas))
      }
      return risks
    }
  }
}
