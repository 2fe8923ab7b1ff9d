import NumericalCore

/// Projected gradient ascent with momentum that chooses its step sizes by itself (APGD).
///
/// Every image starts with step 2·radius; at checkpoints the step is halved, and the search restarts from the best point, if
/// too few of the last steps raised the objective or if neither step nor best value changed since the last checkpoint.
/// - Source: Croce & Hein, "Reliable evaluation of adversarial robustness with an ensemble of diverse parameter-free
///   attacks" (2020), algorithm 1.
public struct AutoProjectedGradientAttack<Scalar: TensorScalar>: Attack, Sendable {
  public let ball: PerturbationBall<Scalar>
  /// ≥ 1.
  public let iterations: Int
  public let objective: AttackObjective

  /// Share of steps that must raise the objective.
  private static var requiredShare: Double { 0.75 }
  /// Weight of the new point against momentum.
  private static var freshness: Scalar { 0.75 }

  public init(_ ball: PerturbationBall<Scalar>, iterations: Int, objective: AttackObjective = .crossEntropy) {
    self.ball = ball
    self.iterations = max(iterations, 1)
    self.objective = objective
  }

  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func perturb(
    _ images: Tensor<Scalar>, labels: [Int], of classifier: Classifier<Scalar>, using random: inout RandomSource
  ) -> Tensor<Scalar> {
    var points = start(around: images, using: &random)
    var previous = points
    let first = classifier.evaluate(objective, at: points, labels: labels)
    var gradient = first.gradient
    var search = Search(points: points, values: first.values, gradient: gradient, radius: ball.radius)
    var broken = (points: images, found: first.isCorrect.map { !$0 })
    broken.points.replaceRows(where: broken.found, with: points)
    var checkpoints = CheckpointSchedule(iterations)

    for iteration in 0..<iterations {
      let moved = ball.project(
        points + ball.steepestDirections(gradient).scalingRows(by: search.steps), around: images)
      let fresh = iteration == 0 ? 1 : AutoProjectedGradientAttack.freshness
      var next = points
      next.add(moved - points, times: fresh)
      if iteration > 0 { next.add(points - previous, times: 1 - fresh) }
      previous = points
      points = ball.project(next, around: images)

      let outcome = classifier.evaluate(objective, at: points, labels: labels)
      gradient = outcome.gradient
      let newlyBroken = outcome.isCorrect.map { !$0 }
      broken.points.replaceRows(where: newlyBroken, with: points)
      for index in labels.indices where newlyBroken[index] { broken.found[index] = true }
      search.record(outcome.values, points, gradient)
      if let window = checkpoints.reached(after: iteration + 1) {
        let restarted = search.check(window: window, share: AutoProjectedGradientAttack.requiredShare)
        points.replaceRows(where: restarted, with: search.bestPoints)
        gradient.replaceRows(where: restarted, with: search.bestGradient)
      }
    }
    var result = search.bestPoints
    result.replaceRows(where: broken.found, with: broken.points)
    return result
  }

  /// A random point at the full radius, cut to the box.
  private func start(around images: Tensor<Scalar>, using random: inout RandomSource) -> Tensor<Scalar> {
    let directions =
      ball.norm == .linf
      ? Tensor<Scalar>.uniform(images.shape, in: -1..<1, using: &random)
      : Tensor<Scalar>.normal(images.shape, using: &random)
    let factors = ball.norms(directions).map { ball.radius / max($0, .leastNormalMagnitude) }
    return ball.project(images + directions.scalingRows(by: factors), around: images)
  }

  /// The iterations at which steps are checked: first after 22 % of them, then at shrinking distances down to 6 %.
  private struct CheckpointSchedule {
    private var window: Int
    private var counted = 0
    private let shrinkage: Int
    private let smallest: Int

    init(_ iterations: Int) {
      window = max(1, Int(0.22 * Double(iterations)))
      shrinkage = Int(0.03 * Double(iterations))
      smallest = max(1, Int(0.06 * Double(iterations)))
    }

    /// The number of steps since the last checkpoint, if this is one.
    mutating func reached(after iteration: Int) -> Int? {
      counted += 1
      if counted < window { return nil }
      defer {
        counted = 0
        window = max(window - shrinkage, smallest)
      }
      return window
    }
  }

  /// The best points so far and the step sizes, one an image.
  private struct Search {
    var bestPoints: Tensor<Scalar>
    var bestGradient: Tensor<Scalar>
    private(set) var steps: [Scalar]
    private var best: [Scalar]
    private var last: [Scalar]
    private var rises: [Int]
    private var bestAtCheckpoint: [Scalar]
    /// The second condition does not apply at the first checkpoint.
    private var wasReduced: [Bool]

    init(points: Tensor<Scalar>, values: [Scalar], gradient: Tensor<Scalar>, radius: Scalar) {
      bestPoints = points
      bestGradient = gradient
      steps = Array(repeating: 2 * radius, count: values.count)
      best = values
      last = values
      rises = Array(repeating: 0, count: values.count)
      bestAtCheckpoint = values
      wasReduced = Array(repeating: true, count: values.count)
    }

    mutating func record(_ values: [Scalar], _ points: Tensor<Scalar>, _ gradient: Tensor<Scalar>) {
      var improved = Array(repeating: false, count: values.count)
      for index in values.indices {
        if values[index] > last[index] { rises[index] += 1 }
        if values[index] > best[index] {
          improved[index] = true
          best[index] = values[index]
        }
      }
      last = values
      bestPoints.replaceRows(where: improved, with: points)
      bestGradient.replaceRows(where: improved, with: gradient)
    }

    /// Halves the steps that do not help; says which images go back to their best point.
    mutating func check(window: Int, share: Double) -> [Bool] {
      var reduced = Array(repeating: false, count: best.count)
      for index in best.indices {
        let tooFewRises = Double(rises[index]) <= share * Double(window)
        let stuck = !wasReduced[index] && bestAtCheckpoint[index] >= best[index]
        reduced[index] = tooFewRises || stuck
        if reduced[index] {
          steps[index] /= 2
          last[index] = best[index]
        }
        rises[index] = 0
      }
      wasReduced = reduced
      bestAtCheckpoint = best
      return reduced
    }
  }
}
