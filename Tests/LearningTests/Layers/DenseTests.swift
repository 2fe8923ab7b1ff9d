import NumericalCore
import Testing

@testable import Learning

@Suite struct DenseTests {
  @Test func outputsByHand() {
    var network = Network<Double>(input: [2], random: RandomSource(seed: 1, stream: "x")) { Dense(3, activation: .relu) }
    network.parameters = Tensor(vector: [1, 2, 3, -1, 0, 1, 10, 20, -30])
    #expect(network.slots.map(\.name) == ["dense0.weights", "dense0.bias"])
    #expect(network(Tensor([2, 2], elements: [1, 2, 3, 4])).elements == [9, 22, 0, 9, 26, 0])
  }

  @Test func actsAlongTheLastAxis() {
    let network = LayerCheck.network([Dense(5)], input: [4, 3])
    let x = GradientCheck.normal([2, 4, 3])
    let rows = LayerCheck.network([Dense(5)], input: [3]).with(parameters: network.parameters)
    #expect(network.output == [4, 5])
    #expect(network(x).elements == rows(x.reshaped(to: [8, 3])).elements)
  }

  @Test func derivatives() {
    LayerCheck.expectGradients([Dense(4, activation: .tanh), Dense(2, bias: false)], input: [3])
    LayerCheck.expectGradients([Dense(4, activation: .relu)], input: [2, 3])
    LayerCheck.expectGradients([Dense(3, initialisation: .neuralTangent)], input: [4])
  }

  /// The factor of the layer stands outside of the bias.
  @Test func multipliers() {
    for (initialisation, factor) in [(Initialisation.neuralTangent, 0.5), (.meanField, 0.25)] {
      let plain = LayerCheck.network([Dense(3)], input: [4])
      let scaled = LayerCheck.network([Dense(3, initialisation: initialisation)], input: [4])
        .with(parameters: plain.parameters)
      let x = GradientCheck.normal([2, 4])
      let bias = plain["dense0.bias"]
      let expected = factor * (plain(x) - bias) + bias
      #expect((scaled(x) - expected).norm < 1e-14)
    }
  }
}
