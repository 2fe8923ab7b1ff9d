import NumericalCore
import Tables
import Testing

@testable import Charting

@Suite struct ScaleTests {
  static let transforms: [(ScaleTransform, Double, Double)] = [
    (ScaleTransform.linear, -3.0, 17.0), (.log(base: 10), 1e-6, 1e4), (.symlog(constant: 1), -100, 1000), (.pow(exponent: 0.5), 0, 50), (.pow(exponent: 3), -2, 2),
  ]

  @Test(arguments: transforms) func inverseUndoesPosition(_ transform: ScaleTransform, _ low: Double, _ high: Double) {
    for isReversed in [false, true] {
      let scale = ContinuousScale(.linear, transform: transform, low: low, high: high, isReversed: isReversed)
      for step in 0...20 {
        let position = Double(step) / 20
        #expect(abs(scale.position(scale.value(at: position)) - position) < 1e-9)
      }
      #expect(scale.positions([low, high]) == [scale.position(low), scale.position(high)])
    }
  }

  @Test func nonPositiveHasNoPlaceOnALogScale() {
    let scale = ContinuousScale(.log, transform: .log(base: 10), low: 1, high: 100)
    #expect(scale.position(0).isNaN && scale.position(-1).isNaN)
    #expect(scale.position(10) == 0.5)
  }

  /// d3's own: scaleLinear().domain([0.201, 0.996]).nice() and others.
  @Test func niceDomainsAreThoseOfD3() {
    #expect(NiceDomain.linear(0.201, 0.996, count: 10) == (0.2, 1))
    #expect(NiceDomain.linear(0, 97, count: 10) == (0, 100))
    #expect(NiceDomain.linear(-0.2, 13.7, count: 10) == (-2, 14))
    #expect(NiceDomain.linear(1.1, 10.9, count: 10) == (1, 11))
    #expect(NiceDomain.linear(123.1, 6.7e3, count: 5) == (0, 7000))
    #expect(NiceDomain.logarithmic(3, 1200, base: 10) == (1, 10000))
    #expect(NiceDomain.logarithmic(0.001, 1000, base: 10) == (0.001, 1000))
  }

  @Test func bandsAreThoseOfD3() {
    // scaleBand().domain(["a","b","c"]).range([0, 1]).paddingInner(0.1).paddingOuter(0.05)
    let scale = DiscreteScale(.band, levels: ["a", "b", "c"], paddingInner: 0.1, paddingOuter: 0.05)
    #expect(abs(scale.step - 1.0 / 3) < 1e-12)
    #expect(abs(scale.bandwidth - 0.3) < 1e-12)
    #expect(abs(scale.start(0) - 0.05 / 3) < 1e-12)
    // scalePoint().padding(0.5): n levels in the middles of n equal parts.
    let points = DiscreteScale(.point, levels: ["a", "b", "c", "d"], paddingOuter: 0.5)
    #expect(abs(points.start(0) - 0.125) < 1e-12 && abs(points.start(3) - 0.875) < 1e-12)
  }

  @Test func ticksLieInTheDomainAndAreRound() {
    #expect(LinearTicks.values(0, 1, target: 5) == [0, 0.2, 0.4, 0.6, 0.8, 1])
    #expect(LinearTicks.values(0, 100, target: 5) == [0, 20, 40, 60, 80, 100])
    #expect(LinearTicks.values(0, 3, target: 6, minimumStep: 1) == [0, 1, 2, 3])
    for (low, high) in [(0.13, 0.97), (-5, 1234.5), (1e-8, 3e-8), (1e9, 1.0001e9)] {
      for target in 3...9 {
        let ticks = LinearTicks.values(low, high, target: target)
        #expect(ticks.count >= 2 && ticks.count <= 10)
        #expect(ticks.allSatisfy { $0 >= low - (high - low) * 1e-6 && $0 <= high + (high - low) * 1e-6 })
        #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0 < $1 })
      }
    }
  }

  @Test func logTicksLabelDecades() {
    let wide = LogTicks(1e-6, 1e4, maximum: 20)
    #expect(wide.major == [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1, 10, 100, 1000, 10000])
    #expect(!wide.isPlain)
    #expect(LogTicks(1e-6, 1e6, maximum: 5).major == [1e-6, 1e-3, 1, 1e3, 1e6])
    let narrow = LogTicks(2, 8, maximum: 9)
    #expect(narrow.major == [2, 5] && narrow.isPlain)
    #expect(LogTicks(1, 100, maximum: 9).minor.count == 16)
  }

  @Test func binsAreThoseOfVega() {
    func edges(_ low: Double, _ high: Double, _ spec: BinSpec = BinSpec()) -> [Double] { Binning(spec, values: [low, high]).edges }
    #expect(edges(0, 10) == (0...10).map(Double.init))
    #expect(edges(0.3, 9.7) == (0...10).map(Double.init))
    #expect(edges(1, 99) == stride(from: 0, through: 100, by: 10).map { $0 })
    var spec = BinSpec()
    spec.step = 0.25
    #expect(edges(0, 1, spec) == [0, 0.25, 0.5, 0.75, 1])
    let binning = Binning(BinSpec(), values: [0, 10])
    #expect(binning.lower(10) == 9 && binning.lower(0) == 0 && binning.lower(3.5) == 3)
    #expect(binning.lower(11).isNaN)
  }

  @Test func studentQuantilesAgreeWithTheCore() {
    for degrees in [1, 2, 5, 9, 29, 30, 31, 60, 200, 5000] {
      let exact = Distributions.studentQuantile(0.975, degrees: Double(degrees))
      #expect(abs(StudentQuantile.twoSided95(degreesOfFreedom: degrees) - exact) < 1e-6 * exact)
    }
  }

  @Test func spacingKeepsOrderAndDistance() {
    let wanted = [10.0, 10, 11, 50]
    let centers = LabelSpacing.centers(wanted, sizes: [8, 8, 8, 8], bounds: -100...100)
    #expect(zip(centers, centers.dropFirst()).allSatisfy { $1 - $0 >= 8 - 1e-9 })
    #expect(centers[3] == 50)
    #expect(abs(centers[1] - 31.0 / 3) < 1e-9)
    #expect(LabelSpacing.isotonic([3, 1, 2]) == [2, 2, 2])
    let edge = LabelSpacing.centers([0, 0, 0], sizes: [10, 10, 10], bounds: 0...100)
    #expect(edge == [5, 15, 25])
  }

  @Test func computedStepsAreNamedWithFewDigits() {
    func labels(_ kind: ScaleSpec.Kind, _ domain: [Double], _ breaks: [Double]) -> [String] {
      SteppedScale(kind: kind, domain: domain, breaks: breaks).labels { NumberFormat.shortest($0) }
    }
    #expect(labels(.quantize, [0, 34.02777], [11.342592592, 22.685185185]) == ["0 – 11", "11 – 23", "23 – 34"])
    #expect(labels(.quantile, [0, 0.34], [0.0378703, 0.1512963]) == ["0 – 0.038", "0.038 – 0.151", "0.151 – 0.34"])
    #expect(labels(.quantize, [0, 3e6], [1_000_001, 2_000_002]) == ["0 – 1000000", "1000000 – 2000000", "2000000 – 3000000"])
    // What the author states stays as it is.
    #expect(labels(.threshold, [0.123456, 10], [0.123456, 10]) == ["< 0.123456", "0.123456 – 10", "≥ 10"])
  }
}
