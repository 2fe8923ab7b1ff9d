import Learning
import NumericalCore

/// Attacks within the maximum norm on the small CNN.
enum Attacks {
  static var benchmarks: [Benchmark] { [projectedGradient, ensemble] }

  /// Ten batches, each attacked by ten steps.
  private static var projectedGradient: Benchmark {
    Benchmark("pgd-10", units: 10) {
      let network = Networks.smallCNN()
      let classifier = Classifier<Float> { network($0) }
      let batches = Workload.batches(10, side: 8, channels: 1)
      let attack = ProjectedGradientAttack<Float>(
        PerturbationBall(.linf, radius: 0.1), steps: 10, stepSize: 0.025, startsRandomly: false)
      var random = Networks.random
      return {
        batches.reduce(0) { total, batch in
          let adversarial = attack.perturb(batch.x, labels: batch.y, of: classifier, using: &random)
          return total + Double(network(Variable(adversarial)).crossEntropy(batch.y).scalar)
        }
      }
    }
  }

  /// The four attacks one after the other, each on the images that withstood the ones before.
  private static var ensemble: Benchmark {
    Benchmark("autoattack") {
      var network = Networks.smallCNN()
      var optimiser = SGD<Float>(momentum: 0.9)
      let batches = Workload.batches(10, side: 8, channels: 1)
      _ = Training.train(&network, &optimiser, batches, steps: 100, stepSize: 0.01)
      let classifier = Classifier<Float> { [network] in network($0) }
      let (x, y) = Workload.images(100, size: 64, seed: 10)
      let images = x.reshaped(to: [100, 8, 8, 1])
      let attack = AutoAttack<Float>(
        PerturbationBall(.linf, radius: 0.07), iterations: 20, boundaryIterations: 20, targets: 9, queries: 300)
      return {
        var random = Networks.random
        return attack.evaluate(images, labels: y, of: classifier, using: &random).robustAccuracy
      }
    }
  }
}
