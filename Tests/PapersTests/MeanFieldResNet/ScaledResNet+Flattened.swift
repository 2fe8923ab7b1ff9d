import Experiments
import NumericalCore
import Tables
import Testing

@testable import Papers

typealias MeanField = MeanFieldResNet

extension MeanField.ScaledResNet {
  /// All parameters in one list, and the network of such a list.
  var flattened: [Double] {
    layers.flatMap { $0.u.elements + $0.w.elements + $0.b } + output.a + output.w.elements + output.b
  }

  func replacingParameters(_ values: [Double]) -> Self {
    var rest = values[...]
    func take(_ count: Int) -> [Double] {
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    var result = self
    for l in layers.indices {
      result.layers[l].u = Matrix(rows: width, columns: dimension, elements: take(width * dimension))
      result.layers[l].w = Matrix(rows: width, columns: dimension, elements: take(width * dimension))
      result.layers[l].b = take(width)
    }
    result.output.a = take(outputWidth)
    result.output.w = Matrix(rows: outputWidth, columns: dimension, elements: take(outputWidth * dimension))
    result.output.b = take(outputWidth)
    return result
  }

  func values(_ inputs: Matrix) -> [Double] {
    var pass = MeanField.ForwardPass(self, inputs: inputs, keepsLayers: false)
    pass.run(self)
    return pass.values
  }
}
