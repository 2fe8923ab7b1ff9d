import Tables

/// What an axis says of its `range`: points from the left, or from the top.
extension ScaleBuilder {
  /// Where the ends of the domain come to lie, as shares of the plot from the left or from the bottom; nil where the scale fills it.
  func positionRange(_ channel: Channel, _ spec: ScaleSpec, length: Double) -> (Double, Double)? {
    guard channel == .x || channel == .y else { return nil }
    var ends: [Double?] = [spec.rangeMin, spec.rangeMax]
    if case .values(let values)? = spec.range, values.count == 2 {
      ends = values.map { $0.number ?? ($0.description == "width" || $0.description == "height" ? length : nil) }
    }
    guard length > 0, ends.contains(where: { $0 != nil }) else { return nil }
    let standard = channel == .x ? [0, length] : [length, 0]
    let shares = zip(ends, standard).map { ($0 ?? $1) / length }
    return channel == .x ? (shares[0], shares[1]) : (1 - shares[0], 1 - shares[1])
  }

  /// Reports a range that is not two places.
  mutating func checkRange(_ channel: Channel, _ spec: ScaleSpec, _ definition: ChannelDefinition) {
    guard channel == .x || channel == .y, case .values(let values)? = spec.range else { return }
    let isFine = values.count == 2 && values.allSatisfy { value in
      if case .text(let name) = value { return name == "width" || name == "height" }
      return abs(value.number ?? .infinity) <= 100_000
    }
    if !isFine { diagnostics.append(ChartingDiagnostics.unsuitable("the range of an axis is two places in points", at: spec.sourceRange ?? definition.range)) }
  }

  /// The sizes of bars and ticks, in points: from Vega-Lite's least thickness to one point less than a step.
  static func thicknesses(_ uses: [Use]) -> [Double]? {
    guard let use = uses.first(where: { $0.layer.mark.type == .bar || $0.layer.mark.type == .tick }) else { return nil }
    var steps: [Double] = []
    for channel in [Channel.x, .y] {
      if let binning = use.layer.channel(channel)?.binning, binning.stop > binning.start {
        steps.append(NominalSize.continuous(channel, use.panel) * binning.step / (binning.stop - binning.start))
      } else if case .step(let step)? = channel == .x ? use.panel.width : use.panel.height {
        steps.append(step)
      } else {
        steps.append(use.layer.configuration.step)
      }
    }
    return [use.layer.configuration.minimumBandSize, use.layer.configuration.maximumBandSize ?? (steps.min() ?? 20) - 1]
  }
}
