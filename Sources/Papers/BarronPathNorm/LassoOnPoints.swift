import Experiments
import NumericalCore
import Tables

extension BarronPathNorm {
  /// No claims: a reader's own data.
  struct LassoOnPoints: Experiment {
    static let id = "barron-path-norm/lasso-points"
    static let summary = "The exact path-norm fit of given points in the plane, as a Lasso over neurons at equal angles."
    static let tables = [
      TableSchema(
        "fit", "One row.",
        [
          ColumnSchema("objective", .real, #"$\frac1n\|y-\Phi c\|^2+\lambda\|c\|_1$"#),
          ColumnSchema("path_norm", .real, #"$\|c\|_1$"#),
          ColumnSchema("support", .integer, "neurons used"),
          ColumnSchema("test_mse", .real, "mean squared error on the test points; empty without"),
        ]),
      TableSchema(
        "coefficients", "One row a neuron.",
        [
          ColumnSchema("j", .integer, "0-based"),
          ColumnSchema("angle", .real, "$2\\pi j/P$, in radians"),
          ColumnSchema("c", .real, "its coefficient"),
        ]),
    ]

    @Parameter(
      "Points as $x_{11},x_{12},x_{21},\\dots$", range: .any.counting(2...1_000_000), default: [1, 0, 0, 1, -1, 0, 0, -1])
    var x: [Double]
    @Parameter("Values, one for each point.", range: .any.counting(1...500_000), default: [1, 0.5, 0, 0]) var y: [Double]
    @Parameter("Neurons of the dictionary.", name: "P", range: .between(3, 10_000), default: 8) var neurons: Int
    @Parameter(#"Penalty $\lambda$."#, range: .positive, default: 0.05) var lambda: Double
    @Parameter("Test points, in the same form; may be none.", default: []) var xTest: [Double]
    @Parameter("Their values.", default: []) var yTest: [Double]

    func validate() -> [ParameterProblem] {
      var problems: [ParameterProblem] = []
      for (name, points, values) in [("x", x, y), ("x_test", xTest, yTest)] where points.count != 2 * values.count {
        problems.append(
          .inconsistent(name, "has \(points.count) numbers: must be two for each of the \(values.count) values"))
      }
      return problems
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      let dictionary = NeuronDictionary(count: neurons)
      let points = Matrix(rows: y.count, columns: 2, elements: x)
      let fit = try dictionary.fit(points, y, lambda: lambda, tolerance: 1e-12)
      var error = Double.nan
      if !yTest.isEmpty {
        let tests = Matrix(rows: yTest.count, columns: 2, elements: xTest)
        error = Vector.squaredDistance(dictionary.features(tests) * fit.coefficients, yTest) / Double(yTest.count)
      }
      var summary = TableBuilder(Self.tables[0].columns)
      summary.append(.real(fit.objective), .real(fit.pathNorm), .integer(fit.support), .real(error))
      var coefficients = TableBuilder(Self.tables[1].columns)
      for (j, c) in fit.coefficients.enumerated() {
        coefficients.append(.integer(j), .real(dictionary.angles[j]), .real(c))
      }
      return ExperimentResult(["fit": summary.table, "coefficients": coefficients.table])
    }
  }
}
