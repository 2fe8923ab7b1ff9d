import Testing

@testable import NumericalCore

@Suite struct RandomSourceTests {
  /// Kolmogorov–Smirnov distance times √n; above 1.95 with probability 0.001 under the law.
  private func kolmogorovSmirnov(_ values: [Double], _ cdf: (Double) -> Double) -> Double {
    let n = Double(values.count)
    var distance = 0.0
    for (index, value) in values.sorted().enumerated() {
      let p = cdf(value)
      distance = max(distance, max(p - Double(index) / n, Double(index + 1) / n - p))
    }
    return distance * n.squareRoot()
  }

  @Test(arguments: 0..<3) func uniformLaw(seed: UInt64) {
    var source = RandomSource(seed: seed, stream: "uniform")
    let values = (0..<20_000).map { _ in source.uniform() }
    #expect(kolmogorovSmirnov(values) { $0 } < 1.95)
    #expect(values.allSatisfy { $0 >= 0 && $0 < 1 })
    #expect((0..<1000).allSatisfy { _ in (2..<3).contains(source.uniform(in: 2..<3)) })
  }

  @Test(arguments: 0..<3) func normalLaw(seed: UInt64) {
    var source = RandomSource(seed: seed, stream: "normal")
    let values = source.normals(40_000)
    #expect(kolmogorovSmirnov(values, Distributions.normalCDF) < 1.95)
    #expect(abs(Statistics.mean(values)) < 4 / 200)
    #expect(abs(Statistics.variance(values) - 1) < 4 * (2.0 / 40_000).squareRoot())
    let fourth = Statistics.mean(values.map { $0 * $0 * $0 * $0 })
    #expect(abs(fourth - 3) < 4 * (96.0 / 40_000).squareRoot())
  }

  /// The rare branches: a run long enough to pass through the tail, whose mass is 2.6e-4.
  @Test func normalTailLaw() {
    var source = RandomSource(seed: 5, stream: "tail")
    var tail: [Double] = []
    for _ in 0..<1_000_000 {
      let value = abs(source.normal())
      if value > ZigguratTable.tailStart { tail.append(value) }
    }
    let mass = 2 * Distributions.normalCDF(-ZigguratTable.tailStart)
    let expected = 1e6 * mass
    #expect(abs(Double(tail.count) - expected) < 4 * expected.squareRoot())
    #expect(kolmogorovSmirnov(tail) { 1 - 2 * Distributions.normalCDF(-$0) / mass } < 1.95)
  }

  @Test func zigguratLayersHaveEqualAreas() {
    let table = ZigguratTable.shared
    for layer in 1..<256 {
      let edge = table.width[layer] * 0x1p53
      #expect(abs(edge * (table.density[layer + 1] - table.density[layer]) - ZigguratTable.area) < 1e-14)
    }
    #expect(table.density[256] == 1)
  }

  @Test func fillingEqualsDrawing() {
    var one = RandomSource(seed: 3, stream: "fill")
    var two = one
    let filled = one.normals(5000)
    #expect(filled == (0..<5000).map { _ in two.normal() })
    var uniforms = [Double](repeating: 0, count: 17)
    one.fillUniforms(&uniforms)
    #expect(uniforms == (0..<17).map { _ in two.uniform() })
  }

  @Test func exponentialLaw() {
    var source = RandomSource(seed: 1, stream: "exponential")
    let values = (0..<20_000).map { _ in source.exponential(rate: 2) }
    #expect(kolmogorovSmirnov(values) { 1 - Elementary.exp(-2 * $0) } < 1.95)
  }

  @Test(arguments: [1, 2, 3, 7, 10]) func integersAreUniform(bound: Int) {
    var source = RandomSource(seed: 2, stream: "integer")
    var counts = [Double](repeating: 0, count: bound)
    for _ in 0..<10_000 { counts[source.integer(below: bound)] += 1 }
    let expected = 10_000 / Double(bound)
    let chiSquare = counts.reduce(0) { $0 + ($1 - expected) * ($1 - expected) / expected }
    if bound > 1 {
      #expect(SpecialFunctions.incompleteGammaP(Double(bound - 1) / 2, chiSquare / 2) < 0.999)
    }
  }

  @Test func fairCoins() {
    var source = RandomSource(seed: 4, stream: "coins")
    let signs = (0..<10_000).map { _ in source.rademacher() }
    #expect(signs.allSatisfy { abs($0) == 1 })
    #expect(abs(Statistics.mean(signs)) < 0.04)
    let heads = (0..<10_000).filter { _ in source.bernoulli(0.2) }.count
    #expect(abs(Double(heads) - 2000) < 160)
  }

  @Test func permutationsAreUniform() {
    var source = RandomSource(seed: 6, stream: "permutation")
    var counts: [[Int]: Int] = [:]
    for _ in 0..<6000 { counts[source.permutation(of: 3), default: 0] += 1 }
    #expect(counts.count == 6)
    #expect(counts.values.allSatisfy { abs($0 - 1000) < 120 })
    #expect(source.permutation(of: 0) == [])
    #expect(source.permutation(of: 100).sorted() == Array(0..<100))
  }

  @Test func samplesAreDistinct() {
    var source = RandomSource(seed: 7, stream: "sample")
    for size in 0...10 {
      let sample = source.sample(size, of: 10)
      #expect(sample.count == size && Set(sample).count == size && sample.allSatisfy { (0..<10).contains($0) })
    }
  }

  @Test func streamsAreIndependentAndStable() {
    var a = RandomSource(seed: 1, stream: "a")
    var b = RandomSource(seed: 1, stream: "b")
    var c = RandomSource(seed: 2, stream: "a")
    let (x, y, z) = (a.normals(4000), b.normals(4000), c.normals(4000))
    #expect(abs(Statistics.pearson(x, y).coefficient) < 0.06)
    #expect(abs(Statistics.pearson(x, z).coefficient) < 0.06)
    #expect(a.substream("x").stream == RandomSource(seed: 1, stream: "a").substream("x").stream)
    var children = [a.substream(0), a.substream(1), a.substream("0"), b.substream(0)]
    #expect(Set(children.indices.map { children[$0].nextUInt64() }).count == 4)
    // These numbers must never change: stored results depend on them.
    #expect(StableHash.hash("") == StableHash.mix(0xCBF2_9CE4_8422_2325))
    var golden = RandomSource(seed: 0, stream: "golden")
    #expect(golden.nextUInt64() == GoldenNumbers.bits)
    #expect(golden.normal() == GoldenNumbers.normal)
  }
}

enum GoldenNumbers {
  static let bits: UInt64 = 3_327_552_398_165_878_925
  static let normal = 0.030056418476528204
}
