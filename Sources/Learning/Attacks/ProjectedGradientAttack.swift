import NumericalCore

/// Projected gradient ascent: xₜ₊₁ = P(xₜ + step·d(xₜ)), d the steepest direction in the ball's norm.
///
/// Of all restarts the point of the largest objective at the last step is kept for every image; a misclassified one comes
/// before all others.
/// - Source: Madry et al., "Towards deep learning models resistant to adversarial attacks" (2018), section 2.1; for ℓ₁ the
///   sparse step of Tramèr & Boneh, "Adversarial training and robustness for multiple perturbations" (2019).
public struct ProjectedGradientAttack<Scalar: TensorScalar>: Attack, Sendable {
  public let ball: PerturbationBall<Scalar>
  /// ≥ 0.
  public let steps: Int
  /// In units of a pixel.
  public let stepSize: Scalar
  public let startsRandomly: Bool
  /// ≥ 1; every restart after the first starts from a random point.
  public let restarts: Int
  public let objective: AttackObjective
  /// Share of the coordinates that an ℓ₁ step changes; the steepest one at least.
  public let sparsity: Double

  /// - Parameter stepSize: 2.5·radius/steps if nil.
  public init(
    _ ball: PerturbationBall<Scalar>, steps: Int, stepSize: Scalar? = nil, startsRandomly: Bool = true, restarts: Int = 1,
    objective: AttackObjective = .crossEntropy, sparsity: Double = 0.05
  ) {
    self.ball = ball
    self.steps = steps
    self.stepSize = stepSize ?? 2.5 * ball.radius / Scalar(max(steps, 1))
    self.startsRandomly = startsRandomly
    self.restarts = max(restarts, 1)
    self.objective = objective
    self.sparsity = sparsity
  }

  public func perturb(
    _ images: Tensor<Scalar>, labels: [Int], of classifier: Classifier<Scalar>, using random: inout RandomSource
  ) -> Tensor<Scalar> {
    var best = climb(images, startsRandomly, labels, classifier, &random)
    if restarts == 1 { return best }
    var (heights, correct) = outcome(best, labels, classifier)
    for _ in 1..<restarts {
      let next = climb(images, true, labels, classifier, &random)
      let (nextHeights, nextCorrect) = outcome(next, labels, classifier)
      let better = labels.indices.map { index in
        correct[index] != nextCorrect[index] ? !nextCorrect[index] : nextHeights[index] > heights[index]
      }
      best.replaceRows(where: better, with: next)
      for index in labels.indices where better[index] {
        heights[index] = nextHeights[index]
        correct[index] = nextCorrect[index]
      }
    }
    return best
  }

  private func climb(
    _ images: Tensor<Scalar>, _ startsRandomly: Bool, _ labels: [Int], _ classifier: Classifier<Scalar>,
    _ random: inout RandomSource
  ) -> Tensor<Scalar> {
    var points = startsRandomly ? ball.randomPoints(around: images, using: &random) : images
    for _ in 0..<steps {
      let gradient = classifier.evaluate(objective, at: points, labels: labels).gradient
      points.add(ball.steepestDirections(gradient, share: sparsity), times: stepSize)
      points = ball.project(points, around: images)
    }
    return points
  }

  private func outcome(
    _ points: Tensor<Scalar>, _ labels: [Int], _ classifier: Classifier<Scalar>
  ) -> (heights: [Scalar], correct: [Bool]) {
    let logits = classifier.logits(Variable(points))
    return (objective.values(logits, labels).value.elements, zip(logits.value.argmaxOfRows(), labels).map { $0 == $1 })
  }
}
