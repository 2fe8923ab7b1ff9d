import NumericalCore
import Testing

@testable import Learning

@Suite struct OtherLayersTests {
  /// `conv1d(ramp([2, 5, 3], 5, 17), ramp([2, 3, 4]), ramp([4], 3, 5), stride 2, padding 1)` of PyTorch 2, channels last.
  @Test func convolutionsOfSequences() {
    var network = Network<Double>(input: [5, 3], random: RandomSource(seed: 0, stream: "")) {
      Convolution1D(4, kernel: 2, stride: 2, padding: 1)
    }
    #expect(network.output == [3, 4])
    network.parameters = Tensor.concatenated([LayerCheck.ramp([24]), LayerCheck.ramp([4], 3, 5)])
    let expected: [Double] = [
      -0.21, 0.12, -0.6, 0.28, -0.35, 0.03, -0.09, 0.84, -0.45, 0.08, 0.55, 0.2, -0.58, 0.36, 0.25, -0.13, -0.26, 0.24,
      -0.53, -0.25, 0.32, -0.22, 0.28, -0.04,
    ]
    for (found, expected) in zip(network(LayerCheck.ramp([2, 5, 3], 5, 17)).elements, expected) {
      #expect(abs(found - expected) < 1e-14)
    }
    LayerCheck.expectGradients([Convolution1D(2, kernel: 3, padding: .same)], input: [4, 2], examples: 2)
  }

  /// `conv2d(ramp([1, 3, 3, 2], 5, 17), ramp([2, 2, 1, 4]), groups=2)` of PyTorch 2, channels last.
  @Test func convolutionsOfSingleChannels() {
    var network = Network<Double>(input: [3, 3, 2], random: RandomSource(seed: 0, stream: "")) {
      DepthwiseConvolution2D(kernel: 2, multiplier: 2, bias: false)
    }
    network.parameters = LayerCheck.ramp([16])
    let expected: [Double] = [
      0.18, -0.03, 0.56, 0.23, 0.09, -0.03, -0.37, 0.16, -0.43, 0.31, 0.15, -0.66, 0.5, -0.54, -0.61, 0.12,
    ]
    for (found, expected) in zip(network(LayerCheck.ramp([1, 3, 3, 2], 5, 17)).elements, expected) {
      #expect(abs(found - expected) < 1e-14)
    }
    LayerCheck.expectGradients([DepthwiseConvolution2D(kernel: 2, padding: 1, activation: .relu)], input: [2, 2, 2], examples: 2)
  }

  @Test func dropoutDropsInTrainingOnly() {
    let network = Network<Double>(input: [10_000], random: RandomSource(seed: 0, stream: "")) { Dropout(0.3) }
    let ones = Tensor<Double>([1, 10_000], repeating: 1)
    #expect(network(ones) == ones)
    func trained(_ seed: UInt64) -> [Double] {
      var pass = network.trainingPass(RandomSource(seed: seed, stream: "dropout"))
      return network.logits(Variable(ones), parameters: [], pass: &pass).value.elements
    }
    let outputs = trained(1)
    let dropped = outputs.count { $0 == 0 }
    // Standard deviation 46.
    #expect(abs(dropped - 3000) < 200)
    #expect(outputs.allSatisfy { $0 == 0 || abs($0 - 1 / 0.7) < 1e-15 })
    #expect(outputs == trained(1) && outputs != trained(2))
  }

  @Test func activationsAndFactors() {
    let x = Tensor<Double>([1, 3], elements: [-2, 0, 1])
    func outputs(_ layer: any Layer) -> [Double] {
      Network<Double>(input: [3], random: RandomSource(seed: 0, stream: ""), layers: [layer])(x).elements
    }
    #expect(outputs(Activation(.relu)) == [0, 0, 1])
    #expect(outputs(Activation(.leakyRelu(slope: 0.5))) == [-1, 0, 1])
    #expect(outputs(Activation(.identity)) == [-2, 0, 1])
    #expect(outputs(Scaled(by: 3)) == [-6, 0, 3])
    let expected: [(ActivationFunction, Double)] = [
      (.tanh, 0.7615941559557649), (.sigmoid, 0.7310585786300049), (.softplus, 1.3132616875182228),
      (.gelu, 0.8413447460685429), (.softmax, 0.7053845126982412),
    ]
    for (function, value) in expected { #expect(abs(outputs(Activation(function))[2] - value) < 1e-14, "\(function)") }
  }
}
