import Learning
import NumericalCore

/// FGSM training with the penalty on misaligned input gradients: its gradient passes through an input gradient.
enum GradientAlignment {
  private static let radius: Float = 0.1
  private static let steps = 20

  static var benchmark: Benchmark {
    Benchmark("gradalign", units: steps) {
      let batches = Workload.batches(10, side: 8, channels: 1)
      let noise = batches.indices.map { Workload.tensor(batches[0].x.shape, seed: 50 + $0, bound: Double(radius)) }
      return {
        var network = Networks.smallCNN()
        var optimiser = SGD<Float>(momentum: 0.9)
        var loss: Float = 0
        for step in 0..<steps {
          let index = step % batches.count
          let gradient: Tensor<Float>
          (loss, gradient) = alignedGradient(network, batches[index], noise[index])
          optimiser.update(&network.parameters, gradient: gradient, stepSize: 0.01)
        }
        return Double(loss)
      }
    }
  }

  private static func alignedGradient(
    _ network: Network<Float>, _ batch: Training.Batch, _ noise: Tensor<Float>
  ) -> (Float, Tensor<Float>) {
    let input = Variable(tracking: batch.x)
    let first = network(input).crossEntropies(batch.y).sum().gradient(withRespectTo: input)
    let adversarial = (batch.x + radius * first.value.map(.sign)).clamped(0, 1)
    return network.valueAndGradient { parameters in
      var pass = network.evaluationPass()
      let shifted = Variable(tracking: batch.x + noise)
      let second = network.logits(shifted, parameters: parameters, pass: &pass).crossEntropies(batch.y).sum()
        .gradient(withRespectTo: shifted, recording: true)
      let products = (first * second).flattenedRows().sum(along: 1)
      let cosine = (products / (first.normsOfRows() * second.normsOfRows())).mean()
      let logits = network.logits(Variable(adversarial), parameters: parameters, pass: &pass)
      return logits.crossEntropy(batch.y) + cosine.affine(-1, 1)
    }
  }
}
