import Learning
import NumericalCore

extension SharpnessGeneralization {
  /// Gradient descent with momentum 0.9, a step size that warms up over a tenth of the steps and then follows half a cosine,
  /// and sharpness-aware steps where wanted.
  struct PoolTraining {
    var stepSize: Double
    var steps: Int
    /// Factor of the L2 penalty in the gradient.
    var weightDecay = 0.0
    /// ρ of the gradient at w + ρ·g/‖g‖₂ (see `SharpnessAwareness`); 0 for the plain one.
    var samRadius = 0.0
    var augmentations: [Augmentation] = []

    /// min(1, 10·(s + 1)/S)·½·(1 + cos(π·s/S)) at step s of S.
    static func factor(_ step: Int, of steps: Int) -> Double {
      min(1, 10 * Double(step + 1) / Double(steps)) * StepSizeSchedule.cosine(peak: 1).stepSize(step, of: steps)
    }

    /// Trains a network in place.
    /// - Parameters:
    ///   - batches: of the examples of `data`.
    ///   - random: of the augmentations.
    ///   - check: called now and then; throws to stop.
    func train(
      _ network: inout Network<Float>, on data: ImageDataset, batches: BatchSequence, random: RandomSource,
      check: () throws -> Void
    ) throws {
      var (batches, random) = (batches, random)
      var optimiser = SGD<Float>(momentum: 0.9, weightDecay: weightDecay)
      for step in 0..<steps {
        if step % 32 == 0 { try check() }
        let indices = batches.next()
        var images = data.batch(indices)
        if !augmentations.isEmpty { augmentations.apply(to: &images, random: &random) }
        let direction = gradient(network, images, data.labels(of: indices))
        network.update(
          direction, with: &optimiser, stepSize: stepSize * PoolTraining.factor(step, of: steps))
      }
    }

    private func gradient(_ network: Network<Float>, _ images: Tensor<Float>, _ labels: [Int]) -> Tensor<Float> {
      let loss = PerceptronLoss(network, points: images, labels: labels)
      let plain = loss.valueAndGradient(network.parameters).gradient
      if samRadius == 0 { return plain }
      let uphill = SharpnessAwareness(radius: samRadius).perturbation(of: network.parameters, gradient: plain)
      return loss.valueAndGradient(network.parameters + uphill).gradient
    }
  }
}
