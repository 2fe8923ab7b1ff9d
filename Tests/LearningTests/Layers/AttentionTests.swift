import NumericalCore
import Testing

@testable import Learning

@Suite struct AttentionTests {
  private static func network(causal: Bool) -> Network<Double> {
    var network = Network<Double>(input: [3, 4], random: RandomSource(seed: 0, stream: "")) {
      MultiHeadAttention(heads: 2, causal: causal)
    }
    let factors = [(7, 11, 3, 5), (5, 13, 2, 7), (3, 17, 4, 9), (2, 19, 5, 11)]
    let weights = factors.map { LayerCheck.ramp([4, 4], $0.0, $0.1) }
    let biases = factors.map { LayerCheck.ramp([4], $0.2, $0.3) }
    network.parameters = Tensor.concatenated([
      Tensor.concatenated(Array(weights[0..<3]), along: 1).reshaped(to: [48]), Tensor.concatenated(Array(biases[0..<3])),
      weights[3].reshaped(to: [16]), biases[3],
    ])
    return network
  }

  /// Against `torch.nn.MultiheadAttention` of PyTorch 2: the first two places of each of two sequences.
  @Test func outputsAsInPyTorch() {
    let free: [Double] = [
      -0.11283198292100616, 0.6536396984205268, 0.01079048096879287, -0.32273783768967423, -0.15968345441331683,
      0.6303114132096236, -0.002612209607304905, -0.3126173419843644, 0.6828127886754074, 0.9144779527677983,
      0.5738257811616214, -0.29450905474598765, 0.6060423225145606, 0.8407114014003246, 0.6042298419401982,
      -0.26110107917403763,
    ]
    let causal: [Double] = [
      0.271, 0.947, -0.03, -0.454, -0.1078906632837276, 0.6702017268001079, -0.08621016822375693,
      -0.40811777813992156, -0.322, -0.026, 0.916, 0.112, 0.3174129969711118, 0.5750293369585648, 0.6340966698086187,
      -0.2082869902039285,
    ]
    for (isCausal, expected) in [(false, free), (true, causal)] {
      let outputs = AttentionTests.network(causal: isCausal)(LayerCheck.ramp([2, 3, 4], 5, 17)).elements
      let found = outputs[0..<8] + outputs[12..<20]
      for (found, expected) in zip(found, expected) { #expect(abs(found - expected) < 1e-13) }
    }
  }

  /// The same sums in plain loops.
  @Test func outputsAsInLoops() {
    let network = LayerCheck.network([MultiHeadAttention(heads: 2)], input: [3, 4])
    let x = GradientCheck.normal([1, 3, 4])
    func project(_ name: String, _ x: [[Double]], columns: Range<Int>) -> [[Double]] {
      let (weights, bias) = (network["attention0.\(name)"], network["attention0.\(name)Bias"])
      return x.map { row in columns.map { j in (0..<4).reduce(bias[j]) { $0 + row[$1] * weights[$1, j] } } }
    }
    let rows = (0..<3).map { Array(x.elements[(4 * $0)..<(4 * $0 + 4)]) }
    let parts = (0..<3).map { project("projections", rows, columns: (4 * $0)..<(4 * $0 + 4)) }
    let (queries, keys, values) = (parts[0], parts[1], parts[2])
    let attended = (0..<3).map { i in
      (0..<4).map { j -> Double in
        let columns = (j / 2 * 2)..<(j / 2 * 2 + 2)
        let scores = (0..<3).map { k in
          Elementary.exp(columns.reduce(0) { $0 + queries[i][$1] * keys[k][$1] } / 2.0.squareRoot())
        }
        return (0..<3).reduce(0) { $0 + scores[$1] * values[$1][j] } / scores.reduce(0, +)
      }
    }
    for (found, expected) in zip(network(x).elements, project("outputs", attended, columns: 0..<4).flatMap { $0 }) {
      #expect(abs(found - expected) < 1e-13)
    }
  }

  /// Changing later places does not change what earlier ones get.
  @Test func causalPlacesSeeEarlierOnes() {
    let network = AttentionTests.network(causal: true)
    var x = GradientCheck.normal([1, 3, 4])
    let before = network(x).elements
    x[0, 2, 1] += 1
    let after = network(x).elements
    #expect(Array(before[0..<8]) == Array(after[0..<8]))
    #expect(Array(before[8...]) != Array(after[8...]))
  }

  /// One gradient an example, summed, is the gradient of the sum.
  @Test func gradientsOfExamples() {
    let network = LayerCheck.network([LayerNorm(), MultiHeadAttention(heads: 2, causal: true)], input: [3, 4])
    let x = GradientCheck.normal([5, 3, 4])
    func outputs(_ variables: [Variable<Double>]) -> Variable<Double> {
      var pass = network.evaluationPass()
      return network.logits(Variable(x), parameters: variables, pass: &pass).square()
    }
    let each = network.gradientsPerExample { outputs($0).sum(along: 2).sum(along: 1) }
    let (_, whole) = network.valueAndGradient { outputs($0).sum() }
    for (found, expected) in zip(each.sum(along: 0).elements, whole.elements) {
      #expect(abs(found - expected) < 1e-11 * (1 + abs(expected)))
    }
  }

  @Test func derivatives() {
    LayerCheck.expectGradients([MultiHeadAttention(heads: 2, causal: true)], input: [3, 2], examples: 2, tolerance: 1e-5)
    LayerCheck.expectGradients([TransformerBlock(heads: 1, expansion: 1)], input: [2, 2], examples: 1, tolerance: 1e-4)
  }

  @Test func blocksKeepTheShape() {
    let network = LayerCheck.network([TransformerBlock(heads: 2, dropout: 0.1)], input: [5, 4])
    #expect(network.output == [5, 4])
    #expect(network.parameterCount == 4 * (16 + 4) + 16 + (4 * 16 + 16) + (16 * 4 + 4))
  }

  @Test func embeddingsAndPositions() {
    var network = Network<Double>(input: [3], random: RandomSource(seed: 0, stream: "")) {
      Embedding(vocabulary: 4, width: 2)
      PositionalEmbedding()
    }
    network.parameters = Tensor(vector: [0, 1, 10, 11, 20, 21, 30, 31, 100, 200, 300, 400, 500, 600])
    #expect(network(Tensor([1, 3], elements: [2, 0, 2])).elements == [120, 221, 300, 401, 520, 621])
    let (_, gradient) = network.valueAndGradient { variables in
      var pass = network.evaluationPass()
      return network.logits(Variable(Tensor([1, 3], elements: [2, 0, 2])), parameters: variables, pass: &pass).sum()
    }
    #expect(gradient.elements == [1, 1, 0, 0, 2, 2, 0, 0, 1, 1, 1, 1, 1, 1])
  }

  @Test func waves() {
    let waves: Tensor<Double> = PositionalEmbedding.waves([3, 4])
    let expected = [0, 1, 0, 1, 0.8414709848078965, 0.5403023058681398, 0.009999833334166664, 0.9999500004166653]
    for (found, expected) in zip(waves.elements, expected) { #expect(abs(found - expected) < 1e-14) }
  }
}
