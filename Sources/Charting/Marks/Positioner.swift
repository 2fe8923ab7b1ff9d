import Tables

/// Places the rows of a layer within the plot.
struct Positioner {
  let layer: LayerData
  let scales: [Int: ResolvedScale]
  /// Of the plot, in points.
  let width: Double
  let height: Double
  /// At the size that the specification states.
  var isNominal = false

  func scale(_ channel: Channel) -> ResolvedScale? {
    layer.scaleIDs[channel.scaleChannel].flatMap { scales[$0] }
  }

  private func length(_ axis: Channel) -> Double { axis == .x ? width : height }

  /// From a position on a continuous scale to a share from the left or top.
  private func oriented(_ position: Double, _ axis: Channel) -> Double { axis == .x ? position : 1 - position }

  /// The place of each row along an axis: centres of bands and bins; nil when the channel is not given.
  func places(_ channel: Channel) -> [Double]? {
    let moved = shift(channel)
    guard moved != 0 else { return unshifted(channel) }
    return unshifted(channel)?.map { $0 + moved }
  }

  /// How far the mark is moved, as a share of the plot.
  private func shift(_ channel: Channel) -> Double {
    switch channel {
    case .x: layer.mark.xOffset / width
    case .x2: layer.mark.x2Offset / width
    case .y: layer.mark.yOffset / height
    case .y2: layer.mark.y2Offset / height
    default: 0
    }
  }

  private func unshifted(_ channel: Channel) -> [Double]? {
    let axis = channel.scaleChannel
    let count = layer.frame.rowCount
    guard let resolved = layer.channel(channel) else { return stated(channel).map { [Double](repeating: pixel($0, axis), count: count) } }
    if let column = resolved.visualColumn { return layer.frame.column(column).numbers.map { $0 / length(axis) } }
    if let visual = resolved.visual { return [Double](repeating: pixel(visual, axis), count: count) }
    guard let scale = scale(channel) else { return nil }
    switch scale.mapping {
    case .continuous(let continuous):
      guard let values = layer.numbers(channel) else { return nil }
      if let end = resolved.binEnd, channel == axis {
        let ends = layer.frame.column(end).numbers
        let part = resolved.definition.bandPosition ?? (resolved.isBinned ? 0.5 : 0)
        return zip(continuous.positions(values), continuous.positions(ends)).map { oriented($0 + ($1 - $0) * part, axis) }
      }
      var positions = continuous.positions(values)
      // Part of the way through a stack.
      if resolved.isStacked, let part = resolved.definition.bandPosition, channel == axis, let starts = layer.frame["\u{0}start"]?.numbers {
        positions = zip(continuous.positions(starts), positions).map { $0 + ($1 - $0) * part }
      }
      // What has no number is shown at zero, or at the least value, where the mark asks for it.
      if layer.mark.invalid == .show { positions = zip(positions, values).map { $1.isNaN ? continuous.position(continuous.baseline) : $0 } }
      return axis == .x ? positions : positions.map { 1 - $0 }
    case .stepped: return nil
    case .discrete(let discrete):
      let bands = self.bands(axis, discrete, resolved)
      return bands.map { $0.start + $0.width * (resolved.definition.bandPosition ?? 0.5) }
    }
  }

  /// The position that the mark itself states.
  private func stated(_ channel: Channel) -> Value? {
    switch channel {
    case .x: layer.mark.x
    case .y: layer.mark.y
    case .x2: layer.mark.x2
    case .y2: layer.mark.y2
    default: nil
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
    var shift = 0.0
    if let offset = layer.channel(offsetChannel) {
      if let visual = offset.visual?.number { shift = visual / length(axis) } else { offsets = self.offsets(offset, offsetChannel) }
    }
    return indices.enumerated().map { row, index in
      guard index >= 0 else { return (.nan, 0) }
      let start = scale.start(index) + shift
      // Points on a point scale may still be spread by an offset over the step around them.
      let room = scale.kind == .band ? scale.bandwidth : offsets == nil ? 0 : scale.step * 0.6
      guard let offset = offsets?[row] else { return (start, room) }
      let left = scale.kind == .band ? start : start - room / 2
      return (left + room * offset.0, room * offset.1)
    }
  }

  private func offsets(_ resolved: ResolvedChannel, _ channel: Channel) -> [(Double, Double)]? {
    guard let scale = scale(channel) else { return nil }
    switch scale.mapping {
    case .discrete(let discrete):
      return levels(resolved, discrete).map { $0 < 0 ? (.nan, 0) : discrete.kind == .band ? (discrete.start($0), discrete.bandwidth) : (discrete.center($0), 0) }
    case .stepped: return nil
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
    let missing = scale.index(of: .null) ?? -1
    return codes.map { $0 < 0 ? missing : places[Int($0)] }
  }

  /// Both ends of each row's extent along an axis, for rectangles.
  func spans(_ axis: Channel) -> [(Double, Double)] {
    let second: Channel = axis == .x ? .x2 : .y2
    let (near, far) = (shift(axis), shift(second))
    guard near != 0 || far != 0 else { return unshiftedSpans(axis) }
    if layer.channel(second) != nil || stated(second) != nil { return unshiftedSpans(axis).map { ($0 + near, $1 + far) } }
    if standsOnBaseline(axis) { return unshiftedSpans(axis).map { ($0, $1 + near) } }
    // A band or a bin is moved as a whole unless its far end says otherwise.
    return unshiftedSpans(axis).map { ($0 + near, $1 + (far == 0 ? near : far)) }
  }

  /// Bars beside each other within a unit of time: nine tenths of it, shared by the levels of the offset channel.
  private func dodged(_ axis: Channel, _ resolved: ResolvedChannel, _ scale: ContinuousScale, _ starts: [Double]) -> [(Double, Double)]? {
    let channel: Channel = axis == .x ? .xOffset : .yOffset
    guard let unit = resolved.definition.timeUnit, resolved.binEnd != nil, let offset = layer.channel(channel), let levels = self.scale(channel)?.discrete else { return nil }
    // Units differ in length (months do): all get the room of the first one of 2001.
    let reference = unit.floor(978_307_200_000)
    let room = oriented(scale.position(unit.end(reference)), axis) - oriented(scale.position(reference), axis)
    return zip(starts, self.levels(offset, levels)).map { start, level in
      guard level >= 0 else { return (.nan, .nan) }
      let first = start + room * (0.1 + 0.8 * levels.start(level))
      return (first, first + room * 0.8 * levels.bandwidth)
    }
  }

  /// From the baseline to a number.
  private func standsOnBaseline(_ axis: Channel) -> Bool {
    let isAcross = (layer.orientation == .vertical) == (axis == .x)
    let isBar = layer.mark.type == .bar || layer.mark.type == .boxplot
    guard let resolved = layer.channel(axis), resolved.visual == nil, resolved.binEnd == nil, scale(axis)?.continuous != nil else { return false }
    return !(isBar && isAcross) && explicitLength(axis) == nil
  }

  private func unshiftedSpans(_ axis: Channel) -> [(Double, Double)] {
    let count = layer.frame.rowCount
    let isAcross = (layer.orientation == .vertical) == (axis == .x)
    let isBar = layer.mark.type == .bar || layer.mark.type == .boxplot
    guard let resolved = layer.channel(axis) else {
      if isBar && isAcross { return missingBand(axis, count) }
      if isBar, layer.channel(axis == .x ? .x2 : .y2) == nil, layer.mark.type == .bar { return [(Double, Double)](repeating: (0, 1), count: count) }
      return [(Double, Double)](repeating: (0, 1), count: count)
    }
    if let second = unshifted(axis == .x ? .x2 : .y2), let first = unshiftedEdge(axis) {
      let spans = zip(first, second).map { ($0, $1) }
      return resolved.definition.timeUnit == nil ? shifted(spans, axis, resolved) : spans
    }
    guard resolved.visual == nil, let scale = scale(axis) else {
      let place = unshifted(axis) ?? [Double](repeating: 0.5, count: count)
      if isBar && isAcross {
        let half = barLength(axis) / 2
        return place.map { ($0 - half, $0 + half) }
      }
      return place.map { ($0, axis == .x ? 0 : 1) }
    }
    let sizes = fieldLengths(axis)
    switch scale.mapping {
    case .stepped: return [(Double, Double)](repeating: (.nan, .nan), count: count)
    case .discrete(let discrete):
      return bands(axis, discrete, resolved).enumerated().map { row, band in
        if let sizes {
          let (middle, half) = (band.start + band.width / 2, (isNominal ? sizes[row] : min(sizes[row], discrete.step)) / 2)
          return (middle - half, middle + half)
        }
        if band.width > 0 { return limited(band, axis) }
        let half = barLength(axis, band: discrete.step) / 2
        return (band.start - half, band.start + half)
      }
    case .continuous(let continuous):
      guard let values = layer.numbers(axis) else { return [(Double, Double)](repeating: (.nan, .nan), count: count) }
      let starts = continuous.positions(values).map { oriented($0, axis) }
      if let parts = dodged(axis, resolved, continuous, starts) { return parts }
      if let sizes {
        let ends = resolved.binEnd.map { layer.frame.column($0).numbers } ?? values
        return zip(starts, continuous.positions(ends)).enumerated().map { row, span in
          let middle = (span.0 + oriented(span.1, axis)) / 2
          return (middle - sizes[row] / 2, middle + sizes[row] / 2)
        }
      }
      if let end = resolved.binEnd, explicitLength(axis) == nil {
        let spans = shifted(zip(starts, continuous.positions(layer.frame.column(end).numbers)).map { ($0, oriented($1, axis)) }, axis, resolved)
        guard let share = relativeLength(axis) else { return spans }
        return spans.map { span in
          let (middle, half) = ((span.0 + span.1) / 2, (span.1 - span.0) / 2 * share)
          return (middle - half, middle + half)
        }
      }
      if !(isBar && isAcross) && explicitLength(axis) == nil {
        let base = oriented(continuous.position(continuous.baseline), axis)
        return starts.map { (base, $0) }
      }
      let half = barLength(axis) / 2
      guard let end = resolved.binEnd else { return starts.map { ($0 - half, $0 + half) } }
      let ends = continuous.positions(layer.frame.column(end).numbers).map { oriented($0, axis) }
      return zip(starts, ends).map { (($0 + $1) / 2 - half, ($0 + $1) / 2 + half) }
    }
  }

  /// Bars of bins leave a hair between them, and moved marks are moved.
  private func shifted(_ spans: [(Double, Double)], _ axis: Channel, _ resolved: ResolvedChannel) -> [(Double, Double)] {
    guard isNominal, resolved.isBinned || resolved.binEnd != nil, layer.mark.type == .bar || layer.mark.type == .rect else { return spans }
    let spacing = layer.mark.binSpacing ?? (layer.mark.type == .bar ? layer.configuration.binSpacing : 0)
    let (gap, shift) = (spacing / 2 / length(axis), 0.5 / length(axis))
    return spans.map { span in
      let (low, high) = (min(span.0, span.1), max(span.0, span.1))
      return (low + gap + shift, high - gap + shift)
    }
  }

  /// The thickness of a bar beside which there is no axis.
  private func missingBand(_ axis: Channel, _ count: Int) -> [(Double, Double)] {
    guard isNominal || explicitLength(axis) != nil else { return [(Double, Double)](repeating: (0, 1), count: count) }
    let boxes = layer.mark.type == .boxplot ? layer.configuration.boxSize ?? 14 : layer.configuration.step * 0.9
    let half = (explicitLength(axis) ?? boxes / length(axis)) / 2
    return [(Double, Double)](repeating: (0.5 - half, 0.5 + half), count: count)
  }

  /// Boxes are narrower than their band.
  private func limited(_ band: (start: Double, width: Double), _ axis: Channel) -> (Double, Double) {
    let middle = band.start + band.width / 2
    var width = band.width
    if let relative = relativeLength(axis) { width = band.width * relative } else if layer.mark.type == .bar, explicitLength(axis) == nil, let size = layer.configuration.discreteBandSize {
      width = size / length(axis)
    } else if let given = explicitLength(axis) { width = given } else if layer.mark.type == .boxplot {
      width = boxWidth(band.width, length(axis))
    }
    return (middle - width / 2, middle + width / 2)
  }

  /// Of the box of a box plot within a band, as a share of the plot.
  func boxWidth(_ band: Double, _ length: Double) -> Double {
    if let size = layer.mark.size { return size / length }
    return isNominal ? (layer.configuration.boxSize ?? 14) / length : min(band * 0.6, 14 / length)
  }

  /// The length that the mark states across its direction, as a share of the plot.
  private func explicitLength(_ axis: Channel) -> Double? {
    if case .points(let points)? = axis == .x ? layer.mark.width : layer.mark.height { return points / length(axis) }
    let isAcross = (layer.orientation == .vertical) == (axis == .x)
    guard layer.mark.type == .bar, isAcross else { return nil }
    if let sizes = layer.channel(.size)?.visual?.number { return sizes / length(axis) }
    return layer.mark.size.map { $0 / length(axis) }
  }

  /// The thickness of each bar, as a share of the plot, where it shows a field.
  private func fieldLengths(_ axis: Channel) -> [Double]? {
    guard layer.mark.type == .bar, (layer.orientation == .vertical) == (axis == .x), layer.channel(.size)?.column != nil else { return nil }
    return VisualValues(self).outputs(.size)?.map { $0 / length(axis) }
  }

  private func relativeLength(_ axis: Channel) -> Double? {
    if case .band(let share)? = axis == .x ? layer.mark.width : layer.mark.height { return share }
    let isAcross = (layer.orientation == .vertical) == (axis == .x)
    return isAcross && layer.mark.type == .bar ? layer.mark.bandSize : nil
  }

  /// Of bars that stand on numbers or points, as a share of the plot.
  private func barLength(_ axis: Channel, band: Double? = nil) -> Double {
    if let given = explicitLength(axis) ?? relativeLength(axis).flatMap({ share in band.map { share * $0 } }) { return given }
    // On a scale of points a bar leaves a little of the step; Vega-Lite says two points.
    if let band { return isNominal ? (layer.configuration.step - 2) / length(axis) : 0.9 * band }
    return layer.configuration.continuousBandSize / length(axis)
  }

  /// As `unshifted`, but the edge of a bin rather than its centre.
  private func unshiftedEdge(_ axis: Channel) -> [Double]? {
    guard let resolved = layer.channel(axis), resolved.binEnd != nil, let scale = scale(axis)?.continuous, let values = layer.numbers(axis) else {
      return unshifted(axis)
    }
    return scale.positions(values).map { oriented($0, axis) }
  }

  /// Where bars and areas stand, as a share from the top or left.
  func baseline(_ axis: Channel) -> Double {
    guard let scale = scale(axis)?.continuous else { return axis == .x ? 0 : 1 }
    return oriented(scale.position(scale.baseline), axis)
  }
}
