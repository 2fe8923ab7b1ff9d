import CKernels
import Testing

/// The kernels in C. Each test runs at every instruction set of this processor, demands the same bits of all of them and
/// compares one result with a plain definition in double or extended precision.
///
/// Serialised, because the level is a setting of the whole process.
@Suite(.serialized) struct KernelTests {
  /// The levels of this processor, the least first.
  static var levels: [rk_level] {
    [RK_BASELINE, RK_AVX2, RK_AVX512].filter { $0.rawValue <= rk_best_level().rawValue }
  }

  /// What `compute` gives at every level; records an issue where bits differ.
  static func atEveryLevel<Element: BinaryFloatingPoint>(
    sourceLocation: SourceLocation = #_sourceLocation, _ compute: () -> [[Element]]
  ) -> [[Element]] {
    var first: [[Element]]?
    for level in levels {
      #expect(rk_force_level(level) == 1)
      let outputs = compute()
      guard let reference = first else {
        first = outputs
        continue
      }
      for (index, pair) in zip(outputs, reference).enumerated() {
        let same = zip(pair.0, pair.1).allSatisfy { isSame($0, $1) }
        #expect(same && pair.0.count == pair.1.count, "output \(index), level \(level)", sourceLocation: sourceLocation)
      }
    }
    return first ?? []
  }

  /// Equal bits; any NaN equals any other.
  static func isSame<Element: BinaryFloatingPoint>(_ a: Element, _ b: Element) -> Bool {
    a.isNaN ? b.isNaN : a == b && a.sign == b.sign
  }

  /// The largest difference, relative to the largest expected magnitude.
  static func error<Element: BinaryFloatingPoint>(_ found: [Element], _ expected: [Double]) -> Double {
    guard found.count == expected.count else { return .infinity }
    let scale = expected.reduce(1e-30) { max($0, abs($1)) }
    return zip(found, expected).reduce(0) { worst, pair in
      let difference = abs(Double(pair.0) - pair.1)
      return difference.isNaN ? .infinity : max(worst, difference / scale)
    }
  }
}

/// Reproducible numbers for tests: a linear congruential generator.
struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Uniform in [-1, 1).
  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) * 0x1p-52 - 1
  }

  mutating func uniform<Element: BinaryFloatingPoint>(
    _ count: Int, from low: Double = -1, to high: Double = 1, as type: Element.Type = Element.self
  ) -> [Element] {
    (0..<count).map { _ in Element(low + (high - low) * (next() + 1) / 2) }
  }

  mutating func labels(_ count: Int, below bound: Int) -> [Int32] {
    (0..<count).map { _ in Int32(min(Int((next() + 1) / 2 * Double(bound)), bound - 1)) }
  }
}
