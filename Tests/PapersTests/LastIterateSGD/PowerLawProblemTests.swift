import NumericalCore
import Testing

@testable import Papers

@Suite struct PowerLawProblemTests {
  /// d = 2000, λᵢ = i⁻², γ = 0.5/tr H: risks of SGD's last iterate and average and of gradient descent, from an independent
  /// implementation in NumPy.
  private static let reference: [(b: Double, t: Int, last: Double, average: Double, gd: Double)] = [
    (1, 0, 6.010283891e-01, 6.010283891e-01, 6.010283891e-01),
    (1, 1, 4.391056317e-01, 4.817266864e-01, 3.323552914e-01),
    (1, 10, 7.371444812e-02, 1.377419024e-01, 3.841766840e-02),
    (1, 100, 6.550587900e-03, 1.342416524e-02, 4.090414801e-03),
    (1, 1000, 6.258814951e-04, 1.232600662e-03, 4.108406324e-04),
    (4, 1, 3.468158889e-01, 3.918836969e-01, 2.496468214e-01),
    (4, 10, 1.950301009e-02, 7.387978064e-02, 2.432258350e-03),
    (4, 100, 2.644594838e-04, 1.833051183e-03, 1.127812673e-05),
    (4, 1000, 7.512316351e-06, 4.232107173e-05, 3.636368689e-08),
  ]

  @Test func referenceValues() {
    for row in Self.reference {
      let problem = PowerLawProblem(dimension: 2000, capacity: 2, source: row.b)
      let gamma = 0.5 / problem.trace
      var moments = problem.moments(stepSize: gamma)
      moments.advance(to: row.t)
      #expect(abs(moments.risk / row.last - 1) < 1e-8)
      #expect(abs(moments.averageRisk / row.average - 1) < 1e-8)
      #expect(abs(problem.gradientDescentRisk(stepSize: gamma, after: row.t) / row.gd - 1) < 1e-8)
    }
  }

  @Test func volterraFormIsTheRecursion() throws {
    for (a, b, gammaTrace) in [(1.5, 0.0, 0.4), (0, 0, 1.2), (3, 2, 0.6)] {
      let problem = PowerLawProblem(dimension: 17, capacity: a, source: b)
      let gamma = gammaTrace / problem.trace
      let risks = try VolterraForm(problem, stepSize: gamma, through: 300).risks
      var moments = problem.moments(stepSize: gamma, averaging: false)
      for t in 0...300 {
        moments.advance(to: t)
        #expect(abs(risks[t] / moments.risk - 1) < 1e-11)
      }
    }
  }

  @Test func criticalStepsInClosedForm() {
    for d in [1, 2, 20, 200] {
      let lambda = [Double](repeating: 0.3, count: d)
      let critical = PowerLawProblem.criticalStep(lambda) * 0.3 * Double(d)
      #expect(abs(critical - 2 * Double(d) / Double(d + 2)) < 1e-12)
    }
    let two = PowerLawProblem.criticalStep([1, 2])
    #expect(abs(two / (1 - two) + 2 * two / (1 - 2 * two) - 2) < 1e-12)
    #expect(PowerLawProblem.criticalStep([1, 0, 0]) == PowerLawProblem.criticalStep([1]))
  }

  @Test func criticalStepSeparatesDecayFromGrowth() {
    let lambda = Vector.powerLaw(exponent: 1, count: 15)
    let critical = PowerLawProblem.criticalStep(lambda)
    for (factor, grows) in [(0.995, false), (1.005, true)] {
      let problem = PowerLawProblem(eigenvalues: lambda, start: [Double](repeating: 1, count: 15))
      var moments = problem.moments(stepSize: factor * critical, averaging: false)
      moments.advance(to: 4000)
      let middle = moments.risk
      moments.advance(to: 8000)
      #expect((moments.risk > middle) == grows)
    }
  }

  @Test func exponents() {
    #expect(PowerLawProblem.exponent(capacity: 2, source: 1) == 1)
    #expect(PowerLawProblem.exponent(capacity: 2, source: 4) == 1.5)
    #expect(PowerLawProblem.descentExponent(capacity: 2, source: 4) == 2.5)
  }

  @Test func descentThatJumpsToTheSolution() {
    let problem = PowerLawProblem(eigenvalues: [1, 2], start: [3, 5])
    #expect(problem.gradientDescentRisk(stepSize: 0.5, after: 0) == 6.5)
    #expect(abs(problem.gradientDescentRisk(stepSize: 0.5, after: 2) - 1.5 / 16) < 1e-15)
    // A step beyond 1/λ changes signs, not the rate.
    #expect(abs(problem.gradientDescentRisk(stepSize: 1, after: 3) - 5) < 1e-13)
  }

  @Test func sampledRunsHaveTheExpectedMean() {
    let problem = PowerLawProblem(dimension: 5, capacity: 1, source: 1)
    let gamma = 0.3 / problem.trace
    var (last, average): ([Double], [Double]) = ([], [])
    for replica in 0..<4000 {
      var run = SampledDescent(problem, stepSize: gamma, random: RandomSource(seed: 1, stream: "s").substream(replica))
      run.advance(to: 12)
      last.append(run.risk)
      average.append(run.averageRisk)
    }
    var moments = problem.moments(stepSize: gamma)
    moments.advance(to: 12)
    #expect(abs(Statistics.mean(last) - moments.risk) < 4 * Statistics.standardError(last))
    #expect(abs(Statistics.mean(average) - moments.averageRisk) < 4 * Statistics.standardError(average))
    #expect(Statistics.standardError(last) < 0.05 * moments.risk)
  }
}
