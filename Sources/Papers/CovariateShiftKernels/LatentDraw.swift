import Experiments
import NumericalCore

extension CovariateShiftKernels {
  /// The standard normal numbers of one replicate; every shift, spectrum and weighting sees the same ones.
  struct LatentDraw {
    /// `[n × d]`.
    let training: Matrix
    /// `[n_test × d]`, before the shift.
    let test: Matrix
    /// One more number a test point, for the skew-normal law.
    let extra: [Double]

    init(samples: Int, tests: Int, dimension: Int, _ context: RunContext, name: String = "") {
      func matrix(_ stream: String, _ rows: Int) -> Matrix {
        var source = context.random(stream + name)
        return Matrix(rows: rows, columns: dimension, elements: source.normals(rows * dimension))
      }
      training = matrix("training", samples)
      test = matrix("test", tests)
      var source = context.random("skew" + name)
      extra = source.normals(tests)
    }
  }
}
