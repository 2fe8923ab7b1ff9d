#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Tick values of a linear axis: steps 1, 2, 5 × 10ᵏ, scored by coverage, simplicity and density.
///
/// Source: Talbot, Lin and Hanrahan, "An extension of Wilkinson's algorithm for positioning tick labels on axes", 2010.
enum LinearTicks {
  private static let steps = [1.0, 5, 2]

  /// - Parameters:
  ///   - target: how many ticks would be right for the length of the axis.
  ///   - minimumStep: ticks are at least so far apart; 1 for no fractional ones.
  /// - Returns: ascending values inside the domain.
  static func values(_ low: Double, _ high: Double, target: Int, minimumStep: Double = 0) -> [Double] {
    guard low.isFinite, high.isFinite, low < high else { return low.isFinite ? [low] : [] }
    var best: (score: Double, step: Double) = (-.infinity, 0)
    let wanted = Double(Swift.max(2, target))
    let ideal = log10((high - low) / wanted)
    for power in Int(ideal.rounded(.down)) - 1...Int(ideal.rounded(.up)) + 1 {
      for (index, factor) in steps.enumerated() {
        let step = factor * NiceDomain.decimal(power)
        if step < minimumStep { continue }
        let first = (low / step - 1e-9).rounded(.up)
        let last = (high / step + 1e-9).rounded(.down)
        let count = last - first + 1
        guard count >= 1, count <= (wanted > 9 ? 1.5 * wanted : 10) else { continue }
        let score = self.score(low, high, first * step, last * step, count, wanted, index, hasZero: first <= 0 && last >= 0)
        if score > best.score { best = (score, step) }
      }
    }
    return best.step > 0 ? multiples(of: best.step, low, high) : minimumStep > 0 ? multiples(of: minimumStep, low, high) : []
  }

  private static func score(
    _ low: Double, _ high: Double, _ first: Double, _ last: Double, _ count: Double, _ wanted: Double, _ index: Int, hasZero: Bool
  ) -> Double {
    let range = high - low
    let simplicity = (index == 0 ? 1 : 0.8) + (hasZero ? 1 : 0) - 1
    let coverage = 1 - 0.5 * ((high - last) * (high - last) + (low - first) * (low - first)) / (0.01 * range * range)
    // A domain that ends between ticks must not decide between steps by itself.
    let bounded = Swift.max(coverage, -2)
    // Too few ticks are worse than too many, up to nine.
    let sparse = (wanted / count) * (wanted / count)
    let density = 2 - Swift.max(count / wanted, sparse) - (count > Swift.max(9, wanted) ? 1 : 0)
    return 0.25 * simplicity + 0.2 * bounded + 0.5 * density
  }

  static func multiples(of step: Double, _ low: Double, _ high: Double) -> [Double] {
    let first = (low / step - 1e-9).rounded(.up)
    let last = (high / step + 1e-9).rounded(.down)
    guard first <= last, last - first < 10_000 else { return [] }
    // Dividing by the reciprocal keeps 0.1, 0.2, 0.3 free of the last bit's noise.
    let inverse = (1 / step).rounded()
    let isReciprocal = step < 1 && Swift.abs(inverse * step - 1) < 1e-9
    return stride(from: first, through: last, by: 1).map { isReciprocal ? $0 / inverse : $0 * step }.map { $0 == 0 ? 0 : $0 }
  }
}
