import NumericalCore

@testable import Learning

/// A network and a batch whose numbers are easy to repeat elsewhere.
///
/// In PyTorch: `conv2d(x.permute(0,3,1,2), f.permute(3,2,0,1), b, stride=2, padding=1)`, `relu`,
/// `permute(0,2,3,1).reshape(3,-1) @ W + b`, `cross_entropy`, in doubles.
enum SmallNetwork {
  static let images = LayerCheck.ramp([3, 4, 4, 2], 5, 17)
  static let labels = [1, 3, 0]

  static var network: Network<Double> {
    let network = Network<Double>(input: [4, 4, 2], random: RandomSource(seed: 0, stream: "")) {
      Convolution2D(3, kernel: 3, stride: 2, padding: 1, activation: .relu)
      Flatten()
      Dense(4)
    }
    let parts = [
      LayerCheck.ramp([54]), LayerCheck.ramp([3], 3, 5), LayerCheck.ramp([48], 5, 13), LayerCheck.ramp([4], 3, 7),
    ]
    return network.with(parameters: Tensor.concatenated(parts))
  }

  /// The mean cross-entropy and its gradient.
  static func step(_ network: Network<Double>) -> (value: Double, gradient: Tensor<Double>) {
    var pass = network.evaluationPass()
    return network.valueAndGradient(at: images, pass: &pass) { $0.crossEntropy(labels) }
  }
}
