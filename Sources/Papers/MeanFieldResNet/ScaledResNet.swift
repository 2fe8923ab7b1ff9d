import NumericalCore

extension MeanFieldResNet {
  /// A residual network with branches averaged over the width M and divided by the depth L:
  /// Z_{l+1} = Z_l + (α/LM)·Σ u·tanh(⟨w, Z_l⟩ + b) and f = (β/K)·Σ a·tanh(⟨w, Z_L⟩ + b).
  struct ScaledResNet: Equatable {
    var layers: [ResidualLayer]
    var output: OutputLayer
    var alpha: Double
    var beta: Double

    var depth: Int { layers.count }
    var width: Int { layers.first?.b.count ?? 0 }
    var outputWidth: Int { output.b.count }
    var dimension: Int { output.w.columns }
    /// α/(LM), 0 without layers.
    var branchScale: Double { layers.isEmpty ? 0 : alpha / Double(depth * width) }

    init(layers: [ResidualLayer], output: OutputLayer, alpha: Double, beta: Double) {
      self.layers = layers
      self.output = output
      self.alpha = alpha
      self.beta = beta
    }

    /// Standard normal particles; the second half of an even number of output particles is (−a, w, b) of the first, so
    /// that f = 0.
    static func gaussian(
      depth: Int, width: Int, outputWidth: Int, dimension d: Int, alpha: Double, beta: Double, from source: RandomSource
    ) -> ScaledResNet {
      var source = source
      let layers = (0..<depth).map { _ in gaussianLayer(width: width, dimension: d, from: &source) }
      let half = outputWidth / 2
      let a = source.normals(half)
      let w = source.normals(half * d)
      let b = source.normals(half)
      let output = OutputLayer(
        a: a + a.map { -$0 }, w: Matrix(rows: 2 * half, columns: d, elements: w + w), b: b + b)
      return ScaledResNet(layers: layers, output: output, alpha: alpha, beta: beta)
    }

    static func gaussianLayer(width: Int, dimension d: Int, from source: inout RandomSource) -> ResidualLayer {
      let u = Matrix(rows: width, columns: d, elements: source.normals(width * d))
      let w = Matrix(rows: width, columns: d, elements: source.normals(width * d))
      return ResidualLayer(u: u, w: w, b: source.normals(width))
    }
  }
}
