import Learning
import NumericalCore

/// A small transformer encoder with the peer's weights.
enum Transformer {
  private static let (length, width, heads, blocks) = (32, 64, 4, 2)

  /// Training on ten batches of 32 sequences, by Adam.
  static var benchmark: Benchmark {
    Benchmark("transformer", units: 10) {
      let (x, y) = Workload.images(320, size: length * 16, seed: 10)
      let batches = stride(from: 0, to: 320, by: 32).map { first in
        (x.rows(first..<(first + 32)).reshaped(to: [32, length, 16]), Array(y[first..<(first + 32)]))
      }
      return {
        var network = network()
        var optimiser = Adam<Float>()
        return Training.train(&network, &optimiser, batches, steps: 10, stepSize: 0.001)
      }
    }
  }

  static func network() -> Network<Float> {
    var network = Network<Float>(input: [length, 16], random: Networks.random) {
      Dense(width)
      PositionalEmbedding()
      for _ in 0..<blocks { TransformerBlock(heads: heads, activation: .relu) }
      LayerNorm()
      MeanOfTokens()
      Dense(10)
    }
    // Seeds follow the order of the peer's parameters, in which the table of places is the first.
    var parts = [dense(16, width, seed: 101), [Workload.weights([length, width], inputs: width, seed: 100)]]
    for block in 0..<blocks { parts.append(blockWeights(seed: 103 + 12 * block)) }
    parts += [normalisation, dense(width, 10, seed: 103 + 12 * blocks + 2)]
    network.parameters = Networks.joined(parts.flatMap { $0 })
    return network
  }

  private static var normalisation: [Tensor<Float>] { [Tensor([width], repeating: 1), Tensor([width])] }

  private static func dense(_ inputs: Int, _ outputs: Int, seed: Int) -> [Tensor<Float>] {
    [Workload.denseWeights(inputs, outputs, seed: seed), Tensor([outputs])]
  }

  private static func blockWeights(seed: Int) -> [Tensor<Float>] {
    normalisation + dense(width, 3 * width, seed: seed + 2) + dense(width, width, seed: seed + 4) + normalisation
      + dense(width, 4 * width, seed: seed + 8) + dense(4 * width, width, seed: seed + 10)
  }
}

/// The mean over the tokens of a sequence `[length × width]`.
private struct MeanOfTokens: Layer {
  var kind: String { "mean" }
  func plan(for input: Shape) -> LayerPlan { LayerPlan(output: [input[1]]) }
  func apply<Scalar>(_ x: Variable<Scalar>, _ pass: inout ForwardPass<Scalar>) -> Variable<Scalar> { x.mean(along: 1) }
}
