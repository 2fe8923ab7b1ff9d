import NumericalCore

extension SGDSparseFeatures {
  /// 64-h-h-10 with rectifiers and the mean cross-entropy, trained by plain steps; back-propagation by hand, which at
  /// this size costs a fifth of recording the operations.
  struct DigitsPerceptron {
    /// W of each layer, `[inputs × outputs]`.
    private(set) var weights: [Tensor<Float>]
    /// b of each layer, `[outputs]`.
    private(set) var biases: [Tensor<Float>]

    init(weights: [Tensor<Float>], biases: [Tensor<Float>]) {
      self.weights = weights
      self.biases = biases
    }

    /// W ~ N(0, 2/fan-in), that of the last layer N(0, 1/h); b = 0.
    init(inputs: Int, hidden: Int, classes: Int, from source: RandomSource) {
      let sizes = [inputs, hidden, hidden, classes]
      weights = (0..<3).map { layer in
        var random = source.substream(layer)
        let deviation = ((layer == 2 ? 1 : 2) / Double(sizes[layer])).squareRoot()
        return .normal([sizes[layer], sizes[layer + 1]], standardDeviation: deviation, using: &random)
      }
      biases = (0..<3).map { Tensor([sizes[$0 + 1]]) }
    }

    /// The features of both hidden layers and the logits.
    func activations(_ inputs: Tensor<Float>) -> (first: Tensor<Float>, second: Tensor<Float>, logits: Tensor<Float>) {
      let first = Tensor.multiply(inputs, weights[0], bias: biases[0], rectifying: true)
      let second = Tensor.multiply(first, weights[1], bias: biases[1], rectifying: true)
      return (first, second, Tensor.multiply(second, weights[2], bias: biases[2]))
    }

    /// A step along the gradient of the mean cross-entropy of a batch.
    mutating func step(_ inputs: Tensor<Float>, _ labels: [Int32], stepSize: Double) {
      let (first, second, logits) = activations(inputs)
      let mean = Tensor<Float>([labels.count], repeating: 1 / Float(labels.count))
      var error = logits.crossEntropies(labels).softmax.crossEntropyGradient(labels, weights: mean)
      let features = [inputs, first, second]
      for layer in [2, 1, 0] {
        // The error passes through the weights as they were.
        let back = layer == 0 ? nil : Tensor.multiply(error, weights[layer], transposingRight: true)
        weights[layer].add(
          Tensor.multiply(features[layer], error, transposingLeft: true), times: Float(-stepSize))
        biases[layer].add(error.sum(along: 0), times: Float(-stepSize))
        if let back { error = .combine(.gate, back, features[layer]) }
      }
    }
  }
}
