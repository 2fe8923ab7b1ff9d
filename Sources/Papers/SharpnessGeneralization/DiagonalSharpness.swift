import Experiments
import NumericalCore
import Tables

extension SharpnessGeneralization {
  /// Measures of sharpness of a reader's own diagonal linear network.
  struct DiagonalSharpness: Experiment {
    static let id = "sharpness-generalization/diagonal-sharpness"
    static let summary = "Measures of sharpness of a given diagonal linear network at a solution (Section 5)."
    static let tables = [
      TableSchema(
        "sharpness", "One row a measure.",
        [
          ColumnSchema(
            "measure", .text,
            "avg, avg_adaptive, linf_adaptive (beyond 16 features a lower bound), l2_coefficient or l2_adaptive_coefficient"),
          ColumnSchema("value", .real, #"sharpness; of the coefficients, its limit over $\rho^2$"#),
        ])
    ]

    @Parameter("The data $X$, row by row.", range: .any.counting(1...1_000_000), default: [1, 0, 0, 1]) var x: [Double]
    @Parameter("Number of examples $n$, the rows of `x`.", range: .between(1, 1_000_000), default: 2) var n: Int
    @Parameter("The weights $u$.", range: .any.counting(1...2000), default: [1, 0.5]) var u: [Double]
    @Parameter("The weights $v$; $y = X(u \\odot v)$.", range: .any.counting(1...2000), default: [1, -1]) var v: [Double]
    @Parameter(#"Radius $\rho$."#, range: .between(0, 1000), default: 0.1) var rho: Double

    func validate() -> [ParameterProblem] {
      var problems: [ParameterProblem] = []
      if u.count != v.count {
        problems.append(.inconsistent("v", "has \(v.count) elements: must have \(u.count), as many as u"))
      }
      if x.count != n * u.count {
        problems.append(.inconsistent("x", "has \(x.count) elements: must have n · \(u.count), with n = \(n)"))
      }
      return problems
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      let measures = DiagonalMeasures(Matrix(rows: n, columns: u.count, elements: x))
      let box = DiagonalBox(measures.design, coefficients: zip(u, v).map { $0 * $1 }, radius: rho)
      let worst = try measures.worstCoefficients(u, v)
      var table = TableBuilder(Self.tables[0].columns)
      table.append("avg", .real(measures.average(u, v, radius: rho)))
      table.append("avg_adaptive", .real(measures.adaptiveAverage(u, v, radius: rho)))
      table.append("linf_adaptive", .real(try box.maximum()))
      table.append("l2_coefficient", .real(worst.plain))
      table.append("l2_adaptive_coefficient", .real(worst.adaptive))
      return ExperimentResult(["sharpness": table.table])
    }
  }
}
