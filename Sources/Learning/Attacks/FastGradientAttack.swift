import NumericalCore

/// One step of the loss's steepest ascent: FGSM for ℓ∞, from the image itself or from a random point.
///
/// From the image: x + radius·d with the steepest direction d at x. With a random start η (FGSM-RS):
/// x + P(η + step·d), d at x + η, P the projection onto the ball.
/// - Source: Goodfellow, Shlens & Szegedy (2015), equation 1; Wong, Rice & Kolter, "Fast is better than free" (2020),
///   algorithm 3.
public struct FastGradientAttack<Scalar: TensorScalar>: Attack, Sendable {
  public let ball: PerturbationBall<Scalar>
  public let startsRandomly: Bool
  /// Length of the step in units of the radius.
  public let step: Scalar

  /// - Parameter step: of the radius; 1 from the image itself, 1.25 from a random start, if not given.
  public init(_ ball: PerturbationBall<Scalar>, startsRandomly: Bool = false, step: Scalar? = nil) {
    self.ball = ball
    self.startsRandomly = startsRandomly
    self.step = step ?? (startsRandomly ? 1.25 : 1)
  }

  public func perturb(
    _ images: Tensor<Scalar>, labels: [Int], of classifier: Classifier<Scalar>, using random: inout RandomSource
  ) -> Tensor<Scalar> {
    guard startsRandomly else {
      let gradient = classifier.evaluate(.crossEntropy, at: images, labels: labels).gradient
      return ball.project(images + ball.steepestDirections(gradient).affine(step * ball.radius), around: images)
    }
    // The random start is cut to the box where the gradient is taken, but not where the step begins.
    let unlimited = PerturbationBall<Scalar>(
      ball.norm, radius: ball.radius, box: -Scalar.greatestFiniteMagnitude...Scalar.greatestFiniteMagnitude)
    let start = unlimited.randomPoints(around: images, using: &random)
    let inside = start.clamped(ball.box.lowerBound, ball.box.upperBound)
    let gradient = classifier.evaluate(.crossEntropy, at: inside, labels: labels).gradient
    return ball.project(start + ball.steepestDirections(gradient).affine(step * ball.radius), around: images)
  }
}
