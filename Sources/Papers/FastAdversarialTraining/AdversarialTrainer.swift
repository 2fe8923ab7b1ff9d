import Experiments
import Learning
import NumericalCore

extension FastAdversarialTraining {
  /// Training on images perturbed within an ℓ∞ ball of radius ε, with Adam and a batch of 128.
  ///
  /// Weight decay 5·10⁻⁴ is added to the gradient. Nothing is drawn from one method's streams by another: all methods of a
  /// seed have the same first weights and the same batches.
  struct AdversarialTrainer {
    static let batchSize = 128
    static let weightDecay = 5e-4
    /// Steps of the multi-step attack in training, each of 2.5·ε/5.
    static let attackSteps = 5

    let method: TrainingMethod
    let radius: Double
    /// The weight λ of the alignment penalty.
    let alignment: Double
    private(set) var network: Network<Float>
    private let data: ImageDataset
    private var optimiser = Adam<Float>(weightDecay: AdversarialTrainer.weightDecay)
    private var batches: BatchSequence
    private var noise: RandomSource

    /// - Parameters:
    ///   - network: where training starts.
    ///   - data: at least a batch of images; what is left of an epoch after whole batches is dropped.
    ///   - batches: orders the examples.
    ///   - noise: for random starts and for the penalty.
    init(
      _ network: Network<Float>, on data: ImageDataset, method: TrainingMethod, radius: Double, alignment: Double,
      batches: RandomSource, noise: RandomSource
    ) {
      self.method = method
      self.radius = radius
      self.alignment = alignment
      self.network = network
      self.data = data
      self.batches = BatchSequence(count: data.count, size: AdversarialTrainer.batchSize, random: batches)
      self.noise = noise
    }

    var stepsPerEpoch: Int { batches.batchesPerEpoch }

    /// One step of Adam.
    /// - Parameter share: of the radius that is used, for a radius that grows while training.
    mutating func step(stepSize: Double, radiusShare share: Double = 1) {
      let indices = batches.next()
      let images = data.batch(indices)
      let labels = data.labels(of: indices)
      let gradient = self.gradient(images, labels, Float(radius * share))
      network.update(gradient, with: &optimiser, stepSize: stepSize)
    }

    private mutating func gradient(_ images: Tensor<Float>, _ labels: [Int], _ radius: Float) -> Tensor<Float> {
      let ball = PerturbationBall<Float>(.linf, radius: radius)
      let classifier = Classifier<Float>(network)
      switch method {
      case .standard: return lossGradient(images, labels)
      case .fgsm:
        return lossGradient(
          FastGradientAttack(ball).perturb(images, labels: labels, of: classifier, using: &noise), labels)
      case .fgsmRS:
        let attack = FastGradientAttack(ball, startsRandomly: true, step: 1.25)
        return lossGradient(attack.perturb(images, labels: labels, of: classifier, using: &noise), labels)
      case .pgd:
        let attack = ProjectedGradientAttack(ball, steps: AdversarialTrainer.attackSteps, startsRandomly: false)
        return lossGradient(attack.perturb(images, labels: labels, of: classifier, using: &noise), labels)
      case .gradalign: return alignedGradient(images, labels, ball, classifier)
      }
    }

    private func lossGradient(_ images: Tensor<Float>, _ labels: [Int]) -> Tensor<Float> {
      var pass = network.trainingPass(noise)
      return network.valueAndGradient(at: images, pass: &pass) { $0.crossEntropy(labels) }.gradient
    }

    /// The gradient of ℓ(x_FGSM) + λ·(1 − mean cos(g₁, g₂)), where g₁ = ∇ₓℓ(x) is a constant and g₂ = ∇ₓℓ(x + η) is
    /// differentiated by the weights.
    private mutating func alignedGradient(
      _ images: Tensor<Float>, _ labels: [Int], _ ball: PerturbationBall<Float>, _ classifier: Classifier<Float>
    ) -> Tensor<Float> {
      let first = InputGradient.at(images, labels, classifier)
      let adversarial = ball.project(images + first.map(.sign).affine(ball.radius), around: images)
      let shifted = images + .uniform(images.shape, in: -Double(ball.radius)..<Double(ball.radius), using: &noise)
      var pass = network.trainingPass(noise)
      return network.valueAndGradient { parameters in
        let point = Variable(tracking: shifted)
        let losses = network.logits(point, parameters: parameters, pass: &pass).crossEntropies(labels)
        let second = losses.gradient(withRespectTo: point, recording: true)
        let loss = network.logits(Variable(adversarial), parameters: parameters, pass: &pass).crossEntropy(labels)
        guard let cosine = InputGradient.meanCosine(first, second) else { return loss }
        return loss + cosine.affine(-Float(alignment), Float(alignment))
      }.gradient
    }
  }
}
