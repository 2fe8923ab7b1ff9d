import Learning
import NumericalCore

/// Training by cross-entropy, from the same start in every run.
enum Training {
  typealias Batch = (x: Tensor<Float>, y: [Int])

  static var benchmarks: [Benchmark] {
    [
      benchmark("mlp-sgd", steps: 500, flatBatches, Networks.perceptron, { SGD(momentum: 0.9) }, stepSize: 0.01),
      benchmark("mlp-adam", steps: 500, flatBatches, Networks.perceptron, { Adam() }, stepSize: 0.001),
      benchmark(
        "cnn-8", steps: 100, { Workload.batches(10, side: 8, channels: 1) }, Networks.smallCNN, { SGD(momentum: 0.9) },
        stepSize: 0.01),
      benchmark(
        "cnn-32", steps: 5, { Workload.batches(10, side: 32, channels: 3) }, Networks.largeCNN, { SGD(momentum: 0.9) },
        stepSize: 0.01),
    ]
  }

  static func flatBatches() -> [Batch] {
    Workload.batches(10, side: 8, channels: 1).map { ($0.x.flattenedRows, $0.y) }
  }

  private static func benchmark(
    _ name: String, steps: Int, _ batches: @escaping () -> [Batch], _ network: @escaping () -> Network<Float>,
    _ optimiser: @escaping () -> some Optimiser<Float>, stepSize: Double
  ) -> Benchmark {
    Benchmark(name, units: steps) {
      let batches = batches()
      return {
        var network = network()
        var optimiser = optimiser()
        return train(&network, &optimiser, batches, steps: steps, stepSize: stepSize)
      }
    }
  }

  /// The loss at the last step.
  static func train(
    _ network: inout Network<Float>, _ optimiser: inout some Optimiser<Float>, _ batches: [Batch], steps: Int,
    stepSize: Double
  ) -> Double {
    var loss: Float = 0
    for step in 0..<steps {
      let (x, y) = batches[step % batches.count]
      var pass = network.trainingPass(Networks.random)
      let gradient: Tensor<Float>
      (loss, gradient) = network.valueAndGradient(at: x, pass: &pass) { $0.crossEntropy(y) }
      optimiser.update(&network.parameters, gradient: gradient, stepSize: stepSize)
    }
    return Double(loss)
  }
}
