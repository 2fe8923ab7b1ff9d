import NumericalCore
import Testing

@testable import Papers

@Suite struct PathNormNetworkTests {
  private let inputs = Matrix([[0.5, -0.2, 0.1], [0.3, 0.9, -0.4], [-0.7, 0.2, 0.6], [0.1, 0.1, 0.8]])
  private let targets = [0.3, -0.5, 1.2, 0.1]

  private func network() -> PathNormNetwork {
    var random = RandomSource(seed: 2, stream: "network")
    return PathNormNetwork(
      weights: Matrix(rows: 11, columns: 3) { _, _ in random.normal() }, outer: (0..<11).map { _ in random.normal() })
  }

  @Test func gradientByDifferences() {
    var random = RandomSource(seed: 2, stream: "network")
    let weights = Matrix(rows: 11, columns: 3) { _, _ in random.normal() }
    let outer = (0..<11).map { _ in random.normal() }
    let gradient = PathNormNetwork(weights: weights, outer: outer).gradient(inputs, targets, lambda: 0.3)
    func objective(_ change: (inout Matrix, inout [Double]) -> Void) -> Double {
      var (w, a) = (weights, outer)
      change(&w, &a)
      return PathNormNetwork(weights: w, outer: a).objective(inputs, targets, lambda: 0.3)
    }
    let h = 1e-6
    for k in 0..<11 {
      let slope = 11 * (objective { $1[k] += h } - objective { $1[k] -= h }) / (2 * h)
      #expect(abs(slope - gradient.outer[k]) < 1e-7)
      for j in 0..<3 {
        let slope = 11 * (objective { w, _ in w[k, j] += h } - objective { w, _ in w[k, j] -= h }) / (2 * h)
        #expect(abs(slope - gradient.weights[k, j]) < 1e-7)
      }
    }
  }

  @Test func pathNormOfAHandfulOfNeurons() {
    let network = PathNormNetwork(weights: Matrix([[1, -2], [0, 3]]), outer: [2, -1])
    #expect(network.pathNorm == 4.5)
    let values = network.values(Matrix([[1, 0], [0, 1], [-1, -1]]))
    #expect(values == [1.0, -1.5, 1.0])
  }

  @Test func trainingLowersTheObjective() {
    var trained = network()
    let before = trained.objective(inputs, targets, lambda: 0.01)
    trained.train(inputs, targets, lambda: 0.01, steps: 400, rate: 0.02, check: {})
    #expect(trained.objective(inputs, targets, lambda: 0.01) < 0.2 * before)
  }

  @Test func adamStartsWithTheSignOfTheGradient() {
    var values = [1.0, 1, 1]
    var adam = AdamMoments(3)
    values.withUnsafeMutableBufferPointer { values in
      [2.0, -1e-3, 0].withUnsafeBufferPointer { adam.update(values, $0, rate: 0.1) }
    }
    #expect(abs(values[0] - 0.9) < 1e-8 && abs(values[1] - 1.1) < 2e-6 && values[2] == 1)
    // The second step by hand: m = 0.9·0.2 + 0.1·4, v = 0.999·0.004 + 0.001·16.
    values.withUnsafeMutableBufferPointer { values in
      [4.0, 0, 0].withUnsafeBufferPointer { adam.update(values, $0, rate: 0.1) }
    }
    let (m, v) = ((0.9 * 0.2 + 0.4) / (1 - 0.81), (0.999 * 0.004 + 0.016) / (1 - 0.998001))
    #expect(abs(values[0] - (0.9 - 0.1 * m / v.squareRoot())) < 1e-8)
  }

  @Test func rowsAreReplacedByTheirResiduals() {
    for count in [1, 3, 8, 13, 24] {
      var z = (0..<count).map { Double($0 % 5) - 2 }
      let outer = (0..<count).map { Double($0) - 4 }
      let value = zip(z, outer).reduce(0) { $0 + $1.1 * max(0, $1.0) } / Double(count)
      let expected = z.map { $0 > 0 ? value - 0.25 : 0 }
      z.withUnsafeMutableBufferPointer { z in
        outer.withUnsafeBufferPointer { ReLURow.replaceByResidual(z, $0, target: 0.25) }
      }
      for (a, b) in zip(z, expected) { #expect(abs(a - b) < 1e-14) }
    }
  }
}
