import Experiments
import NumericalCore
import Tables

extension CovariateShiftKernels {
  /// ‖K − K_lin‖₂ and (mean_l ‖k(t_l, X) − k_lin(t_l, X)‖²)^½ at n = d; mirrors the paper's linearisation of the kernel
  /// under covariate shift.
  struct KernelExpansion: Experiment {
    static let id = "covariate-shift-kernels/kernel-expansion"
    static let summary =
      "Error of the linearised kernel, among the samples and across the shift, against the dimension."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 5)
    static let tables = [
      TableSchema(
        "errors", "One row a spectrum and dimension.",
        [
          ColumnSchema("a", .real, "decay of the spectrum"),
          ColumnSchema("d", .integer, "dimension, and number of samples"),
          ColumnSchema("op_error", .real, #"$\|K-K_{\mathrm{lin}}\|_2$"#),
          ColumnSchema("rel_error", .real, "the same over the norm of $K$ less its mean entry"),
          ColumnSchema("cross_error", .real, "root mean square over the test points of the cross kernel's error"),
        ])
    ]

    @Parameter("The kernel $h$: exp, linear or poly3.", default: .exp) var kernel: InnerProductKernel
    @Parameter("Shift of the test inputs.", default: .contract) var shift: ShiftKind
    @Parameter("Contracted coordinates $m$.", range: .atLeast(1), default: 2) var m: Int
    @Parameter("Their standard deviation $s$ under the test law.", range: .strictlyBetween(0, 1), default: 0.5)
    var s: Double
    @Parameter("Shape $c$ of the skew-normal law.", range: .between(-1e6, 1e6), default: 3) var c: Double
    @Parameter("Decays $a$ of the spectrum $j^{-a}$.", range: .between(0, 10), default: [0, 0.5]) var a: [Double]
    @Parameter(
      "Dimensions $d$, as many samples, and as many test points.", range: .between(1, 10_000),
      quick: [50, 100, 200, 400], standard: [50, 100, 200, 400, 800], paper: [50, 100, 200, 400, 800, 3200])
    var d: [Int]

    func validate() -> [ParameterProblem] {
      guard shift == .contract, let smallest = d.min() else { return [] }
      return CovariateShift.problems(contracted: m, deviation: s, dimension: smallest)
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      let shift = CovariateShift(kind: shift, contracted: m, deviation: s, shape: c)
      for (index, dimension) in d.enumerated() {
        let draw = LatentDraw(
          samples: dimension, tests: dimension, dimension: dimension, context, name: " \(dimension)")
        for decay in a {
          try context.checkCancellation()
          context.report(Double(index) / Double(d.count))
          let law = PowerLawInputs(dimension: dimension, decay: decay)
          let test = law.inputs(shift.shifted(draw.test, extra: draw.extra))
          let errors = try errors(law, law.inputs(draw.training), test, shift)
          table.append(
            .real(decay), .integer(dimension), .real(errors.operator), .real(errors.relative), .real(errors.cross))
        }
      }
      return ExperimentResult(["errors": table.table])
    }

    private func errors(_ law: PowerLawInputs, _ training: Matrix, _ test: Matrix, _ shift: CovariateShift) throws
      -> (operator: Double, relative: Double, cross: Double)
    {
      let linearised = LinearisedKernel(kernel: kernel, spectrum: law.spectrum)
      let gram = kernel.matrix(training, training)
      let error = try Self.spectralNorm(gram - linearised.gram(training))
      let mean = Vector.sum(gram.elements) / Double(gram.elements.count)
      let size = try Self.spectralNorm(gram - Matrix(rows: gram.rows, columns: gram.columns, repeating: mean))
      let moments = zip(law.spectrum, shift.secondMoments(dimension: law.spectrum.count)).map { $0 * $1 }
      let cross = kernel.matrix(test, training) - linearised.cross(test, training, moments: moments)
      return (error, error / size, cross.frobeniusNorm / Double(test.rows).squareRoot())
    }

    /// The largest magnitude of an eigenvalue of a symmetric matrix.
    private static func spectralNorm(_ matrix: Matrix) throws -> Double {
      let values = try SymmetricEigen.values(of: matrix)
      return max(abs(values.first ?? 0), abs(values.last ?? 0))
    }
  }
}
