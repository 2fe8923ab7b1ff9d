import Experiments
import NumericalCore
import Tables

extension LabelNoiseLasso {
  struct Fluctuations: Experiment {
    static let id = "label-noise-lasso/fluctuations"
    static let summary =
      "Amplitude of the fluctuations on the support, and the stationary Gamma law in one dimension (Theorem 4(i); Figure 1, centre)."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 1)
    static let tables = [
      TableSchema(
        "support", "One row a noise level and coordinate of the support.",
        [
          ColumnSchema("deltabar", .real, #"effective noise $\bar\delta$"#),
          ColumnSchema("coordinate", .integer, "0-based"),
          ColumnSchema("sd", .real, #"standard deviation of $\beta_k$ over the last 90 % of the steps"#),
          ColumnSchema("predicted_sd", .real, #"$\sqrt{\bar\delta\beta^L_k}$"#),
        ]),
      TableSchema(
        "one_dimensional", "Moments of the stationary law for $n=d=1$, $x=y=1$.",
        [
          ColumnSchema("deltabar", .real, #"effective noise $\bar\delta$"#),
          ColumnSchema("mean", .real, "over the last 98 % of the steps"),
          ColumnSchema("mean_theory", .real, #"$1-\bar\delta/2$, or 0 above $\bar\delta=2$"#),
          ColumnSchema("variance", .real, "over the same steps"),
          ColumnSchema("variance_theory", .real, #"$\bar\delta(1-\bar\delta/2)$"#),
        ]),
      TableSchema(
        "histogram", "The one-dimensional runs in 60 bins, beside the Gamma density.",
        [
          ColumnSchema("deltabar", .real, #"effective noise $\bar\delta$"#),
          ColumnSchema("beta", .real, "middle of the bin"),
          ColumnSchema("density", .real, "share of the steps in the bin over its width"),
          ColumnSchema("gamma_density", .real, #"of Gamma(shape $1/\bar\delta-\frac12$, scale $\bar\delta$)"#),
        ]),
    ]

    var size = ProblemSize()
    @Parameter(#"Effective noise levels $\bar\delta$."#, range: .positive, default: [0.0125, 0.05, 0.2])
    var deltabar: [Double]
    @Parameter(#"Step size $\gamma$."#, range: .positive, default: 0.05) var gamma: Double
    @Parameter("Number of steps.", range: .atLeast(10), quick: 12000, standard: 48000, paper: 48000) var steps: Int
    @Parameter(
      #"Effective noise levels $\bar\delta$ of the one-dimensional runs."#, name: "deltabar_1d", range: .positive,
      default: [0.1, 0.5])
    var deltabarOne: [Double]
    @Parameter(#"Step size $\gamma$ of the one-dimensional runs."#, name: "gamma_1d", range: .positive, default: 0.02)
    var gammaOne: Double
    @Parameter(
      "Number of steps of the one-dimensional runs.", name: "steps_1d", range: .atLeast(50), quick: 30000,
      standard: 120_000, paper: 120_000)
    var stepsOne: Int

    func validate() -> [ParameterProblem] { size.problems() }

    func run(in context: RunContext) throws -> ExperimentResult {
      let problem = try size.draw(in: context)
      var support = TableBuilder(Self.tables[0].columns)
      for (index, level) in deltabar.enumerated() {
        let deviations = try deviations(problem, level, context, RunSchedule.part(index, of: deltabar.count))
        let lasso = try problem.lasso(level: level).coefficients
        for k in problem.support {
          support.append(
            .real(level), .integer(k), .real(deviations[k]), .real((level * lasso[k]).squareRoot()))
        }
      }
      var moments = TableBuilder(Self.tables[1].columns)
      var histogram = TableBuilder(Self.tables[2].columns)
      for level in deltabarOne {
        try context.checkCancellation()
        let law = StationaryLaw(level: level)
        let sample = law.sample(stepSize: gammaOne, steps: stepsOne, noise: context.random("one-dimensional \(level)"))
        moments.append(
          .real(level), .real(sample.mean), .real(law.mean), .real(sample.variance), .real(law.variance))
        for (beta, density) in sample.histogram {
          histogram.append(.real(level), .real(beta), .real(density), .real(law.density(at: beta)))
        }
      }
      return ExperimentResult([
        "support": support.table, "one_dimensional": moments.table, "histogram": histogram.table,
      ])
    }

    /// The standard deviations of β over the last 90 % of a run that starts at the truth, 1e-12 off the support.
    private func deviations(
      _ problem: SparseRegression, _ level: Double, _ context: RunContext, _ part: ClosedRange<Double>
    ) throws -> [Double] {
      let noise = context.random("noise \(level)")
      var run = QuadraticDescent(
        problem, algorithm: .lngd, stepSize: gamma, level: level, start: problem.truth.map { $0 > 0 ? $0 : 1e-12 },
        noise: noise, samples: noise)
      try RunSchedule.advance(&run, to: steps / 10, of: steps, in: context, within: part)
      run.resetAverage()
      try RunSchedule.advance(&run, to: steps, of: steps, in: context, within: part)
      return run.standardDeviation
    }
  }
}
