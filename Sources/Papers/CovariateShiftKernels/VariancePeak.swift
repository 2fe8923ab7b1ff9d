import Experiments
import NumericalCore
import Tables

extension CovariateShiftKernels {
  /// The exact variance (σ²/d²)·‖R⁻¹·X·Σ_q^½‖²_F of the linear kernel against n/d, and its spectral bound; mirrors the
  /// paper's variance theorem.
  struct VariancePeak: Experiment {
    static let id = "covariate-shift-kernels/variance-peak"
    static let summary =
      "Variance of linear ridge regression against n/d, with and without importance weights, and its spectral bound."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 5)
    static let tables = [
      TableSchema(
        "variance", "One row a spectrum, sample size and weighting.",
        [
          ColumnSchema("a", .real, "decay of the spectrum"),
          ColumnSchema("n_over_d", .real, "samples over dimensions"),
          ColumnSchema("n", .integer, "number of samples"),
          ColumnSchema("weighting", .text, "none or iw (importance weights)"),
          ColumnSchema("variance", .real, "variance under the test law"),
          ColumnSchema("bound", .real, #"$\frac{\sigma^2\|\Sigma_q\|}{d}\operatorname{tr}R^{-1}$"#),
        ])
    ]

    @Parameter("Shift of the inputs, contract or none.", default: .contract) var shift: CovarianceShift
    @Parameter("Contracted coordinates $m$.", range: .atLeast(1), default: 2) var m: Int
    @Parameter("Their standard deviation $s$ under the test law.", range: .strictlyBetween(0, 1), default: 0.5)
    var s: Double
    @Parameter("Decays $a$ of the spectrum $j^{-a}$.", range: .between(0, 10), default: [0, 1]) var a: [Double]
    @Parameter("Samples over dimensions $n/d$.", range: .positive, default: [0.25, 0.5, 0.75, 1, 1.5, 2, 4])
    var nOverD: [Double]
    @Parameter(#"Ridge $\lambda$."#, range: .between(1e-10, 1e6), default: 1e-4) var lambda: Double
    @Parameter(#"Standard deviation $\sigma$ of the label noise."#, range: .nonNegative, default: 1) var sigma: Double
    @Parameter("Dimension $d$.", range: .between(1, 10_000), quick: 150, standard: 400, paper: 1500) var d: Int

    private func samples(_ ratio: Double) -> Int { Int((ratio * Double(d)).rounded()) }

    func validate() -> [ParameterProblem] {
      for ratio in nOverD {
        let fault = ratio * Double(d) > 20_000 ? "more than 20000 samples" : samples(ratio) < 1 ? "no sample" : nil
        if let fault { return [.inconsistent("n_over_d", "\(ratio) with d = \(d) gives \(fault)")] }
      }
      return shift == .contract ? CovariateShift.problems(contracted: m, deviation: s, dimension: d) : []
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      let shift = CovariateShift(kind: shift == .contract ? .contract : .none, contracted: m, deviation: s)
      for (index, decay) in a.enumerated() {
        let law = PowerLawInputs(dimension: d, decay: decay)
        let moments = zip(law.spectrum, shift.secondMoments(dimension: d)).map { $0 * $1 }
        for (step, ratio) in nOverD.enumerated() {
          try context.checkCancellation()
          context.report((Double(index) + Double(step) / Double(nOverD.count)) / Double(a.count))
          let n = samples(ratio)
          var source = context.random("training \(n)")
          let latents = Matrix(rows: n, columns: d, elements: source.normals(n * d))
          let inputs = law.inputs(latents)
          for weighting in Weighting.allCases {
            let weights = weighting == .iw ? shift.weights(latents: latents) : [Double](repeating: 1, count: n)
            let exact = try LinearVariance(
              inputs: inputs, weights: weights, ridge: lambda, moments: moments, noise: sigma)
            table.append(
              .real(decay), .real(ratio), .integer(n), .text(weighting.rawValue), .real(exact.variance),
              .real(exact.bound))
          }
        }
      }
      return ExperimentResult(["variance": table.table])
    }
  }
}
