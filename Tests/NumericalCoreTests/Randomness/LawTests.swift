import Foundation
import Testing

@testable import NumericalCore

/// Samples of fixed seeds against exact laws; a test at level 0.001 that holds now holds for ever.
@Suite struct LawTests {
  private func source(_ name: String) -> RandomSource { RandomSource(seed: 11, stream: name) }

  /// Counts against P(k), with the cells beyond the last pooled.
  private func chiSquare(_ sample: [Int], cells: Int, _ probability: (Int) -> Double) -> Double {
    var observed = [Int](repeating: 0, count: cells + 1)
    for value in sample { observed[min(value, cells)] += 1 }
    var expected = (0..<cells).map { Double(sample.count) * probability($0) }
    expected.append(Double(sample.count) - Vector.sum(expected))
    let kept = expected.indices.filter { expected[$0] >= 5 }
    return Statistics.chiSquareTest(observed: kept.map { observed[$0] }, expected: kept.map { expected[$0] }).pValue
  }

  @Test(arguments: [[1.0], [1, 1], [1, 2, 3, 4], [0, 5, 0, 1, 1e-3, 7]]) func categoricalLaws(weights: [Double]) {
    var source = source("categorical")
    let table = AliasTable(weights: weights)
    let total = Vector.sum(weights)
    let aliased = (0..<20_000).map { _ in table.sample(using: &source) }
    let direct = (0..<20_000).map { _ in source.categorical(weights) }
    for sample in [aliased, direct] {
      #expect(sample.allSatisfy { weights[$0] > 0 })
      if weights.count > 1 {
        #expect(chiSquare(sample, cells: weights.count - 1) { weights[$0] / total } > 0.001)
      }
    }
    #expect(distance(table.probabilities, weights.map { $0 / total }) < 1e-16)
  }

  /// The table's law itself, by integrating out the draw.
  @Test func aliasTablesAreExact() {
    var source = source("alias")
    let weights = (0..<200).map { _ in source.exponential() * source.uniform() }
    let table = AliasTable(weights: weights)
    let sample = (0..<400_000).map { _ in table.sample(using: &source) }
    #expect(chiSquare(sample, cells: 199) { table.probabilities[$0] } > 0.001)
  }

  @Test(arguments: [0.05, 0.5, 1, 3.7, 40, 5000]) func gammaLaw(shape: Double) {
    var source = source("gamma")
    let sample = (0..<100_000).map { _ in source.gamma(shape: shape, scale: 2) }
    #expect(Statistics.kolmogorovSmirnovTest(sample) { Distributions.gammaCDF($0, shape: shape, scale: 2) }.pValue > 0.001)
    #expect(agree(Statistics.mean(sample), 2 * shape, absolute: 4 * 2 * (shape / 100_000).squareRoot()))
  }

  @Test(arguments: [(0.3, 0.6), (1, 1), (2, 5), (50, 3)]) func betaLaw(a: Double, b: Double) {
    var source = source("beta")
    let sample = (0..<20_000).map { _ in source.beta(a, b) }
    #expect(Statistics.kolmogorovSmirnovTest(sample) { Distributions.betaCDF($0, a, b) }.pValue > 0.001)
  }

  /// A part of a Dirichlet vector has a beta law; parameters near 0 give corners, never NaN.
  @Test func dirichletLaw() {
    var source = source("dirichlet")
    let parameters = [0.5, 2, 1.5]
    let sample = (0..<10_000).map { _ in source.dirichlet(parameters) }
    for index in 0..<3 {
      let law = { Distributions.betaCDF($0, parameters[index], 4 - parameters[index]) }
      #expect(Statistics.kolmogorovSmirnovTest(sample.map { $0[index] }, cdf: law).pValue > 0.001)
    }
    #expect(sample.allSatisfy { agree(Vector.sum($0), 1, relative: 1e-14) })
    let corners = (0..<200).map { _ in source.dirichlet([1e-4, 1e-4, 1e-4]) }
    #expect(corners.allSatisfy { agree(Vector.sum($0), 1, relative: 1e-14) && Vector.maxNorm($0) > 0.5 })
  }

  @Test func lawsMadeFromGamma() {
    var source = source("student")
    let student = (0..<20_000).map { _ in source.studentT(degrees: 3) }
    #expect(Statistics.kolmogorovSmirnovTest(student) { Distributions.studentCDF($0, degrees: 3) }.pValue > 0.001)
    let squares = (0..<20_000).map { _ in source.chiSquare(degrees: 5) }
    #expect(Statistics.kolmogorovSmirnovTest(squares) { Distributions.chiSquareCDF($0, degrees: 5) }.pValue > 0.001)
  }

  @Test(arguments: [0, 0.3, 4, 9.99, 10, 30, 1000]) func poissonLaw(mean: Double) {
    var source = source("poisson")
    let sample = (0..<40_000).map { _ in source.poisson(mean) }
    if mean > 0 {
      let cells = Int(mean + 6 * mean.squareRoot()) + 3
      #expect(chiSquare(sample, cells: cells) { Distributions.poissonProbability($0, mean: mean) } > 0.001)
    } else {
      #expect(sample.allSatisfy { $0 == 0 })
    }
  }

  @Test(arguments: [(5, 0.3), (100, 0.02), (100, 0.4), (100, 0.93), (3000, 0.5), (7, 0), (7, 1)])
  func binomialLaw(trials: Int, probability: Double) {
    var source = source("binomial")
    let sample = (0..<40_000).map { _ in source.binomial(trials: trials, probability: probability) }
    #expect(sample.allSatisfy { (0...trials).contains($0) })
    if probability > 0 && probability < 1 {
      let law = { Distributions.binomialProbability($0, trials: trials, probability: probability) }
      #expect(chiSquare(sample, cells: trials, law) > 0.001)
    } else {
      #expect(Set(sample) == [probability == 0 ? 0 : trials])
    }
  }

  @Test(arguments: [0.02, 0.3, 0.9, 1]) func geometricLaw(probability: Double) {
    var source = source("geometric")
    let sample = (0..<20_000).map { _ in source.geometric(probability) }
    if probability == 1 { #expect(Set(sample) == [0]) } else {
      let law = { (k: Int) in probability * Elementary.power(1 - probability, Double(k)) }
      #expect(chiSquare(sample, cells: 400, law) > 0.001)
    }
  }

  /// On the sphere of ℝ³ every coordinate is uniform (Archimedes); in the ball of ℝⁿ the radius has law rⁿ.
  @Test func spheresAndBalls() {
    var source = source("sphere")
    let points = (0..<10_000).map { _ in source.pointOnSphere(dimension: 3) }
    for axis in 0..<3 {
      #expect(Statistics.kolmogorovSmirnovTest(points.map { $0[axis] }) { 0.5 + 0.5 * $0 }.pValue > 0.001)
    }
    #expect(points.allSatisfy { agree(Vector.norm($0), 1, relative: 1e-14) })
    for dimension in [1, 2, 7] {
      var (point, radii, firsts) = ([Double](repeating: 0, count: dimension), [Double](), [Double]())
      for _ in 0..<10_000 {
        source.fillBall(&point, radius: 2)
        radii.append(Vector.norm(point))
        firsts.append(point[0])
      }
      let law = { (r: Double) in Elementary.power(r / 2, Double(dimension)) }
      #expect(Statistics.kolmogorovSmirnovTest(radii, cdf: law).pValue > 0.001)
      #expect(abs(Statistics.mean(firsts)) < 4 * 2 / 100)
    }
  }

  @Test func randomMatrices() {
    var source = source("matrices")
    let q = source.orthonormalMatrix(rows: 6, columns: 4)
    #expect(distance(Matrix.symmetricProduct(q, transposingLeft: true), .identity(4)) < 1e-14)
    // The corner of a rotation of the plane is the cosine of a uniform angle.
    let corners = (0..<4000).map { _ in source.orthonormalMatrix(rows: 2, columns: 2)[0, 0] }
    #expect(Statistics.kolmogorovSmirnovTest(corners) { 0.5 + asin($0) / .pi }.pValue > 0.001)
    let normals = source.normalMatrix(rows: 100, columns: 50, standardDeviation: 3)
    #expect(agree(Statistics.standardDeviation(normals.elements), 3, relative: 0.04))
    var signs = [Double](repeating: 0, count: 10_001)
    source.fillSigns(&signs)
    #expect(signs.allSatisfy { abs($0) == 1 } && abs(Statistics.mean(signs)) < 0.04)
  }

  /// Few of many and many of few follow the same exchanges.
  @Test func sparseSamplesAreTheSameNumbers() {
    let sizes = [(0, 1000), (1, 17), (5, 100)] + [(Int, Int)](repeating: (60, 1000), count: 200)
    for (index, (size, count)) in sizes.enumerated() {
      var one = source("sample").substream(index)
      var two = one
      var order = Array(0..<count)
      for index in 0..<size { order.swapAt(index, index + two.integer(below: count - index)) }
      #expect(one.sample(size, of: count) == Array(order.prefix(size)))
      #expect(one.nextUInt64() == two.nextUInt64())
    }
  }

  /// A stream gives the same numbers whatever else is drawn, and in whatever order.
  @Test func streamsDoNotMix() {
    let root = source("streams")
    var alone = (0..<8).map { root.substream($0) }
    let expected = alone.indices.map { index in (0..<50).map { _ in alone[index].gamma(shape: 0.7) } }
    var together = (0..<8).map { root.substream(7 - $0) }
    var drawn = [[Double]](repeating: [], count: 8)
    for _ in 0..<50 {
      for index in together.indices { drawn[7 - index].append(together[index].gamma(shape: 0.7)) }
    }
    #expect(drawn == expected)
    var floats = [Float](repeating: 0, count: 9)
    var (one, two) = (root, root)
    floats.withUnsafeMutableBufferPointer { one.fillNormals($0) }
    #expect(floats == two.normals(9).map { Float($0) })
  }

  /// These numbers must never change: stored results depend on them.
  @Test func lawsAreStable() {
    var golden = RandomSource(seed: 0, stream: "laws")
    let draws = [
      golden.gamma(shape: 2.5), golden.gamma(shape: 0.3), golden.beta(2, 3), Double(golden.poisson(3)),
      Double(golden.poisson(50)), Double(golden.binomial(trials: 100, probability: 0.3)), Double(golden.geometric(0.2)),
      Double(golden.categorical([1, 2, 3])),
    ]
    #expect(draws == GoldenLaws.draws)
  }
}

enum GoldenLaws {
  static let draws: [Double] = [
    0.9812015416815745, 0.02405975134820148, 0.5155384476173193, 3, 51, 28, 1, 2,
  ]
}
