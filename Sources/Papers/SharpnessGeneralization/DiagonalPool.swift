import Experiments
import NumericalCore
import Tables

extension SharpnessGeneralization {
  /// Diagonal linear networks from starts of different scales α, which fit the same data with different solutions.
  ///
  /// Mirrors the paper's theory of diagonal linear networks: which sharpness goes with the test error depends on the target.
  struct DiagonalPool: Experiment {
    static let id = "sharpness-generalization/diagonal-network"
    static let summary =
      "Sharpness against test error of diagonal linear networks, for a sparse and a dense target (Section 5)."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 5)
    static let tables = [
      TableSchema(
        "pool", "One row a target, scale of the start and measure.",
        [
          ColumnSchema("target", .text, "sparse or dense"),
          ColumnSchema("alpha", .real, #"scale $\alpha$ of the start $u=\sqrt2\alpha$, $v=0$"#),
          ColumnSchema("test_error", .real, #"$\|\beta-\beta^*\|^2$"#),
          ColumnSchema("train_loss", .real, "mean squared residual over 2"),
          ColumnSchema("measure", .text, "avg, avg_adaptive, max or max_adaptive"),
          ColumnSchema("sharpness", .real, #"its limit over $\rho^2$ for $\rho\to0$"#),
        ]),
      TableSchema(
        "monte_carlo", "Average sharpness of radius 0.1 by 400 draws and by its closed form, at the middle scale.",
        [
          ColumnSchema("target", .text, "sparse or dense"),
          ColumnSchema("alpha", .real, #"scale $\alpha$ of the start"#),
          ColumnSchema("mc_mean", .real, "mean rise of the loss over the draws"),
          ColumnSchema("mc_se", .real, "its standard error"),
          ColumnSchema("exact", .real, "closed form"),
        ]),
    ]
    private static let draws = 400
    private static let radius = 0.1

    @Parameter("Steps of gradient descent.", range: .between(1e3, 1e6), quick: 15_000, standard: 30_000, paper: 200_000)
    var steps: Int
    @Parameter(#"Scales $\alpha$ of the start, at equal ratios in $[0.01, 2]$."#, range: .between(2, 1000), default: 16)
    var nAlpha: Int
    @Parameter("Dimension $d$.", range: .between(1, 2000), quick: 80, standard: 80, paper: 200) var d: Int
    @Parameter("Examples $n$.", range: .between(1, 2000), quick: 40, standard: 40, paper: 100) var n: Int
    @Parameter(
      "Coordinates of the sparse target that are not 0.", range: .between(1, 2000), quick: 4, standard: 4, paper: 20)
    var sparsity: Int

    func validate() -> [ParameterProblem] {
      sparsity <= d ? [] : [.inconsistent("sparsity", "\(sparsity) coordinates of a target of dimension d = \(d)")]
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var random = context.random("design")
      let design = random.normalMatrix(rows: n, columns: d)
      let scales = Vector.logarithmicallySpaced(from: 0.01, through: 2, count: nAlpha)
      let targets = [("sparse", sparseTarget), ("dense", denseTarget(context.random("target")))]
      var descent = DiagonalDescent(
        design: design, targets: Matrix(rows: 2 * nAlpha, columns: d) { run, j in targets[run / nAlpha].1[j] },
        scales: scales + scales)
      for step in 0..<steps {
        if step % 1000 == 0 {
          try context.checkCancellation()
          context.report(Double(step) / Double(steps))
        }
        descent.step()
      }
      guard descent.isFinite else {
        throw UnsolvableProblem(
          "gradient descent with the step 0.02/max(1, 2α²) diverges for n = \(n), d = \(d): take more examples or a smaller d")
      }
      let measures = DiagonalMeasures(design)
      var pool = TableBuilder(Self.tables[0].columns)
      var checks = TableBuilder(Self.tables[1].columns)
      for (index, (name, target)) in targets.enumerated() {
        for (position, scale) in scales.enumerated() {
          let run = index * nAlpha + position
          try append(&pool, [.text(name), .real(scale)], descent, run, target, measures)
          if position == nAlpha / 2 {
            checks.append(
              row: [.text(name), .real(scale)]
                + check(descent.u.row(run), descent.v.row(run), target, measures, context.random("draws " + name)))
          }
        }
      }
      return ExperimentResult(["pool": pool.table, "monte_carlo": checks.table])
    }

    /// 1, −1, 1, … and then 0.
    private var sparseTarget: [Double] { (0..<d).map { $0 < sparsity ? ($0 % 2 == 0 ? 1 : -1) : 0 } }

    /// 2/√d with random signs.
    private func denseTarget(_ source: RandomSource) -> [Double] {
      var random = source
      return (0..<d).map { _ in 2 * random.rademacher() / Double(d).squareRoot() }
    }

    private func append(
      _ table: inout TableBuilder, _ place: [Value], _ descent: DiagonalDescent, _ run: Int, _ target: [Double],
      _ measures: DiagonalMeasures
    ) throws {
      let (u, v) = (descent.u.row(run), descent.v.row(run))
      let miss = Vector.subtract(descent.coefficients(run), target)
      let fit: [Value] = [.real(Vector.squaredNorm(miss)), .real(loss(measures.design, miss))]
      let average = measures.averageCoefficients(u, v)
      let worst = try measures.worstCoefficients(u, v)
      let values = [
        ("avg", average.plain), ("avg_adaptive", average.adaptive), ("max", worst.plain), ("max_adaptive", worst.adaptive),
      ]
      for (measure, value) in values { table.append(row: place + fit + [.text(measure), .real(value)]) }
    }

    /// ‖X·(β − β*)‖²/(2n).
    private func loss(_ design: Matrix, _ miss: [Double]) -> Double {
      Vector.squaredNorm(design * miss) / (2 * Double(design.rows))
    }

    /// Mean and standard error of the rise of the loss over normal draws, and its exact mean.
    private func check(
      _ u: [Double], _ v: [Double], _ target: [Double], _ measures: DiagonalMeasures, _ source: RandomSource
    ) -> [Value] {
      var random = source
      func lossAt(_ a: [Double], _ b: [Double]) -> Double {
        loss(measures.design, (0..<d).map { a[$0] * b[$0] - target[$0] })
      }
      let start = lossAt(u, v)
      let rises = (0..<Self.draws).map { _ in
        lossAt(u.map { $0 + Self.radius * random.normal() }, v.map { $0 + Self.radius * random.normal() }) - start
      }
      let error = Statistics.standardError(rises)
      return [
        .real(Statistics.mean(rises)), .real(error), .real(measures.average(u, v, radius: Self.radius)),
      ]
    }
  }
}
