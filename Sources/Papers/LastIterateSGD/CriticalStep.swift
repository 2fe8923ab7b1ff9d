import Experiments
import NumericalCore
import Tables

extension LastIterateSGD {
  struct CriticalStep: Experiment {
    static let id = "last-iterate-sgd/critical-step"
    static let summary = "The largest stable constant step, and what the risk does just below and above it."
    static let tables = [
      TableSchema(
        "critical-step", "One row a spectrum and factor.",
        [
          ColumnSchema("a", .real, #"capacity exponent, $\lambda_i=i^{-a}$; empty for given eigenvalues"#),
          ColumnSchema("d", .integer, "dimension"),
          ColumnSchema("gamma_star", .real, #"$\gamma_*$, the largest step of mean-square stability"#),
          ColumnSchema("gamma_star_trace", .real, #"$\gamma_*\operatorname{tr}H$"#),
          ColumnSchema("factor", .real, #"the step taken over $\gamma_*$"#),
          ColumnSchema("growth", .real, "risk after $T$ steps over the risk after $T/2$; empty beyond the largest number"),
        ])
    ]

    @Parameter("Capacity exponents $a$.", range: .between(0, 20), default: [0, 1, 2]) var a: [Double]
    @Parameter("Dimensions $d$, each with every exponent.", range: .between(1, 100_000), default: [20, 200]) var d: [Int]
    @Parameter(
      #"Factors of $\gamma_*$ to take as the step."#, range: ParameterRange.positive.counting(1...1000),
      default: [0.9, 1.1])
    var factors: [Double]
    @Parameter("Number of steps $T$.", name: "T", range: .between(2, 1e7), default: 3000) var horizon: Int
    @Parameter("Eigenvalues of a spectrum in place of those of `a` and `d`.", range: .nonNegative, default: [])
    var eigenvalues: [Double]

    func validate() -> [ParameterProblem] {
      if eigenvalues.isEmpty && a.isEmpty { return [.inconsistent("a", "is empty, and no eigenvalues are given")] }
      if eigenvalues.isEmpty && d.isEmpty { return [.inconsistent("d", "is empty, and no eigenvalues are given")] }
      if !eigenvalues.isEmpty && !eigenvalues.contains(where: { $0 > 0 }) {
        return [.inconsistent("eigenvalues", "are all 0: every step is stable")]
      }
      return []
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var spectra: [(a: Value, lambda: [Double])] = []
      if eigenvalues.isEmpty {
        for capacity in a {
          for dimension in d {
            spectra.append((.real(capacity), Vector.powerLaw(exponent: capacity, count: dimension)))
          }
        }
      } else {
        spectra.append((.null, eigenvalues))
      }
      var table = TableBuilder(Self.tables[0].columns)
      for (index, spectrum) in spectra.enumerated() {
        let critical = PowerLawProblem.criticalStep(spectrum.lambda)
        for factor in factors {
          try context.checkCancellation()
          table.append(
            spectrum.a, .integer(spectrum.lambda.count), .real(critical), .real(critical * Vector.sum(spectrum.lambda)),
            .real(factor), .real(finite: try growth(spectrum.lambda, step: factor * critical, context)))
        }
        context.report(Double(index + 1) / Double(spectra.count))
      }
      return ExperimentResult(["critical-step": table.table])
    }

    /// f_T / f_{T/2} from c(0) = 1, in stretches that are scaled back to risk 1, so that no number overflows on the way.
    private func growth(_ lambda: [Double], step gamma: Double, _ context: RunContext) throws -> Double {
      var state = [Double](repeating: 1, count: lambda.count)
      var logarithm = 0.0
      var step = 0
      while step < horizon {
        let next = min(step + 64, step < horizon / 2 ? horizon / 2 : horizon)
        var moments = PowerLawProblem(eigenvalues: lambda, start: state).moments(stepSize: gamma, averaging: false)
        let before = moments.risk
        moments.advance(to: next - step)
        let ratio = moments.risk / before
        if !ratio.isFinite { return .infinity }
        if ratio == 0 { return 0 }
        if step >= horizon / 2 { logarithm += Elementary.log(ratio) }
        state = moments.secondMoments
        Vector.scale(&state, by: 1 / moments.risk)
        step = next
        try context.checkCancellation()
      }
      return Elementary.exp(logarithm)
    }
  }
}
