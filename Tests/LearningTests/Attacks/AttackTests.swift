import NumericalCore
import Testing

@testable import Learning

/// On a linear model every attack has a closed form: the margin falls by radius·‖w‖ in the dual norm.
@Suite struct AttackTests {
  /// z = (0, ⟨w, x⟩ + b) over 6 × 5 images of 2 channels.
  private struct LinearModel {
    let weights: Tensor<Double>
    let bias: Double
    let images: Tensor<Double>
    let labels: [Int]

    init(range: Range<Double> = 0.4..<0.6, seed: UInt64 = 1) {
      var random = RandomSource(seed: seed, stream: "linear")
      weights = Tensor.normal([60, 1], using: &random)
      images = Tensor.uniform([8, 6, 5, 2], in: range, using: &random)
      bias = -0.5 * weights.sum()
      labels = LinearModel.values(images, weights, bias).map { $0 > 0 ? 1 : 0 }
    }

    var classifier: Classifier<Double> {
      Classifier { [weights, bias] x in
        let score = x.flattenedRows().linear(Variable(weights)).adding(bias)
        return Variable.concatenated([score.scaled(by: 0), score], along: 1)
      }
    }

    /// The margin of every image: positive if it is classified as labelled.
    func margins(_ images: Tensor<Double>) -> [Double] {
      zip(LinearModel.values(images, weights, bias), labels).map { $1 == 1 ? $0 : -$0 }
    }

    func dualNorm(_ norm: PerturbationNorm) -> Double {
      switch norm {
      case .linf: weights.map(.absolute).sum()
      case .l2: weights.norm
      case .l1: weights.map(.absolute).max()
      }
    }

    private static func values(_ images: Tensor<Double>, _ weights: Tensor<Double>, _ bias: Double) -> [Double] {
      Tensor.multiply(images.flattenedRows, weights).elements.map { $0 + bias }
    }
  }

  private static func radius(_ norm: PerturbationNorm) -> Double {
    switch norm {
    case .linf: 0.03
    case .l2: 0.2
    case .l1: 0.3
    }
  }

  private func expectClosedForm(
    _ perturbed: Tensor<Double>, _ model: LinearModel, _ ball: PerturbationBall<Double>, tolerance: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(ball.contains(perturbed, around: model.images, tolerance: 1e-12), sourceLocation: sourceLocation)
    let fall = ball.radius * model.dualNorm(ball.norm)
    for (before, after) in zip(model.margins(model.images), model.margins(perturbed)) {
      #expect(abs(before - after - fall) <= tolerance * fall, sourceLocation: sourceLocation)
    }
  }

  @Test func fastGradientIsOptimalOnALinearModel() {
    let model = LinearModel()
    var random = RandomSource(seed: 2, stream: "attack")
    for norm in [PerturbationNorm.linf, .l2] {
      let ball = PerturbationBall<Double>(norm, radius: AttackTests.radius(norm))
      let perturbed = FastGradientAttack(ball).perturb(
        model.images, labels: model.labels, of: model.classifier, using: &random)
      expectClosedForm(perturbed, model, ball, tolerance: 1e-10)
    }
    // A step of two radii from a random start ends at the corner from everywhere.
    let ball = PerturbationBall<Double>(.linf, radius: 0.03)
    let far = FastGradientAttack(ball, startsRandomly: true, step: 2).perturb(
      model.images, labels: model.labels, of: model.classifier, using: &random)
    expectClosedForm(far, model, ball, tolerance: 1e-10)
  }

  @Test(arguments: PerturbationNorm.allCases) func projectedGradientReachesTheClosedForm(_ norm: PerturbationNorm) {
    let model = LinearModel()
    var random = RandomSource(seed: 3, stream: "attack")
    let ball = PerturbationBall<Double>(norm, radius: AttackTests.radius(norm))
    for restarts in [1, 3] {
      let attack = ProjectedGradientAttack(
        ball, steps: 60, stepSize: ball.radius / 4, restarts: restarts, sparsity: 0)
      let perturbed = attack.perturb(model.images, labels: model.labels, of: model.classifier, using: &random)
      expectClosedForm(perturbed, model, ball, tolerance: norm == .linf ? 1e-10 : 1e-3)
    }
  }

  @Test(arguments: [PerturbationNorm.linf, .l2]) func autoProjectedGradientReachesTheClosedForm(_ norm: PerturbationNorm) {
    let model = LinearModel()
    var random = RandomSource(seed: 4, stream: "attack")
    let ball = PerturbationBall<Double>(norm, radius: AttackTests.radius(norm))
    for objective in [AttackObjective.crossEntropy, .margin] {
      // Nothing is misclassified at this radius, so the best point is returned.
      let safe = PerturbationBall<Double>(norm, radius: ball.radius * 1e-3)
      let attack = AutoProjectedGradientAttack(safe, iterations: 60, objective: objective)
      let standing = model.margins(model.images).allSatisfy { $0 > safe.radius * model.dualNorm(norm) }
      #expect(standing)
      let perturbed = attack.perturb(model.images, labels: model.labels, of: model.classifier, using: &random)
      expectClosedForm(perturbed, model, safe, tolerance: norm == .linf ? 1e-6 : 1e-3)
    }
  }

  /// The distance to the boundary is margin/‖w‖ in the dual norm: just above it the attack succeeds, just below it cannot.
  @Test(arguments: [PerturbationNorm.linf, .l2]) func boundaryAttackFindsTheNearestPoint(_ norm: PerturbationNorm) {
    let model = LinearModel()
    var random = RandomSource(seed: 5, stream: "attack")
    let distances = model.margins(model.images).map { $0 / model.dualNorm(norm) }
    for (index, distance) in distances.enumerated() {
      let image = model.images.rows(index..<(index + 1))
      for (factor, succeeds) in [(1.02, true), (0.98, false)] {
        let ball = PerturbationBall<Double>(norm, radius: distance * factor)
        let found = BoundaryAttack(ball, iterations: 30).perturb(
          image, labels: [model.labels[index]], of: model.classifier, using: &random)
        #expect(ball.contains(found, around: image, tolerance: 1e-9))
        #expect(model.classifier.isCorrect(found, [model.labels[index]])[0] == !succeeds)
      }
    }
  }

  @Test(arguments: [PerturbationNorm.linf, .l2]) func squareAttackLowersTheMargin(_ norm: PerturbationNorm) {
    let model = LinearModel()
    var random = RandomSource(seed: 6, stream: "attack")
    let largest = model.margins(model.images).max() ?? 0
    let ball = PerturbationBall<Double>(norm, radius: 6 * largest / model.dualNorm(norm))
    let perturbed = SquareAttack(ball, queries: 400).perturb(
      model.images, labels: model.labels, of: model.classifier, using: &random)
    #expect(ball.contains(perturbed, around: model.images, tolerance: 1e-12))
    #expect(model.classifier.isCorrect(perturbed, model.labels).allSatisfy { !$0 })
    let weak = PerturbationBall<Double>(norm, radius: 1e-6)
    let kept = SquareAttack(weak, queries: 100).perturb(
      model.images, labels: model.labels, of: model.classifier, using: &random)
    #expect(model.classifier.isCorrect(kept, model.labels).allSatisfy { $0 })
  }

  @Test func squareWindowsShrink() {
    let attack = SquareAttack(PerturbationBall<Double>(.linf, radius: 0.1), queries: 10_000)
    #expect(attack.windowSide(1, rows: 10, columns: 10) == 9)  // √80
    #expect(attack.windowSide(11, rows: 10, columns: 10) == 6)  // √40
    #expect(attack.windowSide(51, rows: 10, columns: 10) == 4)  // √20
    #expect(attack.windowSide(9_999, rows: 10, columns: 10) == 1)
  }

  /// Images at the edge of the box: no attack may leave it, and the closed form is that of the moves the box allows.
  @Test func theBoxIsKept() {
    let model = LinearModel(range: 0..<0.02)
    var random = RandomSource(seed: 7, stream: "attack")
    let ball = PerturbationBall<Double>(.linf, radius: 0.05)
    let perturbed = ProjectedGradientAttack(ball, steps: 20).perturb(
      model.images, labels: model.labels, of: model.classifier, using: &random)
    #expect(ball.contains(perturbed, around: model.images, tolerance: 1e-12))
    let best = FastGradientAttack(ball).perturb(
      model.images, labels: model.labels, of: model.classifier, using: &random)
    for (pgd, fgsm) in zip(model.margins(perturbed), model.margins(best)) { #expect(abs(pgd - fgsm) < 1e-10) }
  }

  /// A network with a curved boundary.
  private static func curved() -> (classifier: Classifier<Double>, images: Tensor<Double>, labels: [Int]) {
    var random = RandomSource(seed: 8, stream: "curved")
    let first = Tensor<Double>.normal([60, 24], standardDeviation: 0.4, using: &random)
    let second = Tensor<Double>.normal([24, 10], standardDeviation: 0.5, using: &random)
    let classifier = Classifier<Double> { x in
      x.flattenedRows().adding(-0.5).linear(Variable(first)).relu().linear(Variable(second))
    }
    let images = Tensor<Double>.uniform([40, 6, 5, 2], using: &random)
    return (classifier, images, classifier.predictions(images))
  }

  @Test(arguments: PerturbationNorm.allCases) func moreStepsAreStronger(_ norm: PerturbationNorm) {
    let (classifier, images, labels) = AttackTests.curved()
    let ball = PerturbationBall<Double>(norm, radius: AttackTests.radius(norm))
    func meanLoss(_ steps: Int) -> Double {
      var random = RandomSource(seed: 9, stream: "attack")
      let attack = ProjectedGradientAttack(ball, steps: steps, stepSize: ball.radius / 4, startsRandomly: false)
      let perturbed = attack.perturb(images, labels: labels, of: classifier, using: &random)
      return classifier.logits(Variable(perturbed)).crossEntropy(labels).scalar
    }
    let losses = [0, 1, 4, 20].map(meanLoss)
    #expect(losses == losses.sorted())
    #expect(losses[3] > losses[0] * 1.2)
  }

  @Test(arguments: [PerturbationNorm.linf, .l2]) func theEnsembleIsAtLeastAsStrongAsItsParts(_ norm: PerturbationNorm) {
    let (classifier, images, labels) = AttackTests.curved()
    let ball = PerturbationBall<Double>(norm, radius: AttackTests.radius(norm))
    var random = RandomSource(seed: 10, stream: "attack")
    let ensemble = AutoAttack(ball, iterations: 20, boundaryIterations: 20, targets: 9, queries: 200)
    let outcome = ensemble.evaluate(images, labels: labels, of: classifier, using: &random)
    #expect(outcome.cleanAccuracy == 1)
    let path = [outcome.cleanAccuracy] + outcome.accuracies.map(\.accuracy)
    #expect(path == path.sorted(by: >))
    #expect(outcome.accuracies.map(\.stage) == AutoAttack<Double>.Stage.allCases)
    #expect(ball.contains(outcome.images, around: images, tolerance: 1e-9))
    #expect(zip(classifier.isCorrect(outcome.images, labels), outcome.isRobust).allSatisfy { $0 == $1 })
    let weak = ProjectedGradientAttack(ball, steps: 20, stepSize: ball.radius / 4, startsRandomly: false)
      .robustAccuracy(images, labels: labels, of: classifier, using: &random)
    #expect(outcome.robustAccuracy <= weak)
    #expect(outcome.robustAccuracy < 1 && outcome.shareOfZeroGradients == 0)
  }

  /// Logits times 10⁶ hide the gradient of the cross-entropy, not that of the ratio.
  @Test func theRatioSeesThroughScaledLogits() {
    let (classifier, images, labels) = AttackTests.curved()
    let scaled = Classifier<Double> { classifier.logits($0).scaled(by: 1e6) }
    let ball = PerturbationBall<Double>(.linf, radius: 0.03)
    var random = RandomSource(seed: 11, stream: "attack")
    let ensemble = AutoAttack(ball, iterations: 20, boundaryIterations: 20, targets: 9, queries: 200)
    let masked = ensemble.robustAccuracy(after: .crossEntropy, images, labels: labels, of: scaled, using: &random)
    let seen = ensemble.robustAccuracy(after: .targeted, images, labels: labels, of: scaled, using: &random)
    let open = ensemble.robustAccuracy(after: .targeted, images, labels: labels, of: classifier, using: &random)
    #expect(masked > open + 0.2)
    #expect(abs(seen - open) <= 0.051)
    let outcome = ensemble.evaluate(images, labels: labels, of: scaled, using: &random)
    #expect(outcome.shareOfZeroGradients > 0.5)
  }

  @Test func objectivesAgainstTheirFormulas() {
    let logits = Tensor<Double>([2, 5], elements: [3, 1, 2, -1, 0.5, 0, 4, 1, 2, 2.5])
    let z = Variable(logits)
    #expect(AttackObjective.margin.values(z, [0, 2]).value.elements == [-1, 3])
    let ratio = AttackObjective.logitRatio.values(z, [0, 2]).value.elements
    #expect(abs(ratio[0] + 1.0 / 2) < 1e-11 && abs(ratio[1] - 3.0 / 2) < 1e-11)  // spreads 3 − 1 and 4 − 2
    let targeted = AttackObjective.targetedLogitRatio(targets: [4, 0]).values(z, [0, 2]).value.elements
    #expect(abs(targeted[0] + 2.5 / 2.25) < 1e-11)  // (0.5 − 3)/(3 − (1 + 0.5)/2)
    #expect(abs(targeted[1] + 1 / 2.5) < 1e-11)  // (0 − 1)/(4 − (2 + 1)/2)
    GradientCheck.expect([logits]) { AttackObjective.logitRatio.values($0[0], [0, 2]) }
    GradientCheck.expect([logits]) { AttackObjective.targetedLogitRatio(targets: [4, 0]).values($0[0], [0, 2]) }
  }

  /// The projection p of x is the feasible point with ⟨x − p, u − p⟩ ≤ 0 for every feasible u.
  @Test func theProjectionOntoTheL1BallAndTheBox() {
    var random = RandomSource(seed: 12, stream: "projection")
    let ball = PerturbationBall<Double>(.l1, radius: 0.7)
    for _ in 0..<50 {
      let origin = Tensor<Double>.uniform([1, 12], using: &random)
      let x = origin + .normal([1, 12], standardDeviation: 0.5, using: &random)
      let p = ball.project(x, around: origin)
      #expect(ball.contains(p, around: origin, tolerance: 1e-12))
      for _ in 0..<20 {
        let u = ball.project(origin + .normal([1, 12], standardDeviation: 0.5, using: &random), around: origin)
        #expect(Tensor.dot(x - p, u - p) <= 1e-9)
      }
    }
  }
}
