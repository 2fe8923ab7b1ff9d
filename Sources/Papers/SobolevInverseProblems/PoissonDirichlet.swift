import Experiments
import NumericalCore
import Tables

extension SobolevInverseProblems {
  /// Ridgeless solutions from random points of the unit interval: of −u″ = f from f (`pde`), and of u from u (`reg`).
  ///
  /// Both use the Brownian bridge kernel; both modes see the same points and the same standard normal noise.
  struct PoissonDirichlet: Experiment {
    static let id = "sobolev-inverse-problems/poisson-dirichlet"
    static let summary =
      "Interpolating noisy data at random points: solving Poisson's equation smooths the noise, regression keeps it."
    static let replication = Replication.sharedAndSeeds(quick: 5, standard: 5, paper: 50)
    static let tables = [
      TableSchema(
        "errors", "One row a mode and number of points; relative squared errors in $L^2$.",
        [
          ColumnSchema("mode", .text, "pde or reg"),
          ColumnSchema("n", .integer, "number of points"),
          ColumnSchema("err_one_draw", .real, "error of this draw"),
          ColumnSchema("bias_exact", .real, "error without noise"),
          ColumnSchema("variance_exact", .real, "expected error of the noise alone"),
          ColumnSchema("max_residual", .real, "largest misfit of the data over their root mean square"),
        ], origin: .replicates, seedIndex: 2),
      TableSchema(
        "fit", "The solution of the first seed at the number of points nearest to 100.",
        [
          ColumnSchema("mode", .text, "pde or reg"), ColumnSchema("x", .real, "1000 points from 0 to 1"),
          ColumnSchema("estimate", .real, #"$\hat u(x)$"#), ColumnSchema("truth", .real, #"$u^\star(x)$"#),
        ], origin: .shared),
      TableSchema(
        "data", "What that solution saw: values of $f$ (pde) or $u$ (reg).",
        [
          ColumnSchema("mode", .text, "pde or reg"), ColumnSchema("x", .real, "position"),
          ColumnSchema("y", .real, "noisy observation"),
        ], origin: .shared),
    ]

    @Parameter("What is observed: $f = -u''$ (pde) or $u$ (reg).", default: [.pde, .reg]) var mode: [DirichletMode]
    @Parameter(
      "Numbers $n$ of points.", range: .atLeast(1), quick: [25, 50, 100, 200, 400], standard: [25, 50, 100, 200, 400],
      paper: [25, 50, 100, 200, 400, 800, 1600, 3200])
    var n: [Int]
    @Parameter(
      #"Noise $\sigma$ as a multiple of the root mean square of the observed function."#, range: .nonNegative,
      default: 0.3)
    var sigma: Double
    @Parameter("Frequencies $K$ of the solution.", name: "K", range: .atLeast(5), quick: 1024, standard: 4096, paper: 16384)
    var largest: Int

    func run(in context: RunContext) throws -> ExperimentResult {
      if context.replicate.isShared { return example(context) }
      var table = TableBuilder(Self.tables[0].columns)
      for (index, n) in n.enumerated() {
        try context.checkCancellation()
        context.report(Double(index) / Double(self.n.count))
        let fits = fits(n, context)
        guard let bridge = fits.first?.bridge else { break }
        for (fit, errors) in zip(fits, DirichletFit.errors(fits, bridge, largest: largest)) {
          table.append(
            .text(fit.mode.rawValue), .integer(n), .real(errors.oneDraw), .real(errors.bias), .real(errors.variance),
            .real(bridge.residual(fit.coefficients, fit.observations)))
        }
      }
      return ExperimentResult(["errors": table.table])
    }

    private func fits(_ n: Int, _ context: RunContext) -> [DirichletFit] {
      let bridge = BridgeInterpolant.uniform(count: n, from: context.random("points \(n)"))
      var source = context.random("noise \(n)")
      let noise = source.normals(n)
      return mode.map { DirichletFit(mode: $0, bridge: bridge, noise: noise, sigma: sigma) }
    }

    /// The curves and data of one draw, for the picture.
    private func example(_ context: RunContext) -> ExperimentResult {
      var curves = TableBuilder(Self.tables[1].columns)
      var data = TableBuilder(Self.tables[2].columns)
      if let n = n.min(by: { (abs($0 - 100), $0) < (abs($1 - 100), $1) }) {
        let points = Vector.linearlySpaced(from: 0, through: 1, count: 1000)
        for fit in fits(n, context) {
          let (estimate, truth) = fit.curves(at: points, largest: largest)
          for (x, (estimate, truth)) in zip(points, zip(estimate, truth)) {
            curves.append(.text(fit.mode.rawValue), .real(x), .real(estimate), .real(truth))
          }
          for (x, y) in zip(fit.bridge.points, fit.observations) {
            data.append(.text(fit.mode.rawValue), .real(x), .real(y))
          }
        }
      }
      return ExperimentResult(["fit": curves.table, "data": data.table])
    }
  }
}
