import Learning
import NumericalCore

/// Training by cross-entropy, from the same start in every run.
enum Training {
  static var benchmarks: [Benchmark] {
    [
      benchmark("mlp-sgd", steps: 500, side: 8, channels: 1, flat: true) { .perceptron() },
      benchmark("cnn-8", steps: 100, side: 8, channels: 1) { .smallCNN() },
      benchmark("cnn-32", steps: 5, side: 32, channels: 3) { .largeCNN() },
    ]
  }

  private static func benchmark(
    _ name: String, steps: Int, side: Int, channels: Int, flat: Bool = false, network: @escaping () -> Network
  ) -> Benchmark {
    Benchmark(name, units: steps) {
      let batches = Workload.batches(10, side: side, channels: channels).map { x, y in
        (flat ? x.flattenedRows : x, y)
      }
      return {
        var network = network()
        return train(&network, batches, steps: steps)
      }
    }
  }

  /// The loss at the last step.
  static func train(_ network: inout Network, _ batches: [(Tensor<Float>, [Int])], steps: Int) -> Double {
    var loss = 0.0
    var momentum = Momentum(network.parameters)
    for step in 0..<steps {
      let (x, y) = batches[step % batches.count]
      let gradients = gradients(network, x, y, &loss)
      momentum.step(&network.parameters, gradients)
    }
    return loss
  }

  private static func gradients(_ network: Network, _ x: Tensor<Float>, _ y: [Int], _ loss: inout Double)
    -> [Variable<Float>]
  {
    let parameters = network.parameters.map { Variable(tracking: $0) }
    let objective = network.apply(Variable(x), parameters).crossEntropy(y)
    loss = Double(objective.scalar)
    return objective.gradients(withRespectTo: parameters)
  }
}

/// Stochastic gradient descent with momentum 0.9 and step size 0.01.
struct Momentum {
  private var velocities: [Tensor<Float>]

  init(_ parameters: [Tensor<Float>]) { velocities = parameters.map { Tensor($0.shape) } }

  mutating func step(_ parameters: inout [Tensor<Float>], _ gradients: [Variable<Float>]) {
    for index in parameters.indices {
      velocities[index].scale(by: 0.9)
      velocities[index].add(gradients[index].value)
      parameters[index].add(velocities[index], times: -0.01)
    }
  }
}
