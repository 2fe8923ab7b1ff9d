import Diagnostics
import NumericalCore

/// A random search that sees only logits: it changes square windows of an image and keeps what lowers the margin.
///
/// - Source: Andriushchenko, Croce, Flammarion & Hein, "Square Attack: a query-efficient black-box adversarial attack via
///   random search" (2020), algorithms 1 and 2; the ℓ₂ proposal adds noise in the window and rescales to the sphere.
public struct SquareAttack<Scalar: TensorScalar>: Attack, Sendable {
  /// ℓ∞ or ℓ₂.
  public let ball: PerturbationBall<Scalar>
  /// Queries an image, ≥ 1.
  public let queries: Int

  /// Share of the pixels that the first windows change.
  private static var initialShare: Double { 0.8 }
  /// The queries, of ten thousand, after which that share is halved once more.
  private static var halvings: [Int] { [10, 50, 200, 500, 1000, 2000, 4000, 6000, 8000] }

  public init(_ ball: PerturbationBall<Scalar>, queries: Int) {
    if ball.norm == .l1 { trap("the square attack exists for ℓ∞ and ℓ₂, not for ℓ₁") }
    self.ball = ball
    self.queries = max(queries, 1)
  }

  /// - Parameter images: `[images × rows × columns × channels]`.
  public func perturb(
    _ images: Tensor<Scalar>, labels: [Int], of classifier: Classifier<Scalar>, using random: inout RandomSource
  ) -> Tensor<Scalar> {
    if images.rank != 4 { trap("the square attack on a tensor of \(images.shape): image × row × column × channel expected") }
    var points = start(images, using: &random)
    var margins = self.margins(points, labels, classifier)
    var active = labels.indices.filter { margins[$0] > 0 }
    for query in 1..<max(queries, 2) where !active.isEmpty {
      let origins = images.gatheringRows(active)
      let side = windowSide(query, rows: images.shape[1], columns: images.shape[2])
      let proposal = propose(points.gatheringRows(active), origins, side: side, using: &random)
      let changed = self.margins(proposal, active.map { labels[$0] }, classifier)
      let accepted = active.indices.filter { changed[$0] < margins[active[$0]] }
      points.replaceRows(accepted.map { active[$0] }, with: proposal.gatheringRows(accepted))
      for index in accepted { margins[active[index]] = changed[index] }
      active.removeAll { margins[$0] <= 0 }
    }
    return points
  }

  /// z_y − maxⱼ≠y zⱼ; an equal logit counts as wrong only if it comes first.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  private func margins(_ points: Tensor<Scalar>, _ labels: [Int], _ classifier: Classifier<Scalar>) -> [Scalar] {
    let logits = classifier.logits(Variable(points)).value
    let others = AttackObjective.strongestOthers(logits, labels)
    return labels.indices.map { row in
      let margin = logits[row, labels[row]] - logits[row, others[row]]
      return margin == 0 ? (others[row] < labels[row] ? 0 : .leastNonzeroMagnitude) : margin
    }
  }

  /// The side of the window at a query: the share of pixels falls by halves.
  func windowSide(_ query: Int, rows: Int, columns: Int) -> Int {
    let scaled = Int(10_000 * Double(query) / Double(queries))
    let halved = SquareAttack.halvings.count { scaled > $0 }
    let share = SquareAttack.initialShare / Double(1 << halved)
    let side = (share * Double(rows * columns)).squareRoot().rounded()
    return min(max(Int(side), 1), min(rows, columns))
  }

  /// For ℓ∞ vertical stripes at the full radius, for ℓ₂ a random point of the sphere.
  private func start(_ images: Tensor<Scalar>, using random: inout RandomSource) -> Tensor<Scalar> {
    if ball.norm == .l2 { return onSphere(.normal(images.shape, using: &random), around: images) }
    let stripe: Shape = [images.shape[0], 1, images.shape[2], images.shape[3]]
    return ball.project(images + Tensor.rademacher(stripe, using: &random).affine(ball.radius), around: images)
  }

  private func onSphere(_ perturbations: Tensor<Scalar>, around images: Tensor<Scalar>) -> Tensor<Scalar> {
    let factors = ball.norms(perturbations).map { ball.radius / max($0, Scalar(1e-12)) }
    return (images + perturbations.scalingRows(by: factors)).clamped(ball.box.lowerBound, ball.box.upperBound)
  }

  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  private func propose(
    _ points: Tensor<Scalar>, _ origins: Tensor<Scalar>, side: Int, using random: inout RandomSource
  ) -> Tensor<Scalar> {
    let (rows, columns, channels) = (points.shape[1], points.shape[2], points.shape[3])
    var proposal = points
    proposal.withMutableElements { target in
      origins.withElements { origin in
        for image in 0..<points.shape[0] {
          let top = random.integer(below: rows - side + 1)
          let left = random.integer(below: columns - side + 1)
          let height = Scalar(random.uniform())
          for channel in 0..<channels {
            let sign = Scalar(random.rademacher())
            for i in top..<(top + side) {
              for j in left..<(left + side) {
                let index = ((image * rows + i) * columns + j) * channels + channel
                if ball.norm == .linf {
                  target[index] = origin[index] + sign * ball.radius
                } else {
                  target[index] += ball.radius / Scalar(side) * height * Scalar(random.rademacher())
                }
              }
            }
          }
        }
      }
    }
    if ball.norm == .l2 { return onSphere(proposal - origins, around: origins) }
    return ball.project(proposal, around: origins)
  }
}
