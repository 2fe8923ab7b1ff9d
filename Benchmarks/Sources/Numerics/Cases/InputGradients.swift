import Learning
import NumericalCore

/// Gradients with respect to inputs of the small CNN, and through them.
enum InputGradients {
  static var benchmarks: [Benchmark] { [projectedGradient, gradientAlignment] }

  /// Ten batches, each attacked by ten steps.
  private static var projectedGradient: Benchmark {
    Benchmark("pgd-10", units: 10) {
      let network = Network.smallCNN()
      let batches = Workload.batches(10, side: 8, channels: 1)
      return {
        batches.reduce(0) { total, batch in
          let adversarial = attack(network, batch.x, batch.y, radius: 0.1, stepSize: 0.025, steps: 10)
          return total + Double(network(Variable(adversarial)).crossEntropy(batch.y).scalar)
        }
      }
    }
  }

  private static func attack(
    _ network: Network, _ x: Tensor<Float>, _ y: [Int], radius: Float, stepSize: Float, steps: Int
  ) -> Tensor<Float> {
    let low = x.affine(1, -radius).clamped(0, 1)
    let high = x.affine(1, radius).clamped(0, 1)
    var adversarial = x
    for _ in 0..<steps {
      let input = Variable(tracking: adversarial)
      let gradient = network(input).crossEntropies(y).sum().gradient(withRespectTo: input).value
      adversarial.add(gradient.map(.sign), times: stepSize)
      adversarial = Tensor.combine(.minimum, Tensor.combine(.maximum, adversarial, low), high)
    }
    return adversarial
  }

  /// FGSM training with the penalty on misaligned input gradients: its gradient passes through an input gradient.
  private static var gradientAlignment: Benchmark {
    let (radius, steps) = (Float(0.1), 20)
    return Benchmark("gradalign", units: steps) {
      let batches = Workload.batches(10, side: 8, channels: 1)
      let noise = batches.indices.map { Workload.tensor(batches[0].x.shape, seed: 50 + $0, bound: Double(radius)) }
      return {
        var network = Network.smallCNN()
        var momentum = Momentum(network.parameters)
        var loss = 0.0
        for step in 0..<steps {
          let index = step % batches.count
          let gradients = alignedGradients(network, batches[index].x, batches[index].y, noise[index], radius, &loss)
          momentum.step(&network.parameters, gradients)
        }
        return loss
      }
    }
  }

  private static func alignedGradients(
    _ network: Network, _ x: Tensor<Float>, _ y: [Int], _ noise: Tensor<Float>, _ radius: Float, _ loss: inout Double
  ) -> [Variable<Float>] {
    let input = Variable(tracking: x)
    let first = network(input).crossEntropies(y).sum().gradient(withRespectTo: input)
    let parameters = network.parameters.map { Variable(tracking: $0) }
    let shifted = Variable(tracking: x + noise)
    let second = network.apply(shifted, parameters).crossEntropies(y).sum()
      .gradient(withRespectTo: shifted, recording: true)
    let products = (first * second).flattenedRows().sum(along: 1)
    let cosine = (products / (first.normsOfRows() * second.normsOfRows())).mean()
    let adversarial = (x + radius * first.value.map(.sign)).clamped(0, 1)
    let objective = network.apply(Variable(adversarial), parameters).crossEntropy(y) + cosine.affine(-1, 1)
    loss = Double(objective.scalar)
    return objective.gradients(withRespectTo: parameters)
  }
}
