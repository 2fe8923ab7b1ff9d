import Testing

@testable import Typography

@Suite struct LineBreakerTests {
  /// Words of the given widths with spaces of 4 ± (2, 1) points between them.
  static func points(_ words: [Double]) -> [Breakpoint] {
    var sums = Breakpoint.Totals()
    var points = [Breakpoint(item: -1, offset: nil, end: sums, start: sums, penalty: 0, isForced: true)]
    for (index, width) in words.enumerated() {
      sums.width += width
      guard index < words.count - 1 else { break }
      let before = sums
      sums.width += 4
      sums.stretch += 2
      sums.shrink += 1
      points.append(Breakpoint(item: 2 * index + 1, offset: nil, end: before, start: sums, penalty: 0))
    }
    points.append(Breakpoint(item: 2 * words.count, offset: nil, end: sums, start: sums, penalty: 0, isForced: true))
    return points
  }

  static func breaker(_ words: [Double], measure: Double, tolerance: Double = 9999) -> LineBreaker {
    LineBreaker(points: points(words), shape: ParagraphShape(measure: measure), tolerance: tolerance, extraStretch: 0)
  }

  /// The least demerits over all ways to break.
  static func exhaustive(_ breaker: LineBreaker) -> Double? {
    let inner = breaker.points.count - 2
    var best: Double?
    for mask in 0..<(1 << inner) {
      let chosen = (0..<inner).filter { mask >> $0 & 1 == 1 }.map { $0 + 1 } + [inner + 1]
      if let demerits = breaker.demerits(of: chosen), demerits < best ?? .infinity { best = demerits }
    }
    return best
  }

  @Test func oneLineNeedsNoBreak() {
    #expect(Self.breaker([20, 20, 20], measure: 100).best() == [3])
  }

  /// First fit would put three words on the first line (28 + 8 of 40) and stretch the second without need.
  @Test func looksAhead() {
    let breaker = Self.breaker([18, 18, 18, 18], measure: 40)
    #expect(breaker.best() == [2, 4])
  }

  @Test func findsTheOptimumOfAllWays() {
    // A fixed sequence of widths from a linear congruence.
    var state: UInt32 = 7
    func width() -> Double {
      state = state &* 1_664_525 &+ 1_013_904_223
      return Double(state >> 24) / 255 * 30 + 4
    }
    for count in 2...11 {
      for measure in [60.0, 75, 90, 120] {
        let breaker = Self.breaker((0..<count).map { _ in width() }, measure: measure)
        let best = Self.exhaustive(breaker)
        let found = breaker.best().flatMap { breaker.demerits(of: $0) }
        // Keeping the best of each fitness class loses nothing.
        #expect(found == best || abs((found ?? 0) - (best ?? 1)) < 1e-6, "\(count) words on \(measure)")
      }
    }
  }

  @Test func refusesWhatIsBeyondTheTolerance() {
    #expect(Self.breaker([50, 50, 50], measure: 60, tolerance: 100).best() == nil)
  }

  @Test func acceptsOverfullLinesAtLast() {
    #expect(Self.breaker([100, 20], measure: 60, tolerance: 10_000).best() == [1, 2])
  }
}
