import NumericalCore

extension MeanFieldResNet {
  /// The mean-field velocities −K·∂𝓛/∂ω and −LM·∂𝓛/∂θ of all particles for 𝓛 = Σ_i (f_i − y_i)²/2n, with sign reversed:
  /// a step of the flow subtracts them. With them come the divergences that the entropy needs.
  struct ParticleVelocities {
    /// K·∂𝓛/∂ω.
    private(set) var output: OutputLayer
    /// LM·∂𝓛/∂θ.
    private(set) var layers: [ResidualLayer]
    /// (f − y)/n, `[n]`.
    private(set) var residual: [Double]
    /// ∇·v of each output particle in its own coordinates, the others frozen: `[K]`.
    private(set) var outputDivergences: [Double]
    /// The same for each residual particle: `[L][M]`.
    private(set) var layerDivergences: [[Double]]
    private var outputSlopes: Matrix
    private var slopes: Matrix
    private var products: Matrix
    private var adjoint: Matrix

    init(_ network: ScaledResNet, samples: Int) {
      output = network.output
      layers = network.layers
      residual = [Double](repeating: 0, count: samples)
      outputDivergences = [Double](repeating: 0, count: network.outputWidth)
      layerDivergences = network.layers.map { [Double](repeating: 0, count: $0.b.count) }
      outputSlopes = Matrix(rows: samples, columns: network.outputWidth)
      slopes = Matrix(rows: samples, columns: network.width)
      products = slopes
      adjoint = Matrix(rows: samples, columns: network.dimension)
    }

    var meanOutputDivergence: Double { Vector.sum(outputDivergences) / Double(outputDivergences.count) }
    var meanLayerDivergence: Double {
      let count = layerDivergences.reduce(0) { $0 + $1.count }
      return count == 0 ? 0 : layerDivergences.reduce(0) { $0 + Vector.sum($1) } / Double(count)
    }

    mutating func update(_ network: ScaledResNet, _ pass: ForwardPass, targets: [Double]) {
      for i in residual.indices { residual[i] = (pass.values[i] - targets[i]) / Double(residual.count) }
      updateOutput(network, pass)
      for l in stride(from: network.depth - 1, through: 0, by: -1) { updateLayer(l, network, pass) }
    }

    private mutating func updateOutput(_ network: ScaledResNet, _ pass: ForwardPass) {
      pass.output.multiplyTransposed(residual, into: &output.a)
      Vector.scale(&output.a, by: network.beta)
      let norms = Self.squaredNormsPlusOne(pass.last)
      Self.differentiate(
        pass.output, network.output.a, network.beta, residual, norms, &outputSlopes, &outputDivergences)
      Matrix.multiply(outputSlopes, pass.last, transposingLeft: true, into: &output.w)
      Self.sumRows(outputSlopes, into: &output.b)
      Matrix.multiply(outputSlopes, network.output.w, times: 1 / Double(network.outputWidth), into: &adjoint)
    }

    private mutating func updateLayer(_ l: Int, _ network: ScaledResNet, _ pass: ForwardPass) {
      let layer = network.layers[l]
      Matrix.multiply(adjoint, layer.u, transposingRight: true, into: &products)
      Matrix.multiply(pass.activations[l], adjoint, transposingLeft: true, times: network.alpha, into: &layers[l].u)
      let norms = Self.squaredNormsPlusOne(pass.features[l])
      Self.differentiate(pass.activations[l], products, network.alpha, norms, &slopes, &layerDivergences[l])
      Matrix.multiply(slopes, pass.features[l], transposingLeft: true, into: &layers[l].w)
      Self.sumRows(slopes, into: &layers[l].b)
      // The slopes carry the factor α already.
      Matrix.multiply(
        slopes, layer.w, times: 1 / Double(network.depth * network.width), keeping: 1, into: &adjoint)
    }
  }
}
