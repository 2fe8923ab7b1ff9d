extension RobustOverfitting {
  /// A ReLU network of one output that holds its connections one by one.
  ///
  /// Every unit is max(0, Σ wₖ·(source k) + bias) of units of the layer before it, but for the output, which has no
  /// ReLU. The networks of the constructions are written down as these, so that their parameters can be counted and
  /// their values checked; experiments compute the same functions faster (`BumpField`, `GatedSpline`).
  struct ReLUNetwork {
    struct Connection: Equatable {
      var source: Int
      var weight: Double
    }

    struct Unit: Equatable {
      var inputs: [Connection]
      /// No parameter if it is nil.
      var bias: Double?

      init(_ inputs: [(source: Int, weight: Double)], bias: Double? = nil) {
        self.inputs = inputs.map { Connection(source: $0.source, weight: $0.weight) }
        self.bias = bias
      }

      func value(_ sources: [Double]) -> Double {
        inputs.reduce(bias ?? 0) { $0 + $1.weight * sources[$1.source] }
      }

      var parameterCount: Int { inputs.count + (bias == nil ? 0 : 1) }

      /// The same unit when its sources stand `offset` places further.
      func shifted(by offset: Int) -> Unit {
        var unit = self
        for index in unit.inputs.indices { unit.inputs[index].source += offset }
        return unit
      }
    }

    /// The layers of hidden units, the first one next to the input.
    var hidden: [[Unit]]
    var output: Unit

    func callAsFunction(_ x: [Double]) -> Double {
      output.value(hidden.reduce(x) { sources, layer in layer.map { max(0, $0.value(sources)) } })
    }

    /// Connections and biases.
    var parameterCount: Int {
      hidden.reduce(output.parameterCount) { $0 + $1.reduce(0) { $0 + $1.parameterCount } }
    }

    /// The sum of two networks of the same depth, which stand side by side.
    static func + (a: ReLUNetwork, b: ReLUNetwork) -> ReLUNetwork {
      var layers: [[Unit]] = []
      var offset = 0
      for (left, right) in zip(a.hidden, b.hidden) {
        layers.append(left + right.map { $0.shifted(by: offset) })
        offset = left.count
      }
      var output = a.output
      let right = b.output.shifted(by: offset)
      output.inputs += right.inputs
      if let bias = right.bias { output.bias = (output.bias ?? 0) + bias }
      return ReLUNetwork(hidden: layers, output: output)
    }
  }
}
