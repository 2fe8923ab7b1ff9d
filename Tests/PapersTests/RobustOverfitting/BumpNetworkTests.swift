import NumericalCore
import Testing

@testable import Papers

private typealias Paper = RobustOverfitting

@Suite struct BumpNetworkTests {
  private static func centres(_ count: Int, _ dimension: Int) -> [[Double]] {
    var random = RandomSource(seed: 3, stream: "centres \(dimension)")
    return (0..<count).map { _ in (0..<dimension).map { _ in random.uniform() } }
  }

  /// ρ = 0.1, κ = 0.02, centre (½, ½).
  @Test func valuesOfABump() {
    let shape = Paper.BumpShape(radius: 0.1, relativeRamp: 0.2)
    let network = Paper.ReLUNetwork.bumps(at: [[0.5, 0.5]], values: [1], shape: shape)
    let field = Paper.BumpField(index: .init([0.5, 0.5], dimension: 2), values: [1], shape: shape)
    for (x, value) in [([0.5, 0.5], 1.0), ([0.5, 0.605], 0.75), ([0.5, 0.62], 0), ([0.39, 0.39], 0), ([0.6, 0.4], 1)] {
      #expect(abs(network(x) - value) < 1e-12)
      #expect(abs(field(x) - value) < 1e-12)
    }
  }

  @Test func theTrapezoidIsFourUnits() {
    let shape = Paper.BumpShape(radius: 0.25)
    func relu(_ u: Double) -> Double { max(0, u) }
    for step in -100...100 {
      let u = Double(step) * 0.004
      let units = relu(u + shape.outer) - relu(u + shape.inner) - relu(u - shape.inner) + relu(u - shape.outer)
      #expect(abs(shape.trapezoid(u) - units / shape.ramp) < 1e-12)
    }
  }

  @Test(arguments: 1...5) func parametersAreLinearInTheBumps(dimension: Int) {
    let centres = Self.centres(7, dimension)
    let network = Paper.ReLUNetwork.bumps(
      at: centres, values: centres.map { _ in 1 }, shape: Paper.BumpShape(radius: 0.01))
    #expect(network.parameterCount == 7 * (12 * dimension + 2))
  }

  /// Overlapping bumps, too; points within and outside the cube.
  @Test(arguments: 1...4) func localityChangesNothing(dimension: Int) {
    var random = RandomSource(seed: 5, stream: "points")
    let centres = Self.centres(40, dimension)
    let values = centres.map { _ in random.normal() }
    let shape = Paper.BumpShape(radius: 0.08, relativeRamp: 0.5)
    let network = Paper.ReLUNetwork.bumps(at: centres, values: values, shape: shape)
    let field = Paper.BumpField(
      index: .init(centres.flatMap { $0 }, dimension: dimension), values: values, shape: shape)
    var hits = 0
    for trial in 0..<400 {
      // Half of the points near a centre: random ones hardly meet a bump in four dimensions.
      let x = (0..<dimension).map { axis in
        trial % 2 == 0
          ? random.uniform(in: -0.2..<1.2) : centres[trial % 40][axis] + random.uniform(in: -0.12..<0.12)
      }
      if network(x) != 0 { hits += 1 }
      #expect(abs(network(x) - field(x)) < 1e-11)
    }
    #expect(hits > 50)
  }

  @Test(arguments: 1...3) func pointsWithinADistance(dimension: Int) {
    var random = RandomSource(seed: 6, stream: "index")
    let centres = Self.centres(60, dimension)
    let index = Paper.PointIndex(centres.flatMap { $0 }, dimension: dimension)
    for _ in 0..<100 {
      let x = (0..<dimension).map { _ in random.uniform(in: -0.3..<1.3) }
      let radius = random.uniform(in: 0..<0.5)
      let expected = centres.indices.filter { zip(centres[$0], x).allSatisfy { abs($0 - $1) <= radius } }
      var found: [Int] = []
      x.withUnsafeBufferPointer { index.find(within: radius, of: $0, into: &found) }
      #expect(found.sorted() == expected)
    }
    var none = [1]
    [0.5].withUnsafeBufferPointer { Paper.PointIndex([], dimension: 1).find(within: 1, of: $0, into: &none) }
    #expect(none.isEmpty)
  }

  /// The classifier of the experiments is the sum of two networks.
  @Test(arguments: 1...3) func theClassifierIsANetwork(dimension: Int) {
    let problem = Paper.ClassificationProblem(dimension: dimension, margin: 0.05)
    var random = RandomSource(seed: 7, stream: "classifier")
    let points = problem.jitteredGrid(4, using: &random)
    let classifier = Paper.OverfittedClassifier(
      problem, points: points, isFlipped: (0..<(points.count / dimension)).map { $0 % 3 == 0 }, radius: 0.05)
    let network = Paper.ReLUNetwork.baseClassifier(dimension: dimension) + classifier.bumpNetwork
    for _ in 0..<200 {
      let x = (0..<dimension).map { _ in random.uniform(in: -0.1..<1.1) }
      #expect(abs(network(x) - classifier(x)) < 1e-10)
    }
  }

  /// The gate returns the spline off the bumps, the label on them, and the network of three layers is the same function.
  @Test func theGatedSplineIsANetwork() throws {
    let sample = Paper.RegressionSample(count: 20, noise: 0.5, random: RandomSource(seed: 8, stream: "sample"))
    let spline = try Paper.LinearSpline(fitting: sample)
    let fitted = Paper.GatedSpline(spline: spline, sample: sample, shape: Paper.BumpShape(radius: 0.1 / 20))
    let network = Paper.ReLUNetwork.gated(spline, at: sample.x, values: sample.y, shape: fitted.shape)
    #expect(network.hidden.count == 3)
    for (point, x) in sample.x.enumerated() {
      #expect(abs(fitted.value(at: 0, from: point) - sample.y[point]) < 1e-13)
      #expect(abs(fitted.value(at: -fitted.shape.inner, from: point) - sample.y[point]) < 1e-12)
      for distance in [-0.006, -0.0053, -0.002, 0, 0.004, 0.0052, 0.006] {
        #expect(abs(network([x + distance]) - fitted.value(at: distance, from: point)) < 1e-10)
      }
      #expect(fitted.value(at: 0.006, from: point) == spline(x + 0.006))
    }
    #expect(abs(network([-0.5]) - spline.coefficients[0]) < 1e-12)
  }
}
