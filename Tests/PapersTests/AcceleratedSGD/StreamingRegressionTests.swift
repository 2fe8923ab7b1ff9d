import NumericalCore
import Testing

@testable import Papers

@Suite struct StreamingRegressionTests {
  private let problem = StreamingRegression.powerLaw(dimension: 50, decay: 4, design: .gaussian)

  @Test func constantsOfTheDesigns() {
    let gaussian = StreamingRegression.isotropic(dimension: 8, design: .gaussian)
    #expect(abs(gaussian.squaredRadius - 1.25) < 1e-15 && gaussian.statisticalCondition == 10 && gaussian.kurtosis == 3)
    let oneHot = StreamingRegression.powerLaw(dimension: 4, decay: 1, design: .onehot)
    #expect(abs(oneHot.trace - 1) < 1e-15 && oneHot.squaredRadius == 1)
    #expect(abs(oneHot.statisticalCondition - 4 * (1 + 0.5 + 1.0 / 3 + 0.25)) < 1e-12)
  }

  @Test func rulesMeetTheirTheorems() {
    for design in [InputDesign.gaussian, .onehot] {
      for (d, decay) in [(2, 0.0), (7, 1), (50, 4), (300, 2)] {
        let problem = StreamingRegression.powerLaw(dimension: d, decay: decay, design: design)
        #expect(problem.meetsTheorem1(problem.stepSizes(.theorem1)))
        #expect(problem.meetsTheorem3(problem.stepSizes(.theorem3)))
        var tooLong = problem.stepSizes(.theorem1)
        tooLong.alpha *= 1.001
        #expect(!problem.meetsTheorem1(tooLong))
      }
    }
    #expect(!problem.meetsTheorem1(problem.stepSizes(.figure)))
  }

  @Test func theoremThreeHasThePrintedSteps() {
    let steps = problem.stepSizes(.theorem3)
    #expect(abs(steps.beta * 9 * problem.trace - 1) < 1e-14)
    #expect(abs(steps.alpha * 54 * 50 * problem.trace - 1) < 1e-14)
  }

  @Test func boundsHaveTheirConstants() {
    let steps = problem.stepSizes(.theorem1)
    let late = problem.bound(.averagedAccelerated, steps: steps, squaredDistance: 50, sigma: 0.5, after: 100_000)
    #expect(abs((late ?? 0) / (12 * 50 / (steps.alpha * 1e10) + 72 * 0.25 * 50 / 1e5) - 1) < 1e-12)
    let early = problem.bound(.averagedAccelerated, steps: steps, squaredDistance: 50, sigma: 0, after: 2)
    #expect(abs((early ?? 0) / (48 * 50 / (steps.beta * 2)) - 1) < 1e-12)
    let last = problem.stepSizes(.theorem3)
    let bound = problem.bound(.accelerated, steps: last, squaredDistance: 0, sigma: 1, after: 5)
    // 2[(α + 2β) tr H + 2αd/β] with α tr H = 1/2700, β tr H = 1/9 and αd/β = 1/6.
    #expect(abs((bound ?? 0) - 2 * (1.0 / 2700 + 2.0 / 9 + 1.0 / 3)) < 1e-12)
    #expect(problem.bound(.sgd, steps: steps, squaredDistance: 1, sigma: 0, after: 5) == nil)
    #expect(problem.bound(.accelerated, steps: steps, squaredDistance: 1, sigma: 0, after: 5) == nil)
    #expect(problem.bound(.averagedAccelerated, steps: steps, squaredDistance: 1, sigma: 0, after: 0) == nil)
  }

  @Test func batchesKeepTheirConditions() {
    for design in [InputDesign.gaussian, .onehot] {
      let problem = StreamingRegression.powerLaw(dimension: 50, decay: 4, design: design)
      for batch in 1...50 {
        let steps = problem.stepSizes(batch: batch)
        let b = Double(batch)
        #expect((steps.alpha + 2 * steps.beta) * problem.squaredRadius <= b * (1 + 1e-12))
        #expect(steps.alpha <= b * steps.beta / (2 * problem.statisticalCondition) * (1 + 1e-12))
        #expect(max(steps.alpha, steps.beta) * problem.largest <= 1 + 1e-12)
      }
    }
    #expect(problem.stepSizes(batch: 1) == problem.stepSizes(.theorem1))
  }

  @Test func oneHotInputsHaveTheirProbabilities() {
    let problem = StreamingRegression(eigenvalues: [0.5, 0.3, 0.2], design: .onehot)
    var sampler = InputSampler(problem, random: RandomSource(seed: 5, stream: "inputs"))
    var counts = [0.0, 0, 0]
    for _ in 0..<20_000 {
      _ = sampler.next()
      #expect(sampler.input.reduce(0, +) == 1)
      counts[sampler.input.firstIndex(of: 1) ?? 0] += 1
    }
    for (count, p) in zip(counts, problem.eigenvalues) {
      #expect(abs(count / 20_000 - p) < 5 * (p * (1 - p) / 20_000).squareRoot())
    }
  }
}
