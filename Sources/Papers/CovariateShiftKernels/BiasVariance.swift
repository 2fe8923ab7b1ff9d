import Experiments
import NumericalCore
import Tables

extension CovariateShiftKernels {
  /// Squared bias (1/n_t)·Σ (k(t_l, X)·R⁻¹·f*(X) − f*(t_l))² and variance (σ²/n_t)·Σ ‖R⁻¹·k(X, t_l)‖² with
  /// R = K + λn·W⁻¹, the noise in exact expectation.
  ///
  /// Mirrors the paper's theorems on bias and variance over the scales of λ.
  struct BiasVariance: Experiment {
    static let id = "covariate-shift-kernels/iw-bias-variance"
    static let summary =
      "Bias and variance of kernel ridge regression against the ridge under covariate shift, with and without weights."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 20)
    static let tables = [
      TableSchema(
        "risk", "One row a shift, spectrum, weighting and ridge.",
        [
          ColumnSchema("shift", .text, "contract, skew or none"),
          ColumnSchema("a", .real, "decay of the spectrum"),
          ColumnSchema("weighting", .text, "none or iw (importance weights)"),
          ColumnSchema("lambda", .real, #"ridge $\lambda$"#),
          ColumnSchema("bias2", .real, "squared bias under the test law"),
          ColumnSchema("variance", .real, "variance under the test law"),
          ColumnSchema("risk", .real, "excess risk, the sum of both"),
        ])
    ]

    @Parameter("The kernel $h$: exp, linear or poly3.", default: .exp) var kernel: InnerProductKernel
    @Parameter("Shifts of the inputs: contract, skew, none.", default: [.contract, .skew]) var shift: [ShiftKind]
    @Parameter("Contracted coordinates $m$.", range: .atLeast(1), default: 2) var m: Int
    @Parameter("Their standard deviation $s$ under the test law.", range: .strictlyBetween(0, 1), default: 0.5)
    var s: Double
    @Parameter("Shape $c$ of the skew-normal law.", range: .between(-1e6, 1e6), default: 3) var c: Double
    @Parameter("Decays $a$ of the spectrum $j^{-a}$.", range: .between(0, 10), default: [0, 1]) var a: [Double]
    @Parameter(
      #"Ridges $\lambda$."#, range: .between(1e-10, 1e6), default: [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1, 10])
    var lambda: [Double]
    @Parameter(#"Standard deviation $\sigma$ of the label noise."#, range: .nonNegative, default: 0.5) var sigma: Double
    @Parameter("Number of samples $n$.", range: .between(1, 20_000), quick: 200, standard: 500, paper: 4000) var n: Int
    @Parameter("Dimension $d$.", range: .between(1, 20_000), quick: 200, standard: 500, paper: 4000) var d: Int
    @Parameter("Number of test points.", range: .between(1, 50_000), quick: 400, standard: 1000, paper: 8000)
    var nTest: Int

    func validate() -> [ParameterProblem] {
      shift.contains(.contract) ? CovariateShift.problems(contracted: m, deviation: s, dimension: d) : []
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      let draw = LatentDraw(samples: n, tests: nTest, dimension: d, context)
      let settings = shift.flatMap { kind in a.map { (kind, $0) } }
      for (index, (kind, decay)) in settings.enumerated() {
        try evaluate(kind, decay: decay, draw, into: &table) { fraction in
          try context.checkCancellation()
          context.report((Double(index) + fraction) / Double(settings.count))
        }
      }
      return ExperimentResult(["risk": table.table])
    }

    private func evaluate(
      _ kind: ShiftKind, decay: Double, _ draw: LatentDraw, into table: inout TableBuilder,
      progress: (Double) throws -> Void
    ) throws {
      let shift = CovariateShift(kind: kind, contracted: m, deviation: s, shape: c)
      let law = PowerLawInputs(dimension: d, decay: decay)
      let training = law.inputs(draw.training)
      let test = law.inputs(shift.shifted(draw.test, extra: draw.extra))
      let (truth, testTruth) = (law.targets(training), law.targets(test))
      let gram = kernel.matrix(training, training)
      let tests = KernelTests(cross: kernel.matrix(test, training))
      for (index, weighting) in Weighting.allCases.enumerated() {
        let weights = weighting == .iw ? shift.weights(latents: draw.training) : [Double](repeating: 1, count: n)
        for (step, ridge) in lambda.enumerated() {
          try progress((Double(index) + Double(step) / Double(lambda.count)) / 2)
          let fit = try WeightedRidge(gram: gram, weights: weights, ridge: ridge)
          let bias2 = tests.meanSquaredError(fit.coefficients(truth), targets: testTruth)
          let variance = sigma * sigma * fit.noiseGain(tests)
          table.append(
            .text(kind.rawValue), .real(decay), .text(weighting.rawValue), .real(ridge), .real(bias2), .real(variance),
            .real(bias2 + variance))
        }
      }
    }
  }
}
