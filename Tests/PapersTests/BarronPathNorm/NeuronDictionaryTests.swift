import NumericalCore
import Testing

@testable import Papers

@Suite struct NeuronDictionaryTests {
  /// xₖ = (cos k, sin k), k = 1 … 8.
  private let points = Matrix(rows: 8, columns: 2) { i, j in
    j == 0 ? CircularFunctions.cosine(Double(i + 1)) : CircularFunctions.sine(Double(i + 1))
  }
  private let targets = [1, 0.5, -0.2, 0, 0, 0.3, 1, 0.8]

  @Test func referenceSolution() throws {
    let fit = try NeuronDictionary(count: 8).fit(points, targets, lambda: 0.05, tolerance: 1e-12)
    #expect(abs(fit.objective - 0.07404121628731886) < 1e-12)
    #expect(abs(fit.pathNorm - 1.2650725714) < 1e-6)
    #expect(fit.support == 3)
    for (j, c) in [(1, 0.86532027), (2, 0.36436854), (4, -0.03538376)] { #expect(abs(fit.coefficients[j] - c) < 1e-6) }
  }

  @Test func optimalityConditions() throws {
    let dictionary = NeuronDictionary(count: 50)
    let (lambda, features) = (0.02, dictionary.features(points))
    let fit = try dictionary.fit(points, targets, lambda: lambda, tolerance: 1e-13)
    let residuals = Vector.subtract(targets, features * fit.coefficients)
    for j in 0..<50 {
      let slope = 0.25 * Vector.dot(features.column(j), residuals)
      #expect(abs(slope) <= lambda + 1e-5)
      if abs(fit.coefficients[j]) > 1e-4 { #expect(abs(slope - (fit.coefficients[j] > 0 ? lambda : -lambda)) < 1e-5) }
    }
  }

  @Test func neuronsHaveNormOne() {
    for angle in NeuronDictionary(count: 37).angles {
      #expect(abs(Vector.l1Norm(NeuronDictionary.neuron(at: angle)) - 1) < 1e-15)
    }
  }

  @Test func meanOfStratifiedNeurons() {
    // In one dimension F(x) = ½∫ cos(πw)σ(wx)dw = −|x|/π².
    var random = RandomSource(seed: 1, stream: "neurons")
    let draws = NeuronDraws(dimension: 1, cells: 4000, scheme: .stratified)
    let values = draws.values(Matrix([[0.7], [-0.3], [0]]), &random)
    for (value, x) in zip(values, [0.7, 0.3, 0]) { #expect(abs(value + x / (Double.pi * Double.pi)) < 1e-5) }
    #expect(NeuronDraws(dimension: 3, cells: 5, scheme: .iid).count == 125)
  }

  @Test func stratifiedNeuronsAreUnbiased() {
    var random = RandomSource(seed: 2, stream: "neurons")
    let point = Matrix([[0.4, -0.8]])
    var means: [[Double]] = []
    for scheme in NeuronDraws.Scheme.allCases {
      let draws = NeuronDraws(dimension: 2, cells: 3, scheme: scheme)
      means.append((0..<4000).map { _ in draws.values(point, &random)[0] })
    }
    let difference = Statistics.mean(means[0]) - Statistics.mean(means[1])
    let errors = means.map(Statistics.standardError)
    #expect(abs(difference) < 5 * (errors[0] * errors[0] + errors[1] * errors[1]).squareRoot())
    #expect(Statistics.variance(means[1]) < 0.5 * Statistics.variance(means[0]))
  }

  @Test func runningVariance() {
    var running = RunningVariance()
    let values = [1e6 + 1, 1e6 + 4, 1e6 - 3, 1e6]
    for value in values { running.add(value) }
    #expect(abs(running.variance - Statistics.variance(values)) < 1e-9)
  }
}
