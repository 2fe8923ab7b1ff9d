import NumericalCore
import Testing

@testable import Papers

/// The recursions against references, and against the exact enumeration of all short runs.
@Suite struct AcceleratedMomentsTests {
  /// d = 50, λᵢ = i⁻⁴, start all ones, steps of the figure: excess risk of sgd, avg-sgd, acsgd, avg-acsgd from an
  /// independent implementation in NumPy.
  private static let reference: [(sigma: Double, t: Int, risks: [Double])] = [
    (0, 0, [5.411603230e-01, 5.411603230e-01, 5.411603230e-01, 5.411603230e-01]),
    (0, 1, [3.783388466e-01, 4.231459667e-01, 4.215323933e-01, 4.529456134e-01]),
    (0, 10, [4.970663369e-02, 1.019385631e-01, 9.503607427e-02, 1.344386736e-01]),
    (0, 100, [8.975366042e-03, 1.518979838e-02, 1.084078929e-02, 1.433053141e-02]),
    (0, 1000, [1.623923004e-03, 2.546302578e-03, 5.995802373e-04, 7.354917351e-04]),
    (0.02, 1, [3.783578943e-01, 4.231507286e-01, 4.215373476e-01, 4.529478153e-01]),
    (0.02, 100, [9.036212229e-03, 1.519381701e-02, 1.090498749e-02, 1.433563299e-02]),
    (0.02, 1000, [1.685365520e-03, 2.547100683e-03, 6.752691106e-04, 7.372807889e-04]),
  ]

  private func risks(
    _ problem: StreamingRegression, _ steps: StepSizes, _ start: [Double], variance: Double, at t: Int, batch: Int = 1
  ) -> [Double] {
    let squares = start.map { $0 * $0 }
    var accelerated = AcceleratedMoments(
      eigenvalues: problem.eigenvalues, fourthMoment: problem.fourthMoment, steps: steps, start: squares,
      variance: variance, batch: batch)
    accelerated.advance(to: t)
    var descent = LeastSquaresMoments(
      eigenvalues: problem.eigenvalues, fourthMoment: problem.fourthMoment.mean(of: batch), stepSize: steps.gamma,
      noiseVariance: variance / Double(batch), start: squares)
    descent.advance(to: t)
    return [descent.risk, descent.averageRisk, accelerated.risk, accelerated.averageRisk]
  }

  @Test func referenceValues() {
    let problem = StreamingRegression.powerLaw(dimension: 50, decay: 4, design: .gaussian)
    let steps = problem.stepSizes(.figure)
    for row in Self.reference {
      let found = risks(problem, steps, [Double](repeating: 1, count: 50), variance: row.sigma * row.sigma, at: row.t)
      for (value, expected) in zip(found, row.risks) { #expect(abs(value / expected - 1) < 1e-8, "t = \(row.t)") }
    }
  }

  /// All runs of three steps: inputs from a rule that has the moments of the design up to the fourth, labels ±σ. A step is
  /// of degree four in the input, so the mean over the rule is the expectation itself.
  private func enumerated(_ problem: StreamingRegression, _ steps: StepSizes, _ start: [Double], sigma: Double) -> [Double] {
    let scales = problem.eigenvalues.map { $0.squareRoot() }
    var nodes: [(input: [Double], weight: Double)] = []
    switch problem.design {
    case .gaussian:
      let root = 3.0.squareRoot()
      let rule = [(-root, 1.0 / 6), (0, 2.0 / 3), (root, 1.0 / 6)]
      for (x, p) in rule { for (y, q) in rule { nodes.append(([x * scales[0], y * scales[1]], p * q)) } }
    case .onehot: nodes = [([1, 0], problem.eigenvalues[0]), ([0, 1], problem.eigenvalues[1])]
    }
    var total = [0.0, 0, 0, 0]
    func visit(_ path: SampledPath, _ weight: Double, _ depth: Int) {
      if depth == 3 {
        for (index, risk) in path.risks(problem).enumerated() { total[index] += weight * risk }
        return
      }
      for node in nodes {
        for sign in [-1.0, 1] {
          var next = path
          node.input.withUnsafeBufferPointer { next.step($0, noise: sign) }
          visit(next, 0.5 * weight * node.weight, depth + 1)
        }
      }
    }
    visit(SampledPath(start: start, steps: steps, sigma: sigma), 1, 0)
    return total
  }

  @Test(arguments: [InputDesign.gaussian, .onehot])
  func expectationOfAllShortRuns(design: InputDesign) {
    let problem = StreamingRegression(eigenvalues: [0.7, 0.3], design: design)
    let steps = StepSizes(alpha: 0.11, beta: 0.23, gamma: 0.31)
    let start = [0.8, -1.3]
    let expected = enumerated(problem, steps, start, sigma: 0.4)
    for (value, reference) in zip(risks(problem, steps, start, variance: 0.16, at: 3), expected) {
      #expect(abs(value / reference - 1) < 1e-12)
    }
  }

  @Test func infiniteBatchesAreDeterministic() {
    let problem = StreamingRegression(eigenvalues: [1, 0.2, 0.01], design: .gaussian)
    let steps = StepSizes(alpha: 0.3, beta: 0.9, gamma: 0.5)
    var (x, z, w) = ([1.0, 2, 3], [1.0, 2, 3], [1.0, 2, 3])
    for t in 0..<7 {
      for i in 0..<3 {
        let gradient = problem.eigenvalues[i] * x[i]
        z[i] -= steps.alpha * Double(t + 1) * gradient
        x[i] = (Double(t + 1) * (x[i] - steps.beta * gradient) + z[i]) / Double(t + 2)
        w[i] *= 1 - steps.gamma * problem.eigenvalues[i]
      }
    }
    let found = risks(problem, steps, [1, 2, 3], variance: 5, at: 7, batch: 1 << 50)
    #expect(abs(found[0] / w.withUnsafeBufferPointer(problem.excessRisk) - 1) < 1e-9)
    #expect(abs(found[2] / x.withUnsafeBufferPointer(problem.excessRisk) - 1) < 1e-9)
  }

  @Test(arguments: [InputDesign.gaussian, .onehot])
  func transposedMapGivesEveryStart(design: InputDesign) {
    let problem = StreamingRegression.powerLaw(dimension: 6, decay: 2, design: design)
    let steps = problem.stepSizes(.figure)
    for t in [0, 1, 2, 17, 300] {
      let starts = (0..<6).map { i in
        risks(problem, steps, (0..<6).map { $0 == i ? 1 : 0 }, variance: 0, at: t)
      }
      for (index, method) in RiskMethod.allCases.enumerated() {
        var adjoint = AdjointMoments(problem, method, steps: steps)
        adjoint.advance(to: t)
        let best = starts.indices.max { starts[$0][index] < starts[$1][index] } ?? 0
        #expect(abs(adjoint.worst.risk / starts[best][index] - 1) < 1e-11, "\(method) at \(t)")
        #expect(adjoint.worst.coordinate == best)
      }
    }
  }

  @Test func pausesChangeNothing() {
    let problem = StreamingRegression.powerLaw(dimension: 5, decay: 1, design: .gaussian)
    let make = {
      AcceleratedMoments(
        eigenvalues: problem.eigenvalues, fourthMoment: .gaussian, steps: problem.stepSizes(.theorem1),
        start: [1, 1, 1, 1, 1], variance: 0.3)
    }
    var (once, often) = (make(), make())
    once.advance(to: 100)
    for t in [3, 50, 50, 99, 100] { often.advance(to: t) }
    #expect(once.risk == often.risk && once.averageRisk == often.averageRisk)
  }
}
