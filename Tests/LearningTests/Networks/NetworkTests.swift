import NumericalCore
import Testing

@testable import Learning

@Suite struct NetworkTests {
  /// Convolution, rectifier and dense layer on numbers that PyTorch 2 was given too (see `SmallNetwork`).
  @Test func outputsAndLossAsInPyTorch() {
    let network = SmallNetwork.network
    #expect(network.slots.map(\.name) == ["convolution0.filters", "convolution0.bias", "dense2.weights", "dense2.bias"])
    #expect(network.slots.map(\.shape) == [[3, 3, 2, 3], [3], [12, 4], [4]])
    let logits = network(SmallNetwork.images)
    let expected = [-0.492, 0.283, -0.307, 0.08, -0.357, -0.027, 0.667, -0.574, 0.065, -0.047, 0.426, -0.009]
    for (found, expected) in zip(logits.elements, expected) { #expect(abs(found - expected) < 1e-12) }
    let (loss, _) = SmallNetwork.step(network)
    #expect(abs(loss - 1.4982906270478613) < 1e-14)
  }

  @Test func gradientsAgreeWithDifferences() {
    let network = SmallNetwork.network
    let (_, gradient) = SmallNetwork.step(network)
    for index in stride(from: 0, to: network.parameterCount, by: 7) {
      func loss(_ shift: Double) -> Double {
        var moved = network
        moved.parameters[index] += shift
        return SmallNetwork.step(moved).value
      }
      #expect(abs(gradient[index] - (loss(1e-5) - loss(-1e-5)) / 2e-5) < 1e-8)
    }
  }

  @Test func gradientsOfExamplesAverageToThatOfTheBatch() {
    let network = SmallNetwork.network
    let each = network.gradientsPerExample { variables in
      var pass = network.evaluationPass()
      return network.logits(Variable(SmallNetwork.images), parameters: variables, pass: &pass)
        .crossEntropies(SmallNetwork.labels)
    }
    #expect(each.shape == [3, network.parameterCount])
    let mean = each.sum(along: 0).affine(1 / 3)
    #expect((mean - SmallNetwork.step(network).gradient).norm < 1e-14)
  }

  @Test func hessianVectorProductsAgreeWithDifferencesOfGradients() {
    let network = LayerCheck.network([Dense(5, activation: .tanh), Dense(3)], input: [4])
    let x = GradientCheck.normal([6, 4])
    let v = GradientCheck.normal(network.parameters.shape, "v")
    func loss(_ network: Network<Double>) -> ([Variable<Double>]) -> Variable<Double> {
      { variables in
        var pass = network.evaluationPass()
        return network.logits(Variable(x), parameters: variables, pass: &pass).crossEntropy([0, 1, 2, 0, 1, 2])
      }
    }
    let product = network.hessianVectorProduct(along: v, of: loss(network))
    func gradient(_ shift: Double) -> Tensor<Double> {
      let moved = network.with(parameters: network.parameters + v.affine(shift))
      return moved.valueAndGradient(of: loss(moved)).gradient
    }
    #expect((product - (gradient(1e-5) - gradient(-1e-5)).affine(5e4)).norm < 1e-7 * product.norm)
  }

  /// A layer's first parameters do not depend on what other layers there are.
  @Test func initialParametersBelongToTheirSlot() {
    let random = RandomSource(seed: 9, stream: "initialisation")
    let short = Network<Float>(input: [3], random: random) { Dense(4) }
    let long = Network<Float>(input: [3], random: random) {
      Dense(4)
      Activation(.tanh)
      Dense(2)
    }
    #expect(short["dense0.weights"] == long["dense0.weights"])
    #expect(long["dense0.weights"].reshaped(to: [12]).rows(0..<8) != long["dense2.weights"].reshaped(to: [8]))
  }

  @Test func residualsAddTheirShortcut() {
    let network = LayerCheck.network([Residual { Dense(3, activation: .tanh) }], input: [3])
    let inner = LayerCheck.network([Dense(3, activation: .tanh)], input: [3]).with(parameters: network.parameters)
    let x = GradientCheck.normal([4, 3])
    #expect((network(x) - x - inner(x)).norm < 1e-15)
    #expect(network.slots.map(\.name) == ["residual0.body.dense0.weights", "residual0.body.dense0.bias"])
    LayerCheck.expectGradients([Residual([Dense(2), Activation(.tanh)], shortcut: [Dense(2, bias: false)])], input: [3])
  }

  @Test func listsHaveConditionsAndLoops() {
    func depth(_ deep: Bool) -> [String] {
      Network<Float>(input: [3], random: RandomSource(seed: 1, stream: "x")) {
        if deep { Dense(4) }
        for width in [5, 6] { Dense(width, bias: false) }
      }.slots.map(\.name)
    }
    #expect(depth(false) == ["dense0.weights", "dense1.weights"])
    #expect(depth(true) == ["dense0.weights", "dense0.bias", "dense1.weights", "dense2.weights"])
  }
}
