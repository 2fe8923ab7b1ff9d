import Experiments
import Tables

extension AcceleratedSGD {
  struct CriticalAlpha: Experiment {
    static let id = "accelerated-sgd/critical-alpha"
    static let summary =
      "The largest stable step of the aggressive sequence against the dimension: why it must shrink as 1/d (Section 3)."
    static let tables = [
      TableSchema(
        "critical-alpha", "One row a dimension.",
        [
          ColumnSchema("d", .integer, "dimension"),
          ColumnSchema("beta", .real, #"step size $\beta$ of the sequence $y$"#),
          ColumnSchema("alpha_star", .real, #"$\alpha_*$, the largest stable $\alpha$; empty if none is"#),
          ColumnSchema("alpha_star_d_over_beta", .real, #"$\alpha_*d/\beta$"#),
        ])
    ]

    @Parameter(
      "Dimensions $d$.", range: .between(2, 1_000_000).counting(1...1000), default: [5, 10, 20, 40, 80, 160, 320])
    var d: [Int]
    @Parameter(
      #"Step size $\beta$ of the sequence $y$; plain SGD is stable below $2d/(d+2)$ for Gaussian inputs."#,
      range: .strictlyBetween(0, 2), default: 1.0 / 3)
    var beta: Double
    @Parameter(Help.design, default: .gaussian) var design: InputDesign

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      for (index, dimension) in d.enumerated() {
        try context.checkCancellation()
        let problem = StreamingRegression.isotropic(dimension: dimension, design: design)
        let alpha = try IsotropicStability(problem, beta: beta).largestAlpha() ?? .nan
        table.append(.integer(dimension), .real(beta), .real(alpha), .real(alpha * Double(dimension) / beta))
        context.report(Double(index + 1) / Double(d.count))
      }
      return ExperimentResult(["critical-alpha": table.table])
    }
  }
}
