extension RobustOverfitting {
  /// f = g + B·Σᵢ yᵢ·N_{xᵢ}: the base classifier, overridden about every training point.
  struct OverfittedClassifier {
    /// B: more than |g| within any attack on the unit cube.
    static let height = 10.0

    let problem: ClassificationProblem
    /// The bumps of height 1, valued by the labels trained on.
    let bumps: BumpField
    /// Training points whose label is not the sign of g.
    let isFlipped: [Bool]
    /// δ.
    let radius: Double
    private let grid: OffsetGrid

    /// - Parameters:
    ///   - points: to train on, coordinates point by point.
    ///   - isFlipped: one a point.
    init(_ problem: ClassificationProblem, points: [Double], isFlipped: [Bool], radius: Double) {
      let index = PointIndex(points, dimension: problem.dimension)
      let labels = isFlipped.indices.map { point in
        index.withPoint(point) { problem.base($0) > 0 } != isFlipped[point] ? 1.0 : -1
      }
      self.problem = problem
      self.isFlipped = isFlipped
      self.radius = radius
      bumps = BumpField(index: index, values: labels, shape: BumpShape(radius: radius))
      grid = OffsetGrid(dimension: problem.dimension, radius: radius)
    }

    /// The bumps as a network.
    var bumpNetwork: ReLUNetwork {
      let centres = isFlipped.indices.map { bumps.index.withPoint($0) { Array($0) } }
      return .bumps(at: centres, values: bumps.values.map { OverfittedClassifier.height * $0 }, shape: bumps.shape)
    }

    func callAsFunction(_ x: [Double]) -> Double {
      x.withUnsafeBufferPointer { problem.base($0) } + OverfittedClassifier.height * bumps(x)
    }

    /// Numbers of wrong points among some.
    struct Errors {
      /// As they are.
      var clean = 0
      /// Somewhere in their ball.
      var robust = 0
      /// In their ball, by the base classifier.
      var base = 0
      /// Within 2δ of a flipped training point: the attacker gets into its bump.
      var reaching = 0
      /// Within 2δ + κ of one: nobody else can be misled.
      var touching = 0
    }

    /// Attacks points, each with the sign of g there as its right answer.
    /// - Parameter points: coordinates point by point, outside the margin.
    func errors(at points: [Double]) -> Errors {
      var errors = Errors()
      forEach(points) { point, x, room, near in
        let label = problem.base(x) > 0 ? 1.0 : -1
        let distance = nearestFlipped(x, near)
        if distance <= 2 * radius { errors.reaching += 1 }
        if distance <= 2 * radius + bumps.shape.ramp { errors.touching += 1 }
        var (isWrong, baseIsWrong) = (false, false)
        grid.forEach(around: x, point: room) { offset, x in
          let base = problem.base(x)
          if label * base <= 0 { baseIsWrong = true }
          let value = base + OverfittedClassifier.height * bumps.value(at: x, among: near)
          if label * value <= 0 {
            isWrong = true
            if offset == 0 { errors.clean += 1 }
          }
          return true
        }
        if isWrong { errors.robust += 1 }
        if baseIsWrong { errors.base += 1 }
      }
      return errors
    }

    /// The number of training points whose label, right or flipped, is not the answer everywhere in their ball.
    var trainingErrors: Int {
      var wrong = 0
      forEach(bumps.index.coordinates) { point, x, room, near in
        let label = bumps.values[point]
        var isWrong = false
        grid.forEach(around: x, point: room) { _, x in
          let value = problem.base(x) + OverfittedClassifier.height * bumps.value(at: x, among: near)
          isWrong = label * value <= 0
          return !isWrong
        }
        if isWrong { wrong += 1 }
      }
      return wrong
    }

    /// The distance to the nearest flipped training point of those named.
    private func nearestFlipped(_ x: UnsafeBufferPointer<Double>, _ near: [Int]) -> Double {
      var least = Double.infinity
      for point in near where isFlipped[point] {
        least = min(least, bumps.index.withPoint(point) { PointIndex.distance($0, x) })
      }
      return least
    }

    /// Calls `body` with each point, room for another and the bumps that an attack on it can reach.
    private func forEach(
      _ points: [Double],
      _ body: (Int, UnsafeBufferPointer<Double>, UnsafeMutableBufferPointer<Double>, [Int]) -> Void
    ) {
      let dimension = problem.dimension
      var room = [Double](repeating: 0, count: dimension)
      var near: [Int] = []
      room.withUnsafeMutableBufferPointer { room in
        points.withUnsafeBufferPointer { points in
          for point in 0..<(points.count / dimension) {
            let x = UnsafeBufferPointer(rebasing: points[(point * dimension)..<((point + 1) * dimension)])
            bumps.index.find(within: radius + bumps.shape.outer, of: x, into: &near)
            body(point, x, room, near)
          }
        }
      }
    }
  }
}
