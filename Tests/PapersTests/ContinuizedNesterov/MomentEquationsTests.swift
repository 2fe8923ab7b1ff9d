import NumericalCore
import Testing

@testable import Papers

@Suite struct MomentEquationsTests {
  /// Moments of a mode at a time by the matrix exponential of the augmented system.
  private func exact(_ lambda: Double, start: Double, variance: Double, rate q: Double, time: Double) throws -> [Double] {
    let (a, b, p) = (1 - lambda, -lambda / q, 1 / q)
    let system = Matrix([
      [-2 * q + a * a - 1, 2 * q, 0, variance],
      [q + a * b, -2 * q + a - 1, q, variance * p],
      [b * b, 2 * q + 2 * b, -2 * q, variance * p * p],
      [0, 0, 0, 0],
    ])
    let flow = try (time * system).exponential()
    return flow * [start, start, start, 1]
  }

  @Test func strongMomentsAgreeWithTheMatrixExponential() throws {
    let problem = DiagonalQuadratic.strong(dimension: 7, conditionNumber: 50)
    let times = [3.0, 20, 7.5]
    let gaps = try MomentEquations(problem: problem).gaps(at: times, withNoise: true)
    for (index, time) in times.enumerated() {
      var (signal, noise) = (0.0, 0.0)
      for (lambda, target) in zip(problem.eigenvalues, problem.minimiser) {
        signal += try 0.5 * lambda * exact(lambda, start: target * target, variance: 0, rate: problem.rate, time: time)[0]
        noise += try 0.5 * lambda * exact(lambda, start: 0, variance: 1.0 / 7, rate: problem.rate, time: time)[0]
      }
      #expect(abs(gaps.signal[index] / signal - 1) < 1e-6)
      #expect(abs(gaps.noise[index] / noise - 1) < 1e-6)
    }
  }

  @Test func meanOfManyRunsAtAnEarlyTime() throws {
    // Heavy tails make later times useless.
    for problem in [DiagonalQuadratic.convex(dimension: 6), .strong(dimension: 6, conditionNumber: 20)] {
      let end = 4.0
      let exact = try MomentEquations(problem: problem).gaps(at: [end]).signal[0]
      let source = RandomSource(seed: 4, stream: "runs")
      let gaps = (0..<4000).map { run -> Double in
        var random = source.substream(run)
        var (time, x) = (0.0, problem.minimiser)
        var z = x
        while true {
          let next = time + random.exponential()
          let flowing = min(next, end)
          mix(&x, &z, problem.rate, from: time, to: flowing)
          time = flowing
          if next > end { return problem.gap(x) }
          let step = problem.rate > 0 ? 1 / problem.rate : 0.5 * time
          for i in x.indices {
            let gradient = problem.eigenvalues[i] * x[i]
            x[i] -= gradient
            z[i] -= step * gradient
          }
        }
      }
      #expect(abs(Statistics.mean(gaps) / exact - 1) < 0.1)
    }
  }

  private func mix(_ x: inout [Double], _ z: inout [Double], _ rate: Double, from start: Double, to end: Double) {
    let ratio = start / end
    let mixing = rate > 0 ? 0.5 * (1 - Elementary.exp(-2 * rate * (end - start))) : 1 - ratio * ratio
    for i in x.indices {
      let change = mixing * (z[i] - x[i])
      x[i] += change
      if rate > 0 { z[i] -= change }
    }
  }

  @Test func timesMayComeInAnyOrderAndTwice() throws {
    let equations = MomentEquations(problem: .convex(dimension: 5))
    let ascending = try equations.gaps(at: [0.0005, 1, 10]).signal
    let mixed = try equations.gaps(at: [10, 0.0005, 10, 1]).signal
    #expect(mixed == [ascending[2], ascending[0], ascending[2], ascending[1]])
    #expect(ascending[0] > ascending[1] && ascending[1] > ascending[2])
    #expect(abs(ascending[0] / DiagonalQuadratic.convex(dimension: 5).initialGap - 1) < 1e-2)
  }

  @Test func sgdPlateau() {
    let problem = DiagonalQuadratic.strong(dimension: 30, conditionNumber: 100)
    let plateau = problem.eigenvalues.reduce(0) { $0 + 0.04 / 30 / (2 * (2 - $1)) }
    #expect(abs(ContinuizedNesterov.AdditiveNoise.sgdGap(problem, at: 1e5, noise: 0.2) / plateau - 1) < 1e-12)
    #expect(abs(ContinuizedNesterov.AdditiveNoise.sgdGap(problem, at: 0, noise: 0.2) - problem.initialGap) < 1e-15)
  }

  @Test func nesterovOnOneStep() {
    // y = x + τ(z − x) = x at the start, whatever τ: one step from x₀ = z₀ is a gradient step.
    let problem = DiagonalQuadratic.convex(dimension: 4)
    var nesterov = NesterovIterates(problem)
    var schedule = NesterovSchedule(problem)
    nesterov.step(schedule.next())
    var descent = NesterovIterates(problem)
    descent.descend()
    #expect(nesterov.x == descent.x)
    #expect(abs(problem.initialGap - problem.gap(NesterovIterates(problem).x)) < 1e-15)
  }

  @Test func noiselessLeastSquaresKeepsItsBounds() {
    let problem = GaussianLeastSquares(dimension: 4, decay: 1)
    #expect(problem.statisticalCondition == 6)
    #expect(abs(problem.squaredRadius - (1 + 0.5 + 1.0 / 3 + 0.25 + 2)) < 1e-12)
    for method in GaussianLeastSquares.Method.allCases {
      let times = [0.1, 1, 10, 40]
      let errors = problem.errors(method, at: times, check: {})
      #expect(abs(errors[0] - 1) < 0.2)
      for (error, time) in zip(errors, times) { #expect(error <= problem.bound(method, at: time)) }
    }
  }

  @Test func simulatedLeastSquaresAgreesWithTheMoments() {
    let problem = GaussianLeastSquares(dimension: 3, decay: 1)
    for method in GaussianLeastSquares.Method.allCases {
      let exact = problem.errors(method, at: [3], check: {})[0]
      let sample = problem.simulate(method, until: 3, runs: 6000, from: RandomSource(seed: 2, stream: "r"), check: {})
      #expect(abs(sample.mean - exact) < 5 * sample.standardError)
    }
  }
}
