import Experiments
import NumericalCore
import Tables

extension BarronPathNorm {
  struct KernelCurse: Experiment {
    static let id = "barron-path-norm/kernel-curse"
    static let summary = "Interpolation of one noiseless ReLU neuron by the arc-cosine kernel: the price of dimension."
    static let replication = Replication.seeds(quick: 2, standard: 5, paper: 5)
    static let tables = [
      TableSchema(
        "kernel-curse", "One row a dimension and number of samples.",
        [
          ColumnSchema("d", .integer, "dimension"),
          ColumnSchema("n", .integer, "number of samples"),
          ColumnSchema("test_mse", .real, "mean squared error on test points"),
        ])
    ]

    enum Design: String, ParameterChoice {
      /// Uniform points on the sphere.
      case random
      /// The Fibonacci lattice of the sphere in three dimensions, without randomness.
      case fibonacci
    }

    @Parameter("Dimensions $d$.", range: .between(2, 1000).counting(1...100), default: [3, 5, 10, 20]) var d: [Int]
    @Parameter(
      "Numbers of samples.", range: .between(1, 30_000).counting(1...100), quick: [100, 200, 400, 800],
      standard: [100, 200, 400, 800, 1600], paper: [100, 200, 400, 800, 1600, 3200, 6400, 12800, 25600])
    var n: [Int]
    @Parameter("Number of test points.", range: .between(1, 100_000), default: 1000) var nTest: Int
    @Parameter("What is added to the diagonal of the kernel matrix.", range: .nonNegative, default: 1e-12)
    var ridge: Double
    @Parameter("Direction of the neuron, $d$ numbers; none stands for the first axis.", default: []) var v: [Double]
    @Parameter("Points: random, or fibonacci in three dimensions.", default: .random) var design: Design

    func validate() -> [ParameterProblem] {
      if design == .fibonacci, let other = d.first(where: { $0 != 3 }) {
        return [.inconsistent("design", "is fibonacci with d = \(other): the lattice is one of the sphere for d = 3")]
      }
      if !v.isEmpty, let other = d.first(where: { $0 != v.count }) {
        return [.inconsistent("v", "has \(v.count) elements: must have d = \(other)")]
      }
      if !v.isEmpty && v.allSatisfy({ $0 == 0 }) { return [.inconsistent("v", "is zero: it must point somewhere")] }
      return []
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      var done = 0
      for dimension in d {
        let neuron = v.isEmpty ? SingleNeuron(.axis, dimension: dimension) : SingleNeuron(along: v)
        for samples in n {
          try context.checkCancellation()
          var random = context.random("points \(dimension) \(samples)")
          func points(_ count: Int) -> Matrix {
            design == .fibonacci
              ? Self.fibonacci(count) : SingleNeuron.inputs(count, dimension: dimension, from: &random)
          }
          let (inputs, tests) = (points(samples), points(nTest))
          var kernel = ArcCosineKernel.matrix(inputs)
          for i in 0..<samples { kernel[i, i] += ridge }
          let coefficients = try Cholesky(kernel).solve(neuron.values(inputs))
          let predictions = ArcCosineKernel.matrix(tests, inputs) * coefficients
          let error = Vector.squaredDistance(predictions, neuron.values(tests)) / Double(nTest)
          table.append(.integer(dimension), .integer(samples), .real(error))
          done += 1
          context.report(Double(done) / Double(d.count * n.count))
        }
      }
      return ExperimentResult(["kernel-curse": table.table])
    }

    /// With k = i + ½: z = 1 − 2k/n at the angle π(1 + √5)k.
    static func fibonacci(_ count: Int) -> Matrix {
      Matrix(rows: count, columns: 3) { i, j in
        let k = Double(i) + 0.5
        let z = 1 - 2 * k / Double(count)
        if j == 2 { return z }
        let angle = Double.pi * (1 + 5.0.squareRoot()) * k
        return (1 - z * z).squareRoot() * (j == 0 ? CircularFunctions.cosine(angle) : CircularFunctions.sine(angle))
      }
    }
  }
}
