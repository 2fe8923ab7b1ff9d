import Tables

/// Places the rows of a layer within the plot.
struct Positioner {
  let layer: LayerData
  let scales: [Int: ResolvedScale]
  /// Of the plot, in points.
  let width: Double
  let height: Double

  func scale(_ channel: Channel) -> ResolvedScale? {
    layer.scaleIDs[channel.scaleChannel].flatMap { scales[$0] }
  }

  private func length(_ axis: Channel) -> Double { axis == .x ? width : height }

  /// From a position on a continuous scale to a share from the left or top.
  private func oriented(_ position: Double, _ axis: Channel) -> Double { axis == .x ? position : 1 - position }

  /// The place of each row along an axis: centres of bands and bins; nil when the channel is not given.
  func places(_ channel: Channel) -> [Double]? {
    let axis = channel.scaleChannel
    guard let resolved = layer.channel(channel) else { return nil }
    let count = layer.frame.rowCount
    if let visual = resolved.visual { return [Double](repeating: pixel(visual, axis), count: count) }
    guard let scale = scale(channel) else { return nil }
    switch scale.mapping {
    case .continuous(let continuous):
      guard let values = layer.numbers(channel) else { return nil }
      if resolved.isBinned, let end = resolved.binEnd, channel == axis {
        let ends = layer.frame.column(end).numbers
        return zip(continuous.positions(values), continuous.positions(ends)).map { oriented(($0 + $1) / 2, axis) }
      }
      let positions = continuous.positions(values)
      return axis == .x ? positions : positions.map { 1 - $0 }
    case .discrete(let discrete):
      let bands = self.bands(axis, discrete, resolved)
      return bands.map { $0.start + $0.width * (resolved.definition.bandPosition ?? 0.5) }
    }
  }

  private func pixel(_ value: Value, _ axis: Channel) -> Double {
    if let number = value.number { return number / length(axis) }
    return value.description == (axis == .x ? "width" : "height") ? 1 : 0
  }

  /// The band of each row, narrowed by an offset channel.
  func bands(_ axis: Channel, _ scale: DiscreteScale, _ resolved: ResolvedChannel) -> [(start: Double, width: Double)] {
    let indices = levels(resolved, scale)
    let offsetChannel: Channel = axis == .x ? .xOffset : .yOffset
    var offsets: [(Double, Double)]?
    if let offset = layer.channel(offsetChannel) { offsets = self.offsets(offset, offsetChannel) }
    return indices.enumerated().map { row, index in
      guard index >= 0 else { return (.nan, 0) }
      let start = scale.start(index)
      // Points on a point scale may still be spread by an offset over the step around them.
      let room = scale.kind == .band ? scale.bandwidth : offsets == nil ? 0 : scale.step * 0.6
      guard let offset = offsets?[row] else { return (start, room) }
      let left = scale.kind == .band ? start : start - room / 2
      return (left + room * offset.0, room * offset.1)
    }
  }

  private func offsets(_ resolved: ResolvedChannel, _ channel: Channel) -> [(Double, Double)]? {
    if let visual = resolved.visual?.number {
      return [(Double, Double)](repeating: (visual / length(channel == .xOffset ? .x : .y), 1), count: layer.frame.rowCount)
    }
    guard let scale = scale(channel) else { return nil }
    switch scale.mapping {
    case .discrete(let discrete):
      return levels(resolved, discrete).map { $0 < 0 ? (.nan, 0) : discrete.kind == .band ? (discrete.start($0), discrete.bandwidth) : (discrete.center($0), 0) }
    case .continuous(let continuous):
      return layer.numbers(channel)?.map { (continuous.position($0), 0) }
    }
  }

  /// The level of each row in a discrete domain, −1 outside.
  func levels(_ resolved: ResolvedChannel, _ scale: DiscreteScale) -> [Int] {
    if let datum = resolved.datum { return [Int](repeating: scale.index(of: datum) ?? -1, count: layer.frame.rowCount) }
    guard let column = resolved.column else { return [Int](repeating: -1, count: layer.frame.rowCount) }
    let (codes, values) = layer.frame.column(column).coded()
    let places = values.map { scale.index(of: $0) ?? -1 }
    return codes.map { $0 < 0 ? -1 : places[Int($0)] }
  }

  /// Both ends of each row's extent along an axis, for rectangles.
  func spans(_ axis: Channel) -> [(Double, Double)] {
    let count = layer.frame.rowCount
    guard let resolved = layer.channel(axis) else { return [(Double, Double)](repeating: (0, 1), count: count) }
    if let second = places(axis == .x ? .x2 : .y2), let first = places(edge: axis) { return zip(first, second).map { ($0, $1) } }
    guard resolved.visual == nil, let scale = scale(axis) else {
      let place = places(axis) ?? [Double](repeating: 0.5, count: count)
      return place.map { ($0, axis == .x ? 0 : 1) }
    }
    switch scale.mapping {
    case .discrete(let discrete):
      return bands(axis, discrete, resolved).map { band in
        if band.width > 0 { return limited(band, axis) }
        let half = barWidth / 2 / length(axis)
        return (band.start - half, band.start + half)
      }
    case .continuous(let continuous):
      guard let values = layer.numbers(axis) else { return [(Double, Double)](repeating: (.nan, .nan), count: count) }
      let starts = continuous.positions(values).map { oriented($0, axis) }
      if let end = resolved.binEnd {
        return zip(starts, continuous.positions(layer.frame.column(end).numbers)).map { ($0, oriented($1, axis)) }
      }
      let runsAlong = (layer.orientation == .vertical) == (axis == .y)
      if runsAlong && layer.mark.type != .rect {
        let base = oriented(continuous.position(continuous.baseline), axis)
        return starts.map { (base, $0) }
      }
      let half = barWidth / 2 / length(axis)
      return starts.map { ($0 - half, $0 + half) }
    }
  }

  /// Boxes are narrower than their band.
  private func limited(_ band: (start: Double, width: Double), _ axis: Channel) -> (Double, Double) {
    guard layer.mark.type == .boxplot || layer.mark.size != nil else { return (band.start, band.start + band.width) }
    let width = layer.mark.size.map { $0 / length(axis) } ?? min(band.width * 0.6, 14 / length(axis))
    let middle = band.start + band.width / 2
    return (middle - width / 2, middle + width / 2)
  }

  private var barWidth: Double { layer.mark.size ?? 5 }

  /// As `places`, but the edge of a bin rather than its centre.
  private func places(edge axis: Channel) -> [Double]? {
    guard let resolved = layer.channel(axis), resolved.binEnd != nil, let scale = scale(axis)?.continuous, let values = layer.numbers(axis) else {
      return places(axis)
    }
    return scale.positions(values).map { oriented($0, axis) }
  }

  /// Where bars and areas stand, as a share from the top or left.
  func baseline(_ axis: Channel) -> Double {
    guard let scale = scale(axis)?.continuous else { return axis == .x ? 0 : 1 }
    return oriented(scale.position(scale.baseline), axis)
  }
}
