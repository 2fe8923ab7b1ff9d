import NumericalCore

/// A search for the nearest point of the other side of a decision boundary (FAB), towards one target class an image.
///
/// The boundary between label and target is replaced by its tangent plane at the current point; the next point lies between
/// the projections of the current and of the original point onto that plane, within the box.
/// - Source: Croce & Hein, "Minimally distorted adversarial examples with a fast adaptive boundary attack" (2020),
///   algorithm 1, with a target as in the ensemble of the same authors.
public struct BoundaryAttack<Scalar: TensorScalar>: Attack, Sendable {
  /// The norm (ℓ∞ or ℓ₂) and the radius within which a point counts as a success.
  public let ball: PerturbationBall<Scalar>
  public let iterations: Int
  /// The target of each image; nil for the runner-up of the clean image.
  public let targets: [Int]?

  /// The largest weight of the original point's projection.
  private static var largestBias: Scalar { 0.1 }
  /// Steps go beyond the plane by this factor.
  private static var overshoot: Scalar { 1.05 }
  /// A point found is pulled back to this share of its distance.
  private static var pullback: Scalar { 0.9 }

  public init(_ ball: PerturbationBall<Scalar>, iterations: Int, targets: [Int]? = nil) {
    self.ball = ball
    self.iterations = iterations
    self.targets = targets
  }

  /// The nearest misclassified point within the ball for every image, and the image itself where none was found.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func perturb(
    _ images: Tensor<Scalar>, labels: [Int], of classifier: Classifier<Scalar>, using random: inout RandomSource
  ) -> Tensor<Scalar> {
    let chosen =
      targets ?? AttackObjective.strongestOthers(classifier.logits(Variable(images)).value, labels)
    var points = images
    var nearest = images
    var distances = [Scalar](repeating: .infinity, count: labels.count)
    for _ in 0..<iterations {
      let outcome = classifier.evaluate(.targetedMargin(targets: chosen), at: points, labels: labels)
      points = stepped(points, images, outcome.values, outcome.gradient)
      let wrong = classifier.isCorrect(points, labels).map { !$0 }
      let changes = points - images
      let norms = ball.norms(changes)
      let closer = labels.indices.map { wrong[$0] && norms[$0] < distances[$0] }
      nearest.replaceRows(where: closer, with: points)
      for index in labels.indices where closer[index] { distances[index] = norms[index] }
      points = images + changes.scalingRows(by: wrong.map { $0 ? BoundaryAttack.pullback : 1 })
    }
    var result = images
    result.replaceRows(where: distances.map { $0 <= ball.radius * (1 + Scalar(1e-6)) }, with: nearest)
    return ball.project(result, around: images)
  }

  /// One step of all images.
  private func stepped(
    _ points: Tensor<Scalar>, _ images: Tensor<Scalar>, _ values: [Scalar], _ gradient: Tensor<Scalar>
  ) -> Tensor<Scalar> {
    let width = points.count / max(values.count, 1)
    var plane = TangentPlane<Scalar>(width: width, norm: ball.norm, box: ball.box)
    return Tensor(points.shape) { target in
      points.withElements { x in
        images.withElements { origin in
          gradient.withElements { w in
            for row in values.indices {
              let range = (row * width)..<((row + 1) * width)
              plane.step(
                from: .init(rebasing: x[range]), origin: .init(rebasing: origin[range]),
                slope: .init(rebasing: w[range]), value: values[row], largestBias: BoundaryAttack.largestBias,
                overshoot: BoundaryAttack.overshoot, into: .init(rebasing: target[range]))
            }
          }
        }
      }
    }
  }
}
