import Experiments
import NumericalCore
import Tables

extension CovariateShiftKernels {
  /// As λ → 0 the predictions k(T, X)·W^½·(W^½·K·W^½)⁻¹·W^½·y do not depend on W.
  struct RidgelessInvariance: Experiment {
    static let id = "covariate-shift-kernels/ridgeless-invariance"
    static let summary =
      "Without a ridge, importance weights change no prediction: the largest difference, for random labels."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 20)
    static let tables = [
      TableSchema(
        "difference", "One row a seed.",
        [ColumnSchema("max_abs_diff", .real, "largest difference of a prediction with weights and without")])
    ]

    @Parameter("The kernel $h$: exp, linear or poly3.", default: .exp) var kernel: InnerProductKernel
    @Parameter("Shift of the test inputs.", default: .skew) var shift: ShiftKind
    @Parameter("Contracted coordinates $m$.", range: .atLeast(1), default: 2) var m: Int
    @Parameter("Their standard deviation $s$ under the test law.", range: .strictlyBetween(0, 1), default: 0.5)
    var s: Double
    @Parameter("Shape $c$ of the skew-normal law.", range: .between(-1e6, 1e6), default: 1) var c: Double
    @Parameter("Decay $a$ of the spectrum $j^{-a}$.", range: .between(0, 10), default: 0) var a: Double
    @Parameter("Number of samples $n$.", range: .between(1, 20_000), default: 100) var n: Int
    @Parameter("Dimension $d$.", range: .between(1, 20_000), default: 100) var d: Int
    @Parameter("Number of test points.", range: .between(1, 50_000), default: 100) var nTest: Int

    func validate() -> [ParameterProblem] {
      if kernel == .linear && n > d {
        return [.inconsistent("n", "\(n) with d = \(d): the linear kernel interpolates at most d samples")]
      }
      return shift == .contract ? CovariateShift.problems(contracted: m, deviation: s, dimension: d) : []
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      let shift = CovariateShift(kind: shift, contracted: m, deviation: s, shape: c)
      let law = PowerLawInputs(dimension: d, decay: a)
      let draw = LatentDraw(samples: n, tests: nTest, dimension: d, context)
      let training = law.inputs(draw.training)
      let cross = kernel.matrix(law.inputs(shift.shifted(draw.test, extra: draw.extra)), training)
      var source = context.random("labels")
      let labels = source.normals(n)
      let gram = kernel.matrix(training, training)
      do {
        let plain = try cross * Self.interpolation(gram, [Double](repeating: 1, count: n), labels)
        let weighted = try cross * Self.interpolation(gram, shift.weights(latents: draw.training), labels)
        var table = TableBuilder(Self.tables[0].columns)
        table.append(.real(Vector.maxNorm(Vector.subtract(plain, weighted))))
        return ExperimentResult(["difference": table.table])
      } catch {
        throw UnsolvableProblem(
          "the kernel matrix is singular to machine accuracy: take a larger d, a smaller n or a smaller a")
      }
    }

    /// W^½·(W^½·K·W^½)⁻¹·W^½·y, the symmetric form, which exists at λ = 0.
    static func interpolation(_ gram: Matrix, _ weights: [Double], _ labels: [Double])
      throws(LinearAlgebraError) -> [Double]
    {
      let roots = weights.map { $0.squareRoot() }
      let scaled = Matrix(rows: gram.rows, columns: gram.columns) { i, j in roots[i] * gram[i, j] * roots[j] }
      let solution = try Cholesky(scaled).solve(zip(roots, labels).map { $0 * $1 })
      return zip(roots, solution).map { $0 * $1 }
    }
  }
}
