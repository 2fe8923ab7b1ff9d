import NumericalCore
import Testing

@testable import Papers

@Suite struct SplineKernelTests {
  /// 2 Σ m⁻²ˢ cos(2πmu) by the recursion of Chebyshev for the cosines.
  private func series(_ order: Int, cosine: Double, terms: Int) -> Double {
    var (before, now, sum) = (1.0, cosine, 0.0)
    for m in 1...terms {
      var power = 1 / (Double(m) * Double(m))
      if order == 2 { power *= power }
      sum += 2 * power * now
      (before, now) = (now, 2 * cosine * now - before)
    }
    return sum
  }

  @Test func kernelsAreTheirFourierSeries() {
    // cos 2πu at u = 0, 1/6, 1/4, 1/3, 1/2.
    for order in [1, 2] {
      let kernel = SplineKernel(order: order)
      for (u, cosine) in [(0.0, 1.0), (1.0 / 6, 0.5), (0.25, 0), (1.0 / 3, -0.5), (0.5, -1)] {
        let tolerance = order == 1 ? 1e-4 : 1e-9
        #expect(abs(kernel.value(0.2, 0.2 + u) - series(order, cosine: cosine, terms: 100_000)) < tolerance)
        #expect(abs(kernel.value(0, u) - kernel.value(0, 1 - u)) < 1e-14)
      }
    }
    #expect(abs(SplineKernel(order: 1).trace - Double.pi * Double.pi / 3) < 1e-14)
    let pi4 = Double.pi * Double.pi * Double.pi * Double.pi
    #expect(abs(SplineKernel(order: 2).trace - pi4 / 45) < 1e-14)
    #expect(abs(2 * Vector.sum(SplineKernel(order: 2).eigenvalues(1000)) - pi4 / 45) < 1e-8)
  }

  @Test func startingRiskIsHalfTheNormOfTheTarget() {
    // By the quadrature of the runs and by Parseval; ∫B₂² = 1/180.
    let points = (0..<512).map { (Double($0) + 0.5) / 512 }
    for target in SmoothTarget.allCases {
      for order in [1, 2] {
        let kernel = SplineKernel(order: order)
        let run = OnlineKernelRun(kernel, stepSize: 0.1, capacity: 3, points: points, values: points.map(target.value))
        let parseval = 0.5 * Vector.dot(kernel.eigenvalues(20_000), target.start(kernel, count: 20_000))
        #expect(abs(run.risk / parseval - 1) < 1e-4)
      }
    }
    #expect(abs(0.5 * Statistics.mean(points.map { SmoothTarget.b2.value($0) * SmoothTarget.b2.value($0) }) - 0.5 / 180) < 1e-6)
  }

  @Test func onlineRunIsTheRecursionOfTheBook() {
    for order in [1, 2] {
      let kernel = SplineKernel(order: order)
      let points = [0.05, 0.4, 0.41, 0.77, 0.99]
      let gamma = 0.7 / kernel.trace
      var run = OnlineKernelRun(
        kernel, stepSize: gamma, capacity: 10, points: points, values: points.map(SmoothTarget.b4.value))
      var random = RandomSource(seed: 2, stream: "x")
      var (centres, weights): ([Double], [Double]) = ([], [])
      func predict(_ x: Double) -> Double { zip(centres, weights).reduce(0) { $0 + $1.1 * kernel.value($1.0, x) } }
      for _ in 0..<10 {
        let x = random.uniform()
        let weight = -gamma * (predict(x) - SmoothTarget.b4.value(x))
        centres.append(x)
        weights.append(weight)
        run.learn(x, SmoothTarget.b4.value(x))
        let residuals = points.map { predict($0) - SmoothTarget.b4.value($0) }
        #expect(abs(run.risk / (0.5 * Vector.squaredNorm(residuals) / 5) - 1) < 1e-10)
      }
    }
  }

  @Test func samplesOfAFile() throws {
    let rows = (0..<20).map { "\(Double($0) / 20),\($0 % 3)" }
    let sample = try CircleSample(csv: Array((["x,y"] + rows).joined(separator: "\n").utf8), path: "a.csv")
    #expect(sample.x.count == 20 && sample.trainingCount == 16)
    var random = RandomSource(seed: 1, stream: "split")
    let split = sample.split(&random)
    #expect(split.x.sorted() == sample.x && abs(split.y[..<16].reduce(0, +)) < 1e-12)
    for text in ["u,v\n1,2\n", "x,y\n0.5,1\n", "x,y\n" + String(repeating: "1.5,0\n", count: 12)] {
      #expect(throws: CircleSample.Unusable.self) { try CircleSample(csv: Array(text.utf8), path: "b.csv") }
    }
  }
}
