import Experiments
import NumericalCore
import Tables

extension RobustOverfitting {
  /// A spline that interpolates noisy labels robustly: its rate, and the price of an attack.
  ///
  /// Mirrors the paper's theorem on regression, for dimension 1 and smoothness 2, and its robust generalisation gap.
  struct RegressionRates: Experiment {
    static let id = "robust-overfitting/regression-rates"
    static let summary =
      "Standard and robust error of a spline that interpolates noisy labels robustly, by sample size (regression theorem)."
    static let replication = Replication.sharedAndSeeds(quick: 10, standard: 20, paper: 20)
    static let tables = [
      TableSchema(
        "errors", "One row a sample size and radius.",
        [
          ColumnSchema("n", .integer, "training points"),
          ColumnSchema("radius", .integer, "place of the radius in the lists, from 0"),
          ColumnSchema("delta", .real, #"$\delta=c\,n^{-p}$"#),
          ColumnSchema("base_error", .real, "squared error of the spline alone"),
          ColumnSchema("standard_error", .real, "squared error with bumps"),
          ColumnSchema("robust_error", .real, "the same under attack"),
          ColumnSchema("base_robust_error", .real, "that of the spline alone under attack"),
          ColumnSchema("adv_train_error", .real, "largest squared training error under attack"),
        ]),
      TableSchema(
        "function", "The function fitted to the first sample size with the largest of its radii.",
        [
          ColumnSchema("x", .real, "place, in ascending order"), ColumnSchema("target", .real, #"$\sin(2\pi x)$"#),
          ColumnSchema("base", .real, "the spline alone"), ColumnSchema("value", .real, "with bumps"),
          ColumnSchema("label", .real, "at the training points only"),
        ], origin: .shared),
    ]

    @Parameter(
      "Numbers $n$ of training points.", range: .between(10, 1_000_000), quick: [50, 100, 200, 400, 800],
      standard: [50, 100, 200, 400, 800, 1600, 3200],
      paper: [50, 100, 200, 400, 800, 1600, 3200, 6400, 12800, 25600, 51200])
    var n: [Int]
    @Parameter("Factors $c$ of the radii.", range: .between(1e-6, 1e6), default: [0.25, 0.1]) var radiusC: [Double]
    @Parameter("Exponents $p$ of the radii, paired with `radius_c`.", range: .between(0, 10), default: [2, 1])
    var radiusP: [Double]
    @Parameter(#"Standard deviation $\sigma$ of the labels."#, range: .between(0, 1000), default: 0.5) var sigma: Double

    private func radius(_ index: Int, _ n: Int) -> Double {
      radiusC[index] * Elementary.exp(-radiusP[index] * Elementary.log(Double(n)))
    }

    func validate() -> [ParameterProblem] {
      if radiusP.count != radiusC.count {
        let counts = "has \(radiusP.count) elements, radius_c has \(radiusC.count)"
        return [.inconsistent("radius_p", "\(counts): they are paired one by one")]
      }
      for index in radiusC.indices {
        // 1e-9 is for rounding.
        for n in n where radius(index, n) > GatedSpline.widest / Double(n) * (1 + 1e-9) {
          let found = "c = \(radiusC[index]), p = \(radiusP[index]) at n = \(n)"
          let limit = "a radius above \(GatedSpline.widest)/n, where an attack reaches two bumps"
          return [.inconsistent("radius_c", "\(found): \(limit)")]
        }
      }
      return []
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      if context.replicate.isShared { return ExperimentResult(["function": try function(in: context)]) }
      var table = TableBuilder(Self.tables[0].columns)
      let work = n.reduce(0, +)
      var done = 0
      for n in n {
        let sample = RegressionSample(count: n, noise: sigma, random: context.random("sample \(n)"))
        let spline = try LinearSpline(fitting: sample)
        for index in radiusC.indices {
          try context.checkCancellation()
          let delta = radius(index, n)
          let errors = RegressionErrors(
            of: GatedSpline(spline: spline, sample: sample, shape: BumpShape(radius: delta)))
          table.append(
            .integer(n), .integer(index), .real(delta), .real(errors.base), .real(errors.standard),
            .real(errors.robust), .real(errors.baseRobust), .real(errors.training))
        }
        done += n
        context.report(Double(done) / Double(work))
      }
      return ExperimentResult(["errors": table.table])
    }

    /// The corners of all bumps, with enough places between to draw the target.
    private func function(in context: RunContext) throws -> Table {
      var table = TableBuilder(Self.tables[1].columns)
      guard let n = n.first, let delta = radiusC.indices.map({ radius($0, n) }).max() else { return table.table }
      let sample = RegressionSample(count: n, noise: sigma, random: context.random("sample \(n)"))
      let spline = try LinearSpline(fitting: sample)
      let fitted = GatedSpline(spline: spline, sample: sample, shape: BumpShape(radius: delta))
      func append(_ x: Double, _ value: Double, label: Double? = nil) {
        table.append(
          .real(x), .real(RegressionSample.target(x)), .real(spline(x)), .real(value), label.map(Value.real) ?? .null)
      }
      for (point, centre) in sample.x.enumerated() {
        let (inner, outer) = (fitted.shape.inner, fitted.shape.outer)
        append(Double(point) / Double(n), spline(Double(point) / Double(n)))
        for distance in [-outer, -inner, 0, inner, outer] {
          append(
            centre + distance, fitted.value(at: distance, from: point), label: distance == 0 ? sample.y[point] : nil)
        }
      }
      append(1, spline(1))
      return table.table
    }
  }
}
