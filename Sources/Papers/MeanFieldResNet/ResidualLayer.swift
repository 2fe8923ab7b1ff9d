import NumericalCore

extension MeanFieldResNet {
  /// M particles (u, w, b), the residual branch of one layer.
  struct ResidualLayer: Equatable {
    /// `[M × d]`.
    var u: Matrix
    /// `[M × d]`.
    var w: Matrix
    /// `[M]`.
    var b: [Double]
  }

  /// K particles (a, w, b), the output layer.
  struct OutputLayer: Equatable {
    /// `[K]`.
    var a: [Double]
    /// `[K × d]`.
    var w: Matrix
    /// `[K]`.
    var b: [Double]
  }
}
