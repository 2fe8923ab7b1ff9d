import Experiments
import NumericalCore
import Tables

extension BarronPathNorm {
  struct LassoInThePlane: Experiment {
    static let id = "barron-path-norm/lasso-plane"
    static let summary = "The rate of the exact minimiser with the prescribed regularisation in the plane (the rate theorem at d = 2)."
    static let replication = Replication.seeds(quick: 5, standard: 10, paper: 20)
    static let tables = [
      TableSchema(
        "lasso-plane", "One row a target and number of samples.",
        [
          ColumnSchema("target", .text, "single or smooth"),
          ColumnSchema("n", .integer, "number of samples"),
          ColumnSchema("test_mse", .real, "mean squared error on noiseless test points"),
          ColumnSchema("path_norm", .real, #"$\|c\|_1$"#),
          ColumnSchema("support", .integer, "neurons used"),
        ])
    ]

    enum Target: String, ParameterChoice {
      /// 2σ(0.6x₁ + 0.8x₂).
      case single
      /// 4/720 Σ sgn(cos 3θⱼ)σ(⟨w_θⱼ, x⟩) at θⱼ = 2π(j + ½)/720.
      case smooth

      func values(_ points: Matrix) -> [Double] {
        if self == .single { return (0..<points.rows).map { 2 * max(0, 0.6 * points[$0, 0] + 0.8 * points[$0, 1]) } }
        let terms = (0..<720).map { j -> (sign: Double, w: [Double]) in
          let angle = 2 * Double.pi * (Double(j) + 0.5) / 720
          return (CircularFunctions.cosine(3 * angle) < 0 ? -1 : 1, NeuronDictionary.neuron(at: angle))
        }
        return (0..<points.rows).map { i in
          terms.reduce(0) { $0 + $1.sign * max(0, $1.w[0] * points[i, 0] + $1.w[1] * points[i, 1]) } / 180
        }
      }
    }

    @Parameter("Targets: single, smooth.", default: [.single, .smooth]) var target: [Target]
    @Parameter(
      "Numbers of samples.", range: .between(2, 100_000).counting(1...100), quick: [50, 100, 200, 400, 800],
      standard: [50, 100, 200, 400, 800], paper: [50, 100, 200, 400, 800, 1600, 3200])
    var n: [Int]
    @Parameter("Neurons of the dictionary.", name: "P", range: .between(3, 10_000), default: 128) var neurons: Int
    @Parameter(#"The factor of $\lambda=\text{factor}\cdot n^{-2/3}$."#, range: .positive, default: 0.1) var factor: Double
    @Parameter("Standard deviation of the label noise.", range: .nonNegative, default: 0.3) var noise: Double
    @Parameter("Number of test points.", range: .between(1, 100_000), default: 2000) var nTest: Int

    func validate() -> [ParameterProblem] { target.isEmpty ? [.inconsistent("target", "names no target")] : [] }

    func run(in context: RunContext) throws -> ExperimentResult {
      let dictionary = NeuronDictionary(count: neurons)
      var table = TableBuilder(Self.tables[0].columns)
      var done = 0
      for target in target {
        for samples in n {
          try context.checkCancellation()
          var random = context.random("samples \(target.rawValue) \(samples)")
          func points(_ count: Int) -> Matrix { Matrix(rows: count, columns: 2) { _, _ in 2 * random.uniform() - 1 } }
          let inputs = points(samples)
          let errors = random.normals(samples)
          let targets = zip(target.values(inputs), errors).map { $0 + noise * $1 }
          let tests = points(nTest)
          let lambda = factor * Elementary.exp(-2.0 / 3 * Elementary.log(Double(samples)))
          let fit = try dictionary.fit(inputs, targets, lambda: lambda, tolerance: 1e-8)
          let error = Vector.squaredDistance(dictionary.features(tests) * fit.coefficients, target.values(tests))
          table.append(
            .text(target.rawValue), .integer(samples), .real(error / Double(nTest)), .real(fit.pathNorm),
            .integer(fit.support))
          done += 1
          context.report(Double(done) / Double(n.count * self.target.count))
        }
      }
      return ExperimentResult(["lasso-plane": table.table])
    }
  }
}
