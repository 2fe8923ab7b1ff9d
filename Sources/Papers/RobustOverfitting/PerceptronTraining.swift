import Learning
import NumericalCore

extension RobustOverfitting {
  /// Adversarial training of a perceptron with two hidden layers by PGD, with Adam and batches of 50.
  ///
  /// - Source: Madry et al., "Towards deep learning models resistant to adversarial attacks" (2018).
  struct PerceptronTraining {
    static let batchSize = 50
    static let stepSize = 2e-3
    /// Steps of the attack in training and in evaluation, each of a quarter of the radius.
    static let (trainingSteps, evaluationSteps) = (5, 10)
    /// Images evaluated at once.
    static let evaluationBatch = 1000

    private(set) var network: Network<Float>
    private var ball: PerturbationBall<Float>
    private let images: Tensor<Float>
    private let labels: [Int]
    private var optimiser = Adam<Float>()
    private var batches: BatchSequence
    private var noise: RandomSource

    /// - Parameters:
    ///   - data: what is trained on; the last batch of an epoch may be smaller than the others.
    ///   - width: units of each hidden layer.
    ///   - radius: of the ℓ∞ ball.
    ///   - random: for weights (He), batches and attacks.
    init(on data: ImageDataset, width: Int, radius: Double, random: RandomSource) {
      images = data.tensor.reshaped(to: [data.count, data.shape.size])
      labels = data.labels
      ball = PerturbationBall(.linf, radius: Float(radius))
      network = Network(input: [data.shape.size], random: random.substream("weights")) {
        Dense(width, activation: .relu)
        Dense(width, activation: .relu)
        Dense(data.classCount)
      }
      batches = BatchSequence(
        count: data.count, size: PerceptronTraining.batchSize, sampling: .epochs(droppingLast: false),
        random: random.substream("batches"))
      noise = random.substream("attacks")
    }

    /// The same network under attacks of another radius.
    func attacked(by radius: Double) -> PerceptronTraining {
      var other = self
      other.ball = PerturbationBall(.linf, radius: Float(radius))
      return other
    }

    /// One pass over the data.
    mutating func runEpoch() {
      for _ in 0..<batches.batchesPerEpoch {
        let indices = Array(batches.next())
        let labels = indices.map { self.labels[$0] }
        let attack = ProjectedGradientAttack(ball, steps: PerceptronTraining.trainingSteps, stepSize: ball.radius / 4)
        let attacked = attack.perturb(
          images.gatheringRows(indices), labels: labels, of: Classifier(network), using: &noise)
        var pass = network.trainingPass(noise)
        let gradient = network.valueAndGradient(at: attacked, pass: &pass) { $0.crossEntropy(labels) }.gradient
        network.update(gradient, with: &optimiser, stepSize: PerceptronTraining.stepSize)
      }
    }

    /// The share of wrong images of a set, as they are and under attack.
    ///
    /// An image counts as robust if it is right as it is and at every point that the attack visits.
    func errors(on data: ImageDataset, using random: inout RandomSource) -> (clean: Double, robust: Double) {
      var (right, robust) = (0, 0)
      for range in BatchSequence.ranges(count: data.count, size: PerceptronTraining.evaluationBatch) {
        let images = data.batch(range).reshaped(to: [range.count, data.shape.size])
        let counts = robustCount(images, data.labels(of: range), using: &random)
        right += counts.right
        robust += counts.robust
      }
      let count = Double(data.count)
      return (Double(data.count - right) / count, Double(data.count - robust) / count)
    }

    /// How many images are right, and how many stay so: those that fall are dropped on the way.
    private func robustCount(
      _ images: Tensor<Float>, _ labels: [Int], using random: inout RandomSource
    ) -> (right: Int, robust: Int) {
      var (originals, points, labels) = (images, images, labels)
      func keepRight(_ predictions: [Int]) {
        let kept = labels.indices.filter { predictions[$0] == labels[$0] }
        if kept.count == labels.count { return }
        (originals, points) = (originals.gatheringRows(kept), points.gatheringRows(kept))
        labels = kept.map { labels[$0] }
      }
      keepRight(network(points).argmaxOfRows())
      let right = labels.count
      if right == 0 { return (0, 0) }
      let radius = Double(ball.radius)
      let start = Tensor<Float>.uniform(originals.shape, in: -radius..<radius.nextUp, using: &random)
      points = ball.project(originals + start, around: originals)
      for _ in 0..<PerceptronTraining.evaluationSteps where !labels.isEmpty {
        let tracked = Variable(tracking: points)
        let logits = network(tracked)
        let gradient = logits.crossEntropies(labels).gradient(withRespectTo: tracked).value
        points.add(gradient.map(.sign), times: ball.radius / 4)
        points = ball.project(points, around: originals)
        keepRight(logits.value.argmaxOfRows())
      }
      if !labels.isEmpty { keepRight(network(points).argmaxOfRows()) }
      return (right, labels.count)
    }
  }
}
