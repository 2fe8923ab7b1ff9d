import NumericalCore
import Tables

/// What a contour comes to: a grid of values, and the levels whose lines are drawn.
struct ContourLines {
  /// The channel whose field is the value.
  let channel: Channel
  let grid: ContourGrid
  let levels: [Double]
  /// The least and the greatest value.
  let low: Double
  let high: Double

  /// Nil where there is no value, or only one.
  init?(_ layer: LayerData, _ geometry: MarkGeometry) {
    let contour = layer.mark.contour ?? ContourSpec()
    guard let channel = ContourGrid.valueChannels.first(where: { layer.channel($0)?.isQuantitative ?? false }) ?? (contour.value == nil ? nil : .color) else { return nil }
    let all = contour.value.map { layer.frame.column($0).numbers } ?? layer.numbers(channel) ?? []
    let rows = geometry.series.flatMap(\.rows)
    grid = ContourGrid(x: geometry.series.flatMap(\.x), y: geometry.series.flatMap(\.y), values: rows.map { all[$0] })
    let finite = grid.values.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max(), low < high else { return nil }
    (self.channel, self.low, self.high) = (channel, low, high)
    levels = Self.levels(contour.levels, low, high)
  }

  /// One series a line, with its level.
  var series: [MarkGeometry.Series] {
    levels.flatMap { level in
      grid.lines(at: level).map { line in
        MarkGeometry.Series(key: [(channel, .real(level))], rows: Array(line.indices), x: line.map(\.x), y: line.map(\.y))
      }
    }
  }

  /// Inside the range of the values, ascending.
  static func levels(_ levels: ContourSpec.Levels, _ low: Double, _ high: Double) -> [Double] {
    switch levels {
    case .values(let values): return values
    case .count(let count):
      let step = NiceDomain.tickIncrement(low, high, count)
      let width = step > 0 ? step : step < 0 ? -1 / step : 0
      return width > 0 ? LinearTicks.multiples(of: width, low, high).filter { $0 > low && $0 < high } : []
    case .logarithmic(let count):
      guard high > 0 else { return [] }
      let start = low > 0 ? low : high * 1e-6
      let ratio = Elementary.log(high / start) / Double(count + 1)
      return (1...count).map { twoDigits(start * Elementary.exp(Double($0) * ratio)) }
    }
  }

  /// Rounded to two significant digits, as levels are read.
  private static func twoDigits(_ value: Double) -> Double {
    let unit = NiceDomain.decimal(NumberFormat.exponent(of: value, digits: 3) - 1)
    let count = (value / unit).rounded()
    return unit < 1 ? count / (1 / unit).rounded() : count * unit
  }
}
