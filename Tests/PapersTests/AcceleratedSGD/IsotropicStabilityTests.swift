import NumericalCore
import Testing

@testable import Papers

@Suite struct IsotropicStabilityTests {
  private func stability(_ d: Int, _ beta: Double, _ design: InputDesign = .gaussian) -> IsotropicStability {
    IsotropicStability(.isotropic(dimension: d, design: design), beta: beta)
  }

  /// Where an eigenvalue is +1: α(ω/λ + βω/2 − λ) = β(2λ − βω), λ = 1/d, ω = (d + 2)/d².
  private func closedForm(_ d: Int, _ beta: Double) -> Double {
    let size = Double(d)
    return beta / size * (2 - beta * (1 + 2 / size)) / (1 + 1 / size + beta * (size + 2) / (2 * size * size))
  }

  @Test func closedFormOfTheThreshold() throws {
    for d in [2, 5, 10, 320, 10_000, 1_000_000] {
      for beta in [0.05, 1.0 / 3, 0.9] {
        let found = try stability(d, beta).largestAlpha() ?? .nan
        #expect(abs(found / closedForm(d, beta) - 1) < 1e-8, "d = \(d), beta = \(beta)")
      }
    }
  }

  @Test func noneIfPlainDescentDiverges() throws {
    #expect(try stability(5, 1.5).largestAlpha() == nil)
    #expect(try stability(5, 1.39).largestAlpha() != nil)
  }

  @Test func radiusIsTheGrowthOfTheRecursion() throws {
    for (d, beta, factor) in [(5, 0.3, 0.5), (5, 0.3, 3.0), (12, 0.8, 0.9), (12, 0.8, 2.0)] {
      let alpha = factor * closedForm(d, beta)
      let problem = StreamingRegression.isotropic(dimension: d, design: .gaussian)
      var moments = AcceleratedMoments(
        eigenvalues: problem.eigenvalues, fourthMoment: .gaussian,
        steps: StepSizes(alpha: alpha, beta: beta, gamma: 0), start: [Double](repeating: 1, count: d))
      moments.advance(to: 20_000)
      let before = moments.risk * 20_001 * 20_001
      moments.advance(to: 20_200)
      let growth = Elementary.log(moments.risk * 20_201 * 20_201 / before) / 200
      let excess = try stability(d, beta).excess(alpha: alpha)
      if before > 1e-250 && before < 1e250 {
        #expect(abs(growth - Elementary.log(1 + excess)) < 1e-4 + 0.01 * abs(growth), "d = \(d), factor \(factor)")
      }
      #expect((excess > 0) == (factor > 1))
    }
  }
}
