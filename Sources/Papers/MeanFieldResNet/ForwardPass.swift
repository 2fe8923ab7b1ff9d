import NumericalCore

extension MeanFieldResNet {
  /// What a network computes on fixed inputs, layer by layer, in storage that is kept from one step to the next.
  struct ForwardPass {
    /// Z_0, …, Z_L, `[n × d]` each; Z_L alone unless all are kept.
    private(set) var features: [Matrix]
    /// tanh(⟨w, Z_l⟩ + b), `[n × M]` each.
    private(set) var activations: [Matrix]
    /// tanh(⟨w, Z_L⟩ + b) of the output layer, `[n × K]`.
    private(set) var output: Matrix
    /// f, `[n]`.
    private(set) var values: [Double]
    private let inputs: Matrix
    private let keepsLayers: Bool

    /// - Parameter keepsLayers: whether features and activations of all layers are wanted, for derivatives.
    init(_ network: ScaledResNet, inputs: Matrix, keepsLayers: Bool = true) {
      self.inputs = inputs
      self.keepsLayers = keepsLayers
      let n = inputs.rows
      features = [Matrix](repeating: inputs, count: keepsLayers ? network.depth + 1 : 1)
      activations = [Matrix](
        repeating: Matrix(rows: n, columns: network.width), count: keepsLayers ? network.depth : min(1, network.depth))
      output = Matrix(rows: n, columns: network.outputWidth)
      values = [Double](repeating: 0, count: n)
    }

    /// Z_L.
    var last: Matrix { features[features.count - 1] }

    /// Assigning would share the storage, and allocate at the next change.
    private static func copy(_ source: Matrix, to target: inout Matrix) {
      target.withUnsafeMutableElements { target in
        source.withUnsafeElements { source in for i in target.indices { target[i] = source[i] } }
      }
    }

    mutating func run(_ network: ScaledResNet) {
      features[0] = inputs
      for (l, layer) in network.layers.enumerated() {
        let (from, at, to) = keepsLayers ? (l, l, l + 1) : (0, 0, 0)
        MeanFieldResNet.activate(features[from], layer.w, layer.b, into: &activations[at])
        if keepsLayers { Self.copy(features[from], to: &features[to]) }
        Matrix.multiply(activations[at], layer.u, times: network.branchScale, keeping: 1, into: &features[to])
      }
      MeanFieldResNet.activate(last, network.output.w, network.output.b, into: &output)
      output.multiply(network.output.a, into: &values)
      Vector.scale(&values, by: network.beta / Double(network.outputWidth))
    }
  }
}
