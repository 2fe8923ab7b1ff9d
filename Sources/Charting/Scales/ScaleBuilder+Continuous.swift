import Diagnostics
import Tables

/// Scales of numbers and instants.
extension ScaleBuilder {
  mutating func continuous(_ channel: Channel, _ uses: [Use], _ definition: ChannelDefinition, _ title: String) -> ResolvedScale? {
    let spec = definition.scale ?? ScaleSpec()
    let isTemporal = uses.contains { $0.resolved.isTemporal }
    let isUTC = uses.contains { $0.resolved.definition.timeUnit?.name.contains("utc") ?? false }
    let kind = spec.kind ?? (isTemporal ? (isUTC ? .utc : .time) : .linear)
    let transform: ScaleTransform =
      switch kind {
      case .log: .log(base: spec.base ?? 10)
      case .symlog: .symlog(constant: spec.constant ?? 1)
      case .sqrt: .pow(exponent: 0.5)
      case .pow: .pow(exponent: spec.exponent ?? 1)
      default: .linear
      }
    var extent = DomainExtent(isLog: transform.isLog)
    for use in uses { add(use, spec, to: &extent) }
    for value in spec.unionWith ?? [] { if let number = instant(value) { extent.add(number) } }
    var (low, high) = extent.ends
    let given = (spec.domain ?? []).compactMap(instant)
    checkRange(channel, spec, definition)
    if let stated = spec.domain, stated.contains(where: { !$0.isNull && instant($0) == nil }) {
      diagnostics.append(ChartingDiagnostics.unsuitable("the domain of this scale holds numbers or dates only", at: spec.sourceRange ?? definition.range))
    }
    if let first = given.first, let last = given.last, given.count > 1 { (low, high) = (first, last) }
    if !transform.isLog && !isTemporal && includesZero(channel, uses, spec, given) { (low, high) = (min(low, 0), max(high, 0)) }
    if let minimum = spec.domainMin { low = minimum }
    if let maximum = spec.domainMax { high = maximum }
    if transform.isLog, low <= 0 || high <= 0 {
      diagnostics.append(ChartingDiagnostics.unsuitable("the domain of a logarithmic scale must be positive", at: spec.sourceRange ?? definition.range))
      (low, high) = (max(low, 1e-3), max(high, 1))
    }
    let isFixed = given.count > 1 || spec.domainMin != nil || spec.domainMax != nil
    if let padding = padding(channel, uses, spec) { (low, high) = padded(low, high, padding, transform, channel, uses) }
    (low, high) = widened(low, high, channel, uses, spec, transform, kind, isFixed: isFixed)
    var stated = given.count > 2 ? given : [low, high]
    if let middle = spec.domainMid, given.count < 3 { stated.insert(middle, at: middle < low ? 0 : 1) }
    if low == high { (low, high) = DomainExtent.opened(low, isLog: transform.isLog, isFixed: isFixed) }
    let isDescending = definition.sort == .descending && channel.isPosition
    var scale = ContinuousScale(kind, transform: transform, low: low, high: high, isReversed: spec.reverse || isDescending, isClamped: spec.clamp)
    if let ends = positionRange(channel, spec, length: uses.first.map { NominalSize.continuous(channel, $0.panel) } ?? 0) { (scale.start, scale.end) = ends }
    var resolved = ResolvedScale(channel: channel, mapping: .continuous(scale), title: title, definition: definition)
    resolved.statedDomain = stated
    resolved.isInteger = uses.allSatisfy { $0.isInteger } && kind == .linear
    return resolved
  }

  /// A number, or a date as a number.
  private func instant(_ value: Value) -> Double? {
    if case .text(let text) = value { let number = FrameColumn.number(text); return number.isNaN ? nil : number }
    return value.number
  }

  private func widened(
    _ low: Double, _ high: Double, _ channel: Channel, _ uses: [Use], _ spec: ScaleSpec, _ transform: ScaleTransform, _ kind: ScaleSpec.Kind, isFixed: Bool
  ) -> (Double, Double) {
    switch spec.nice {
    case .off: return (low, high)
    case .interval(let part, let step): return NiceDomain.time(low, high, part, step: step)
    case .on(let count):
      return kind.isTime ? NiceDomain.time(low, high, count: count ?? 10) : NiceDomain.widened(low, high, transform: transform, count: count ?? 10)
    case nil where channel.isPosition && uses.contains { $0.layer.primitive == .contour }: return (low, high)
    case nil:
      let isBinned = (uses.first { $0.channel == channel } ?? uses[0]).resolved.isBinned
      return channel.isPosition && !isFixed && !isBinned && !kind.isTime ? NiceDomain.widened(low, high, transform: transform) : (low, high)
    }
  }

  private func add(_ use: Use, _ spec: ScaleSpec, to extent: inout DomainExtent) {
    if use.layer.mark.type == .slope || use.layer.mark.type == .function { return }
    if let binning = use.resolved.binning {
      extent.add(binning.extent.0)
      extent.add(binning.extent.1)
      return
    }
    if let datum = use.resolved.datum?.number { extent.add(datum); return }
    if spec.isUnaggregated, use.resolved.aggregate != nil, let field = use.resolved.definition.field, let source = use.layer.source {
      for value in source.column(field).numbers { extent.add(value) }
      return
    }
    guard let column = use.resolved.column else { return }
    let values = use.layer.frame.column(column).numbers
    let other = use.channel.scaleChannel == .x ? Channel.y : .x
    if use.channel.isPosition, let mask = hidden(use, other) {
      for (row, value) in values.enumerated() where !mask[row] { extent.add(value) }
    } else {
      for value in values { extent.add(value) }
    }
    if let end = use.resolved.binEnd { for value in use.layer.frame.column(end).numbers { extent.add(value) } }
  }

  /// Rows that are left out because the other axis has no place for them; nil if all count.
  private func hidden(_ use: Use, _ other: Channel) -> [Bool]? {
    let isPath = use.layer.primitive == .line || use.layer.primitive == .area
    switch use.layer.mark.invalid {
    case .show, .breakPathsShowDomains: return nil
    case .breakPathsShowPathDomains, nil: if isPath { return nil }
    case .filter, .breakPathsFilterDomains: break
    }
    guard let resolved = use.layer.channel(other), let column = resolved.column, !resolved.type.isDiscrete else { return nil }
    let isStacked = resolved.isStacked
    let numbers = use.layer.frame.column(column).numbers
    return numbers.contains { !$0.isFinite } && !isStacked ? numbers.map { !$0.isFinite } : nil
  }

  /// Vega-Lite's rule for including zero; the first layer decides unless one says it outright.
  private func includesZero(_ channel: Channel, _ uses: [Use], _ spec: ScaleSpec, _ given: [Double]) -> Bool {
    if let zero = spec.zero { return zero }
    if !given.isEmpty { return false }
    guard let use = uses.first(where: { $0.channel == channel && !isReference($0) }) ?? uses.first else { return false }
    if channel == .size { return use.resolved.isQuantitative }
    guard channel.isPosition, !use.resolved.isBinned else { return false }
    let type = use.ruleType
    if type == .contour || type == .trajectory { return false }
    if [.bar, .area, .line, .trail].contains(type), !use.isRangedBar {
      if use.layer.orientation == .horizontal && channel == .y || use.layer.orientation == .vertical && channel == .x { return false }
      if (type == .bar || type == .area) && use.layer.encoding[channel == .y ? .y2 : .x2] == nil { return true }
    }
    return use.layer.configuration.zero
  }

  private func isReference(_ use: Use) -> Bool { use.layer.mark.type == .slope || use.layer.mark.type == .function }

  // MARK: Padding

  /// Points of room at both ends: stated, or half a bar beside bars that stand on numbers.
  private func padding(_ channel: Channel, _ uses: [Use], _ spec: ScaleSpec) -> Double? {
    if let padding = spec.padding { return padding }
    guard channel.isPosition else { return nil }
    for use in uses where use.channel == channel {
      if let padding = use.layer.configuration.continuousPadding { return padding }
      guard use.ruleType == .bar, use.resolved.definition.bin == nil, use.resolved.definition.timeUnit == nil else { continue }
      // It has no thickness of its own.
      if use.isRangedBar { continue }
      let isAcross = use.layer.orientation == .vertical ? channel == .x : channel == .y
      if isAcross { return use.layer.configuration.continuousBandSize }
    }
    return nil
  }

  private func padded(
    _ low: Double, _ high: Double, _ padding: Double, _ transform: ScaleTransform, _ channel: Channel, _ uses: [Use]
  ) -> (Double, Double) {
    guard low != high, let panel = uses.first?.panel else { return (low, high) }
    let length = NominalSize.continuous(channel, panel)
    guard length > 2 * padding else { return (low, high) }
    let (a, b) = (transform.forward(low), transform.forward(high))
    let (center, half) = ((a + b) / 2, (b - a) / 2 * length / (length - 2 * padding))
    return (transform.inverse(center - half), transform.inverse(center + half))
  }
}
