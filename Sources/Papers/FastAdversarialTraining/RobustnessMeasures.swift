import Learning
import NumericalCore

extension FastAdversarialTraining {
  /// What a network does within the ball of radius ε around test images.
  struct RobustnessMeasures {
    var cleanAccuracy: Double
    /// Share of the images that are classified right after the attack, whatever they were before it, as in the paper.
    var fgsmAccuracy: Double
    var pgdAccuracy: Double
    var fgsmLoss: Double
    var pgdLoss: Double
    /// E cos(∇ℓ(x), ∇ℓ(x + η)), η uniform in the ball: 1 for a loss that is linear there.
    var gradientCosine: Double
    /// The mean cosine between the perturbations of FGSM and of PGD.
    var perturbationCosine: Double
    /// E (ℓ(x_c) − (1 − α)·ℓ(x_a) − α·ℓ(x_b))² for x_a, x_b uniform in the ball and x_c between them.
    var linearityError: Double

    /// - Parameters:
    ///   - steps: of PGD, each ε/4, from a random point.
    ///   - restarts: of PGD; an image counts as robust if it withstands all of them.
    init(
      _ network: Network<Float>, on test: ImageDataset, radius: Double, steps: Int, restarts: Int, random: RandomSource
    ) {
      var random = random
      let ball = PerturbationBall<Float>(.linf, radius: Float(radius))
      let classifier = Classifier<Float>(network)
      let (images, labels) = (test.tensor, test.labels)
      let clean = classifier.isCorrect(images, labels)
      func outcome(_ attacked: Tensor<Float>) -> (accuracy: Double, loss: Double) {
        let logits = network(attacked)
        let correct = zip(logits.argmaxOfRows(), labels).count { $0 == $1 }
        return (Double(correct) / Double(labels.count), Double(Variable(logits).crossEntropy(labels).scalar))
      }
      let fgsm = FastGradientAttack(ball).perturb(images, labels: labels, of: classifier, using: &random)
      let pgd = ProjectedGradientAttack(ball, steps: steps, stepSize: ball.radius / 4, restarts: restarts)
        .perturb(images, labels: labels, of: classifier, using: &random)
      cleanAccuracy = Double(clean.count { $0 }) / Double(labels.count)
      (fgsmAccuracy, fgsmLoss) = outcome(fgsm)
      (pgdAccuracy, pgdLoss) = outcome(pgd)

      let noise = Tensor<Float>.uniform(images.shape, in: -radius..<radius, using: &random)
      let cosines = InputGradient.cosines(
        InputGradient.at(images, labels, classifier), InputGradient.at(images + noise, labels, classifier))
      gradientCosine = Statistics.mean(cosines)
      perturbationCosine = Statistics.mean(InputGradient.cosines(fgsm - images, pgd - images))
      linearityError = RobustnessMeasures.linearityError(network, images, labels, radius, &random)
    }

    private static func linearityError(
      _ network: Network<Float>, _ images: Tensor<Float>, _ labels: [Int], _ radius: Double, _ random: inout RandomSource
    ) -> Double {
      let a = images + .uniform(images.shape, in: -radius..<radius, using: &random)
      let b = images + .uniform(images.shape, in: -radius..<radius, using: &random)
      let shares = Tensor<Float>.uniform([labels.count, 1, 1, 1], using: &random)
      let c = a + shares * (b - a)
      let losses = [a, b, c].map { Variable(network($0)).crossEntropies(labels).value.elements.map(Double.init) }
      let errors = labels.indices.map { index in
        let share = Double(shares.elements[index])
        let gap = losses[2][index] - (1 - share) * losses[0][index] - share * losses[1][index]
        return gap * gap
      }
      return Statistics.mean(errors)
    }
  }
}
