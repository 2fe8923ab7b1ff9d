import NumericalCore
import Testing

@testable import Papers

@Suite struct QuadraticDescentTests {
  private func run(
    _ problem: SparseRegression, _ algorithm: DescentAlgorithm, stepSize: Double, level: Double, start: [Double],
    seed: UInt64 = 1
  ) -> QuadraticDescent {
    QuadraticDescent(
      problem, algorithm: algorithm, stepSize: stepSize, level: level, start: start,
      noise: RandomSource(seed: seed, stream: "noise"), samples: RandomSource(seed: seed, stream: "samples"))
  }

  /// The same descent in the plainest form.
  private func reference(
    _ problem: SparseRegression, _ algorithm: DescentAlgorithm, stepSize: Double, level: Double, start: [Double],
    seed: UInt64, steps: Int
  ) -> [Double] {
    var noise = RandomSource(seed: seed, stream: "noise")
    var samples = RandomSource(seed: seed, stream: "samples")
    let n = problem.samples
    let deviation = (level * Double(n) / stepSize).squareRoot()
    var theta = start.map { $0.squareRoot() }
    for _ in 0..<steps {
      let beta = theta.map { $0 * $0 }
      let xi = algorithm.hasLabelNoise ? (0..<n).map { _ in deviation * noise.normal() } : [Double](repeating: 0, count: n)
      let row = algorithm.drawsSamples ? samples.integer(below: n) : nil
      let errors = problem.design * beta
      for k in theta.indices {
        var g = 0.0
        for i in 0..<n {
          let error = errors[i] - problem.targets[i]
          if row == nil { g += problem.design[i, k] * error / Double(n) }
          if row == i { g += problem.design[i, k] * error }
          g -= problem.design[i, k] * xi[i] / Double(n)
        }
        theta[k] *= 1 - stepSize * g
      }
    }
    return theta.map { $0 * $0 }
  }

  @Test func oneStepWithGivenNoise() throws {
    var run = try run(
      SparseRegressionTests.example(), .lngd, stepSize: 0.1, level: 1, start: [0.25, 0.25, 0.25])
    run.takeStep(noise: [0.5, -1])
    for (found, expected) in zip(run.beta, [0.275625, 0.21390625, 0.25628906]) { #expect(abs(found - expected) < 1e-8) }
  }

  @Test(arguments: DescentAlgorithm.allCases, [6, 30])
  func agreesWithThePlainRecursion(algorithm: DescentAlgorithm, features: Int) throws {
    var source = RandomSource(seed: 5, stream: "problem")
    let problem = try SparseRegression.draw(samples: 6, features: features, sparsity: 2, from: &source)
    let start = [Double](repeating: 0.3, count: features)
    var fast = run(problem, algorithm, stepSize: 0.01, level: 0.2, start: start, seed: 9)
    fast.advance(to: 150)
    let plain = reference(problem, algorithm, stepSize: 0.01, level: 0.2, start: start, seed: 9, steps: 150)
    for (found, expected) in zip(fast.beta, plain) { #expect(abs(found - expected) < 1e-12 * max(1, expected)) }
  }

  @Test func logarithmsOutliveUnderflow() throws {
    // One sample, one feature, twice the noise of the threshold: log β falls along the drift −(2(β − 1) + δ̄)t.
    let problem = try SparseRegression(design: Matrix([[1]]), targets: [1], truth: [1], support: [0])
    var run = run(problem, .lngd, stepSize: 0.01, level: 4, start: [0.1])
    run.advance(to: 200_000)
    #expect(run.beta == [0])
    #expect(!run.hasDiverged)
    #expect(run.logBeta[0] < -3000 && run.logBeta[0] > -5500)
  }

  @Test func gradientDescentInterpolates() throws {
    let problem = try SparseRegressionTests.example()
    var run = run(problem, .gd, stepSize: 0.05, level: 1, start: [0.1, 0.1, 0.1])
    run.advance(to: 20_000)
    for (value, target) in zip(problem.design * run.beta, problem.targets) { #expect(abs(value - target) < 1e-10) }
  }

  @Test func divergedRunsAreNaN() throws {
    let problem = try SparseRegressionTests.example()
    var run = run(problem, .gd, stepSize: 50, level: 1, start: [4, 4, 4])
    run.advance(to: 2000)
    #expect(run.hasDiverged)
    #expect(run.step == 2000)
    #expect(run.beta.allSatisfy { $0.isNaN })
    #expect(run.mean.allSatisfy { $0.isNaN })
  }

  @Test func momentsOfTheTail() throws {
    let problem = try SparseRegressionTests.example()
    var run = run(problem, .lngd, stepSize: 0.02, level: 0.1, start: [0.5, 0.5, 0.5])
    run.advance(to: 100)
    run.resetAverage()
    var values: [[Double]] = [[], [], []]
    for step in 101...300 {
      for k in 0..<3 { values[k].append(run.beta[k]) }
      run.advance(to: step)
    }
    for k in 0..<3 {
      let mean = Statistics.mean(values[k])
      let square = values[k].reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 200
      #expect(abs(run.mean[k] - mean) < 1e-12)
      #expect(abs(run.standardDeviation[k] - square.squareRoot()) < 1e-12)
    }
  }

  @Test func stationaryLawIsGamma() {
    let law = StationaryLaw(level: 0.5)
    #expect(abs(law.mean - 0.75) < 1e-15)
    #expect(abs(law.variance - 0.375) < 1e-15)
    let sum = (0..<4000).reduce(0.0) { $0 + law.density(at: (Double($1) + 0.5) * 0.005) * 0.005 }
    #expect(abs(sum - 1) < 1e-4)
    #expect(StationaryLaw(level: 2.5).mean == 0)
    #expect(StationaryLaw(level: 2.5).density(at: 0.3).isNaN)
  }
}
