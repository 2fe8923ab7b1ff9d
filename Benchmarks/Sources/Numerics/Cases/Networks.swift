import Learning
import NumericalCore

/// The peers' networks, with the same weights.
enum Networks {
  static func perceptron() -> Network<Float> {
    var network = Network<Float>(input: [64], random: random) {
      Dense(128, activation: .relu)
      Dense(128, activation: .relu)
      Dense(10)
    }
    network.parameters = joined([
      Workload.denseWeights(64, 128, seed: 100), Tensor([128]), Workload.denseWeights(128, 128, seed: 102),
      Tensor([128]), Workload.denseWeights(128, 10, seed: 104), Tensor([10]),
    ])
    return network
  }

  /// Two convolutions on images of 8 × 8 × 1.
  static func smallCNN() -> Network<Float> {
    var network = Network<Float>(input: [8, 8, 1], random: random) {
      Convolution2D(16, kernel: 3, padding: 1, activation: .relu)
      Convolution2D(32, kernel: 3, stride: 2, padding: 1, activation: .relu)
      Flatten()
      Dense(10)
    }
    network.parameters = joined([
      Workload.filters(1, 16, seed: 100), Tensor([16]), Workload.filters(16, 32, seed: 102), Tensor([32]),
      Workload.readoutWeights(side: 4, channels: 32, 10, seed: 104), Tensor([10]),
    ])
    return network
  }

  /// Three convolutions on images of 32 × 32 × 3.
  static func largeCNN() -> Network<Float> {
    var network = Network<Float>(input: [32, 32, 3], random: random) {
      Convolution2D(16, kernel: 3, padding: 1, activation: .relu)
      Convolution2D(32, kernel: 3, stride: 2, padding: 1, activation: .relu)
      Convolution2D(32, kernel: 3, stride: 2, padding: 1, activation: .relu)
      Flatten()
      Dense(10)
    }
    network.parameters = joined([
      Workload.filters(3, 16, seed: 100), Tensor([16]), Workload.filters(16, 32, seed: 102), Tensor([32]),
      Workload.filters(32, 32, seed: 104), Tensor([32]),
      Workload.readoutWeights(side: 8, channels: 32, 10, seed: 106), Tensor([10]),
    ])
    return network
  }

  static var random: RandomSource { RandomSource(seed: 0, stream: "benchmark") }

  /// Tensors as one vector, in the order of the layers.
  static func joined(_ parts: [Tensor<Float>]) -> Tensor<Float> {
    Tensor.concatenated(parts.map { $0.reshaped(to: [$0.count]) })
  }
}
