import Experiments
import NumericalCore
import Tables

extension LabelNoiseLasso {
  /// No claims: a reader's own data.
  struct Custom: Experiment {
    static let id = "label-noise-lasso/custom"
    static let summary =
      "The exact weighted Lasso, its noise thresholds and domination gaps for given data, and descents on them."
    static let replication = Replication.sharedAndSeeds(quick: 5, standard: 5, paper: 5)
    static let tables = [
      TableSchema(
        "lasso", "The weighted Lasso at each noise level.",
        [
          ColumnSchema("deltabar", .real, #"effective noise $\bar\delta$"#),
          ColumnSchema("coordinate", .integer, "0-based"),
          ColumnSchema("beta", .real, #"$\beta^L_k$"#),
          ColumnSchema("mu", .real, #"dual variable $\mu^L_k$"#),
        ], origin: .shared),
      TableSchema(
        "design", "What the support says of the data.",
        [
          ColumnSchema("coordinate", .integer, "0-based"),
          ColumnSchema("in_support", .boolean, "whether it is in the support"),
          ColumnSchema("h", .real, #"$\bar h_k$"#),
          ColumnSchema("domination_gap", .real, "of a coordinate off the support; the condition is that all are positive"),
          ColumnSchema("delta_minus", .real, #"$\delta_-$"#),
          ColumnSchema("delta_plus", .real, #"$\delta_+$"#),
        ], origin: .shared),
      TableSchema(
        "runs", "The tail of a run at each noise level.",
        [
          ColumnSchema("deltabar", .real, #"effective noise $\bar\delta$"#),
          ColumnSchema("coordinate", .integer, "0-based"),
          ColumnSchema("tail_mean", .real, "mean over the tail; empty if the run diverged"),
          ColumnSchema("tail_sd", .real, "standard deviation over the tail"),
          ColumnSchema("predicted_sd", .real, #"$\sqrt{\bar\delta\beta^L_k}$"#),
          ColumnSchema("final", .real, #"$\beta_T$"#),
        ]),
    ]

    @Parameter("The data $X$, row by row; no column may be zero.", range: .any.counting(1...10_000_000), default: [1, 0, 1, 0, 2, 1])
    var x: [Double]
    @Parameter("Number of samples $n$, the rows of `x`.", range: .atLeast(1), default: 2) var n: Int
    @Parameter("The labels $y$, $n$ of them.", range: .any.counting(1...1_000_000), default: [1, 1]) var y: [Double]
    @Parameter(
      #"Support $S$ as 0-based coordinates; $\beta^o$ is the least-squares fit on it."#, range: .nonNegative,
      default: [0, 1])
    var support: [Int]
    @Parameter(#"Effective noise levels $\bar\delta$."#, range: .positive.counting(1...10_000), default: [0.1, 0.4, 1.5, 3])
    var deltabar: [Double]
    @Parameter(#"Step size $\gamma$."#, range: .positive, default: 0.02) var gamma: Double
    @Parameter(
      #"Start $\beta_0$: one number for all coordinates, or one for each."#, range: .positive.counting(1...1_000_000),
      default: [0.1])
    var beta0: [Double]
    @Parameter("Number of steps; 0 makes no runs.", range: .nonNegative, default: 0) var steps: Int
    @Parameter(
      "Fraction of the steps left out of the tail.",
      range: ParameterRange(lower: 0, upper: 1, includesUpper: false), default: 0.5)
    var burn: Double
    @Parameter("The descent: gd, lngd, sgd or sgd-ln.", default: .lngd) var algorithm: DescentAlgorithm

    func validate() -> [ParameterProblem] {
      guard x.count % n == 0 else {
        return [.inconsistent("x", "has \(x.count) elements: must be a multiple of n = \(n)")]
      }
      let d = x.count / n
      var problems: [ParameterProblem] = []
      if y.count != n { problems.append(.inconsistent("y", "has \(y.count) elements: must be n = \(n)")) }
      if let zero = (0..<d).first(where: { j in (0..<n).allSatisfy { x[$0 * d + j] == 0 } }) {
        problems.append(.inconsistent("x", "column \(zero) is zero: its coefficient would mean nothing"))
      }
      if let high = support.first(where: { $0 >= d }) {
        problems.append(.inconsistent("support", "names coordinate \(high): x has \(d) columns, 0 to \(d - 1)"))
      }
      if Set(support).count != support.count { problems.append(.inconsistent("support", "names a coordinate twice")) }
      if support.count > n {
        problems.append(.inconsistent("support", "has \(support.count) coordinates: at most n = \(n) can be fitted"))
      }
      if beta0.count != 1 && beta0.count != d {
        problems.append(.inconsistent("beta0", "has \(beta0.count) elements: must have 1 or \(d)"))
      }
      return problems
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      let problem = try makeProblem()
      var result = ExperimentResult([])
      if context.replicate.seed == nil {
        result.tables.append(.init("lasso", try lassoTable(problem)))
        result.tables.append(.init("design", designTable(problem)))
      }
      if !context.replicate.isShared {
        result.tables.append(.init("runs", try runTable(problem, in: context)))
      }
      return result
    }

    private func makeProblem() throws -> SparseRegression {
      let design = Matrix(rows: n, columns: x.count / n, elements: x)
      let support = support.sorted()
      let active = design.selectingColumns(support)
      var truth = [Double](repeating: 0, count: design.columns)
      do {
        if !support.isEmpty {
          var products = [Double](repeating: 0, count: support.count)
          active.multiplyTransposed(y, into: &products)
          let fit = try Cholesky(Matrix.multiply(active, active, transposingLeft: true)).solve(products)
          for (k, value) in zip(support, fit) { truth[k] = value }
        }
        return try SparseRegression(design: design, targets: y, truth: truth, support: support)
      } catch is LinearAlgebraError {
        throw ParameterProblems([
          .inconsistent("support", "names columns of x that are linearly dependent: least squares has no single fit")
        ])
      }
    }

    private func lassoTable(_ problem: SparseRegression) throws -> Table {
      var table = TableBuilder(Self.tables[0].columns)
      for level in deltabar {
        let lasso = try problem.lasso(level: level)
        for k in 0..<problem.features {
          table.append(.real(level), .integer(k), .real(lasso.coefficients[k]), .real(lasso.dual[k]))
        }
      }
      return table.table
    }

    private func designTable(_ problem: SparseRegression) -> Table {
      var table = TableBuilder(Self.tables[1].columns)
      for k in 0..<problem.features {
        table.append(
          .integer(k), .boolean(problem.support.contains(k)), .real(problem.secondMoments[k]),
          .real(problem.dominationGaps[k]), .real(problem.lowerThreshold), .real(problem.upperThreshold))
      }
      return table.table
    }

    private func runTable(_ problem: SparseRegression, in context: RunContext) throws -> Table {
      var table = TableBuilder(Self.tables[2].columns)
      if steps == 0 { return table.table }
      let start = beta0.count == 1 ? [Double](repeating: beta0[0], count: problem.features) : beta0
      for (index, level) in deltabar.enumerated() {
        let part = RunSchedule.part(index, of: deltabar.count)
        var run = QuadraticDescent(
          problem, algorithm: algorithm, stepSize: gamma, level: level, start: start,
          noise: context.random("noise \(level)"), samples: context.random("samples \(level)"))
        try RunSchedule.advance(&run, to: min(Int(burn * Double(steps)), steps - 1), of: steps, in: context, within: part)
        run.resetAverage()
        try RunSchedule.advance(&run, to: steps, of: steps, in: context, within: part)
        let lasso = try problem.lasso(level: level).coefficients
        for k in 0..<problem.features {
          table.append(
            .real(level), .integer(k), .real(run.mean[k]), .real(run.standardDeviation[k]),
            .real((level * lasso[k]).squareRoot()), .real(run.beta[k]))
        }
      }
      return table.table
    }
  }
}
