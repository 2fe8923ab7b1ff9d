import Diagnostics
import NumericalCore

/// The parameter-free ensemble: APGD on the cross-entropy, targeted APGD on the logit ratio, targeted FAB, and Square, each
/// on the images that all before it left standing.
///
/// - Source: Croce & Hein, "Reliable evaluation of adversarial robustness with an ensemble of diverse parameter-free
///   attacks" (2020), section 6; checks after Croce et al., "RobustBench" (2021), section 3.
public struct AutoAttack<Scalar: TensorScalar>: Sendable {
  /// ℓ∞ or ℓ₂.
  public let ball: PerturbationBall<Scalar>
  /// Iterations of a run of APGD and of FAB.
  public let iterations: Int
  public let boundaryIterations: Int
  /// Target classes of a targeted attack: the largest clean logits other than the label's.
  public let targets: Int
  public let queries: Int

  public enum Stage: String, Sendable, CaseIterable {
    case crossEntropy = "apgd_ce"
    case targeted = "apgd_t"
    case boundary = "fab_t"
    case square
  }

  public init(
    _ ball: PerturbationBall<Scalar>, iterations: Int = 100, boundaryIterations: Int = 100, targets: Int = 9,
    queries: Int = 5000
  ) {
    if ball.norm == .l1 { trap("the ensemble exists for ℓ∞ and ℓ₂, not for ℓ₁") }
    self.ball = ball
    self.iterations = iterations
    self.boundaryIterations = boundaryIterations
    self.targets = max(targets, 1)
    self.queries = queries
  }

  /// What the ensemble found.
  public struct Outcome: Sendable {
    /// Perturbed images; the originals where nothing was found.
    public let images: Tensor<Scalar>
    /// Whether each image still gets its label after all stages (an image that never got it does not count).
    public let isRobust: [Bool]
    /// Share of images classified correctly before any attack.
    public let cleanAccuracy: Double
    /// Share that stand after each stage and all before it.
    public let accuracies: [(stage: Stage, accuracy: Double)]
    /// Share of images whose gradient of the cross-entropy is exactly zero: a sign of masked gradients.
    public let shareOfZeroGradients: Double

    /// Share of images that stand after all stages.
    public var robustAccuracy: Double { accuracies.last?.accuracy ?? cleanAccuracy }
  }

  /// Runs all stages.
  public func evaluate(
    _ images: Tensor<Scalar>, labels: [Int], of classifier: Classifier<Scalar>, using random: inout RandomSource
  ) -> Outcome {
    let count = Double(max(labels.count, 1))
    let clean = classifier.evaluate(.crossEntropy, at: images, labels: labels)
    let zeros = clean.gradient.flattenedRows.map(.absolute).reduced(.maximum, along: 1).elements.count { $0 == 0 }
    var standing = labels.indices.filter { clean.isCorrect[$0] }
    let cleanAccuracy = Double(standing.count) / count
    var result = images
    var accuracies: [(stage: Stage, accuracy: Double)] = []
    for stage in Stage.allCases {
      run(stage, on: &standing, images, labels, classifier, &random, into: &result)
      accuracies.append((stage, Double(standing.count) / count))
    }
    let isStanding = Set(standing)
    return Outcome(
      images: result, isRobust: labels.indices.map(isStanding.contains), cleanAccuracy: cleanAccuracy,
      accuracies: accuracies, shareOfZeroGradients: Double(zeros) / count)
  }

  /// Runs one stage alone on all images that are classified correctly.
  /// - Returns: the share of images that stand after it.
  public func robustAccuracy(
    after stage: Stage, _ images: Tensor<Scalar>, labels: [Int], of classifier: Classifier<Scalar>,
    using random: inout RandomSource
  ) -> Double {
    let correct = classifier.isCorrect(images, labels)
    var standing = labels.indices.filter { correct[$0] }
    var result = images
    run(stage, on: &standing, images, labels, classifier, &random, into: &result)
    return Double(standing.count) / Double(max(labels.count, 1))
  }

  private func run(
    _ stage: Stage, on standing: inout [Int], _ images: Tensor<Scalar>, _ labels: [Int],
    _ classifier: Classifier<Scalar>, _ random: inout RandomSource, into result: inout Tensor<Scalar>
  ) {
    switch stage {
    case .crossEntropy:
      let attack = AutoProjectedGradientAttack(ball, iterations: iterations)
      apply(attack, to: &standing, images, labels, classifier, &random, into: &result)
    case .square:
      let attack = SquareAttack(ball, queries: queries)
      apply(attack, to: &standing, images, labels, classifier, &random, into: &result)
    case .targeted, .boundary:
      if standing.isEmpty { return }
      let logits = classifier.logits(Variable(images)).value
      let ranks = AttackObjective.ranks(logits)
      for place in 1..<max(2, min(targets + 1, logits.shape[1])) {
        // The images still standing are classified correctly, so the label has rank 0.
        let chosen = standing.map { ranks[$0][place] }
        if stage == .targeted {
          let attack = AutoProjectedGradientAttack(
            ball, iterations: iterations, objective: .targetedLogitRatio(targets: chosen))
          apply(attack, to: &standing, images, labels, classifier, &random, into: &result)
        } else {
          let attack = BoundaryAttack(ball, iterations: boundaryIterations, targets: chosen)
          apply(attack, to: &standing, images, labels, classifier, &random, into: &result)
        }
      }
    }
  }

  private func apply(
    _ attack: some Attack<Scalar>, to standing: inout [Int], _ images: Tensor<Scalar>, _ labels: [Int],
    _ classifier: Classifier<Scalar>, _ random: inout RandomSource, into result: inout Tensor<Scalar>
  ) {
    if standing.isEmpty { return }
    let (part, own) = (images.gatheringRows(standing), standing.map { labels[$0] })
    let perturbed = attack.perturb(part, labels: own, of: classifier, using: &random)
    // Only what is verified counts: within the ball, and misclassified.
    if !ball.contains(perturbed, around: part) { trap("\(type(of: attack)) left its ball") }
    let correct = classifier.isCorrect(perturbed, own)
    let broken = standing.indices.filter { !correct[$0] }
    result.replaceRows(broken.map { standing[$0] }, with: perturbed.gatheringRows(broken))
    standing = standing.indices.filter { correct[$0] }.map { standing[$0] }
  }
}
