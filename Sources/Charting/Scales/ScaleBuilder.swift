import Diagnostics
import Graphics
import Tables

/// Makes the scales of a chart: domains from all layers that share one, then ranges.
struct ScaleBuilder {
  let panels: [PanelData]
  var colours: SeriesColours
  var diagnostics: [Diagnostic] = []

  init(panels: [PanelData], colours: SeriesColours) {
    self.panels = panels
    self.colours = colours
  }

  /// One use of a scale.
  fileprivate struct Use {
    var layer: LayerData
    var channel: Channel
    var resolved: ResolvedChannel
  }

  /// All scales by number.
  mutating func scales() -> [Int: ResolvedScale] {
    var uses: [Int: [Use]] = [:]
    var order: [(id: Int, channel: Channel)] = []
    for panel in panels {
      for layer in panel.layers {
        for channel in Channel.allCases where channel.hasScale {
          for resolved in layer.encoding[channel] ?? [] where resolved.visual == nil && !resolved.definition.isScaleDisabled {
            guard let id = layer.scaleIDs[channel.scaleChannel] else { continue }
            if uses[id] == nil { order.append((id, channel.scaleChannel)) }
            uses[id, default: []].append(Use(layer: layer, channel: channel, resolved: resolved))
          }
        }
      }
    }
    var result: [Int: ResolvedScale] = [:]
    for (id, channel) in order { result[id] = scale(channel, uses[id] ?? []) }
    return result
  }

  private mutating func scale(_ channel: Channel, _ uses: [Use]) -> ResolvedScale? {
    guard let first = uses.first(where: { $0.resolved.definition.scale != nil && $0.channel == channel }) ?? uses.first(where: { $0.channel == channel }) ?? uses.first else { return nil }
    var definition = first.resolved.definition
    for use in uses where definition.scale == nil { definition.scale = use.resolved.definition.scale }
    for use in uses where use.channel == channel { definition = merged(definition, use.resolved.definition) }
    let title = self.title(uses, channel)
    let isDiscrete = uses.contains { $0.resolved.type.isDiscrete && ($0.resolved.column != nil || $0.resolved.datum != nil) } && !(definition.scale?.kind?.isContinuous ?? false)
    if isDiscrete && uses.contains(where: { $0.resolved.isMeasure }) && channel.isPosition {
      diagnostics.append(ChartingDiagnostics.unsuitable("the channel '\(channel.rawValue)' is a number in one layer and a name in another", at: definition.range))
    }
    guard var scale = isDiscrete ? discrete(channel, uses, definition, title) : continuous(channel, uses, definition, title) else { return nil }
    scale.format = definition.axis.format ?? definition.legend.format ?? definition.format
    let field = first.resolved.definition.field ?? first.resolved.title
    let isOrdinal = uses.contains { $0.resolved.type == .ordinal }
    setRange(&scale, hasFilledCells: uses.contains { $0.layer.primitive == .rect }, field: field, isOrdinal: isOrdinal)
    return scale
  }

  private func merged(_ a: ChannelDefinition, _ b: ChannelDefinition) -> ChannelDefinition {
    var result = a
    if result.axis == AxisSpec() { result.axis = b.axis }
    if result.legend == LegendSpec() { result.legend = b.legend }
    if result.sort == nil { result.sort = b.sort }
    if result.format == nil { result.format = b.format }
    return result
  }

  private func title(_ uses: [Use], _ channel: Channel) -> String {
    let explicit = uses.first { use in
      let definition = use.resolved.definition
      return (definition.title.text ?? definition.axis.title.text ?? definition.legend.title.text) != nil
    }
    if uses.contains(where: { $0.resolved.definition.title == .hidden || $0.resolved.definition.axis.title == .hidden || $0.resolved.definition.legend.title == .hidden }) { return "" }
    if let explicit { return explicit.resolved.title }
    var titles: [String] = []
    for use in uses where use.channel == channel && !use.resolved.title.isEmpty && !titles.contains(use.resolved.title) { titles.append(use.resolved.title) }
    return titles.joined(separator: ", ")
  }

  // MARK: Discrete

  private func discrete(_ channel: Channel, _ uses: [Use], _ definition: ChannelDefinition, _ title: String) -> ResolvedScale? {
    let spec = definition.scale
    var levels: [Value] = []
    if let domain = spec?.domain {
      levels = domain
    } else {
      levels = self.levels(uses, definition, channel)
    }
    var kind = spec?.kind ?? (channel.isPosition || channel == .xOffset || channel == .yOffset ? .point : .ordinal)
    let needsBand = uses.contains { [.bar, .rect, .rule, .tick, .boxplot, .errorbar].contains($0.layer.mark.type) }
    if kind == .point && spec?.kind == nil && needsBand { kind = .band }
    var (inner, outer) = (0.0, 0.0)
    if kind == .band {
      let isNested = uses.contains { use in use.layer.encoding[channel == .x ? .xOffset : .yOffset]?.contains { $0.column != nil } ?? false }
      let isHeatMap = uses.allSatisfy { $0.layer.mark.type == .rect || $0.layer.primitive == .text } && uses.contains { $0.layer.mark.type == .rect }
      let isOffset = channel == .xOffset || channel == .yOffset
      let isStrip = uses.allSatisfy { $0.layer.mark.type == .tick }
      inner = spec?.paddingInner ?? spec?.padding ?? (isOffset || isHeatMap ? 0 : isNested ? 0.2 : isStrip ? 0.25 : 0.1)
      outer = spec?.paddingOuter ?? spec?.padding ?? (isNested ? 0.2 : inner / 2)
    } else if kind == .point {
      outer = spec?.paddingOuter ?? spec?.padding ?? 0.5
    }
    let scale = DiscreteScale(
      kind, levels: levels, isReversed: spec?.reverse ?? false, paddingInner: inner, paddingOuter: outer, align: spec?.align ?? 0.5)
    return ResolvedScale(channel: channel, mapping: .discrete(scale), title: title, definition: definition)
  }

  private func levels(_ uses: [Use], _ definition: ChannelDefinition, _ channel: Channel) -> [Value] {
    var found: [Value] = []
    var seen: Set<Value> = []
    for use in uses {
      if let datum = use.resolved.datum {
        if seen.insert(DiscreteScale.key(datum)).inserted { found.append(datum) }
      } else if let column = use.resolved.column {
        for level in Self.present(use.layer.frame.column(column)) where seen.insert(DiscreteScale.key(level)).inserted { found.append(level) }
      }
    }
    let sort = uses.compactMap(\.resolved.definition.sort).first ?? definition.sort
    guard let use = uses.first(where: { $0.resolved.column != nil }), let column = use.resolved.column else {
      return sort == nil ? found : DomainOrder.sorted(found, sort, frame: DataFrame([]), column: "", encoding: [:])
    }
    // The order of one field by another is taken over the rows of all panels.
    let frames = uses.filter { $0.resolved.column == column }.map(\.layer.sortFrame)
    return DomainOrder.sorted(found, sort, frame: frames.count == 1 ? frames[0] : DataFrame.concatenating(frames), column: column, encoding: use.layer.encoding)
  }

  /// The levels that occur in a column.
  private static func present(_ column: FrameColumn) -> [Value] {
    let (codes, levels) = column.coded()
    var isPresent = [Bool](repeating: false, count: levels.count)
    for code in codes where code >= 0 { isPresent[Int(code)] = true }
    var order: [Value] = []
    guard isPresent.contains(true) else { return [] }
    for (index, level) in levels.enumerated() where isPresent[index] { order.append(level) }
    return order
  }

  // MARK: Continuous

  private mutating func continuous(_ channel: Channel, _ uses: [Use], _ definition: ChannelDefinition, _ title: String) -> ResolvedScale? {
    let spec = definition.scale ?? ScaleSpec()
    let kind = spec.kind ?? (channel == .size ? .linear : .linear)
    let transform: ScaleTransform =
      switch kind {
      case .log: .log(base: spec.base ?? 10)
      case .symlog: .symlog(constant: spec.constant ?? 1)
      case .sqrt: .pow(exponent: 0.5)
      case .pow: .pow(exponent: spec.exponent ?? 1)
      default: .linear
      }
    var extent = DomainExtent(isLog: transform.isLog)
    for use in uses { add(use, to: &extent) }
    for value in spec.unionWith ?? [] { if let number = value.number { extent.add(number) } }
    var (low, high) = extent.ends
    let hasDomain = !(spec.domain ?? []).isEmpty
    let given = spec.domain?.compactMap(\.number) ?? []
    if let first = given.first, let last = given.last, given.count > 1 { (low, high) = (first, last) }
    let wantsZero = !transform.isLog && includesZero(channel, uses, spec, hasDomain: hasDomain)
    if wantsZero { (low, high) = (min(low, 0), max(high, 0)) }
    if let minimum = spec.domainMin { low = minimum }
    if let maximum = spec.domainMax { high = maximum }
    if transform.isLog, low <= 0 || high <= 0 {
      diagnostics.append(ChartingDiagnostics.unsuitable("the domain of a logarithmic scale must be positive", at: spec.sourceRange ?? definition.range))
      (low, high) = (max(low, 1e-3), max(high, 1))
    }
    let isFixed = hasDomain || spec.domainMin != nil || spec.domainMax != nil
    let isBinned = uses.contains { $0.resolved.isBinned }
    switch spec.nice {
    case .off: break
    case .on(let count): (low, high) = NiceDomain.widened(low, high, transform: transform, count: count ?? 10)
    case nil:
      if channel.isPosition && !isFixed && !isBinned { (low, high) = NiceDomain.widened(low, high, transform: transform) }
    }
    if low == high { (low, high) = DomainExtent.opened(low, isLog: transform.isLog, isFixed: isFixed) }
    let scale = ContinuousScale(kind, transform: transform, low: low, high: high, isReversed: spec.reverse, isClamped: spec.clamp)
    var resolved = ResolvedScale(channel: channel, mapping: .continuous(scale), title: title, definition: definition)
    resolved.isInteger = uses.allSatisfy { $0.isInteger } && kind == .linear
    return resolved
  }

  private func add(_ use: Use, to extent: inout DomainExtent) {
    if use.layer.mark.type == .slope || use.layer.mark.type == .function { return }
    if let binning = use.resolved.binning {
      extent.add(binning.extent.0)
      extent.add(binning.extent.1)
      return
    }
    if let datum = use.resolved.datum?.number { extent.add(datum); return }
    guard let column = use.resolved.column else { return }
    for value in use.layer.frame.column(column).numbers { extent.add(value) }
  }

  /// Vega-Lite's rule for including zero.
  private func includesZero(_ channel: Channel, _ uses: [Use], _ spec: ScaleSpec, hasDomain: Bool) -> Bool {
    if let zero = spec.zero { return zero }
    if hasDomain { return false }
    return uses.contains { use in
      if use.resolved.isStacked { return true }
      if channel == .size { return use.resolved.isQuantitative }
      guard channel.isPosition, !use.resolved.isBinned, use.resolved.column != nil, use.channel == channel else { return false }
      let type = use.layer.mark.type
      if [.bar, .area, .line].contains(type) {
        if use.layer.orientation == .horizontal && channel == .y || use.layer.orientation == .vertical && channel == .x { return false }
        if type != .line && use.layer.encoding[channel == .y ? .y2 : .x2] == nil { return true }
      }
      // What belongs to a line (bands, points, whiskers) follows the line.
      return !use.layer.isAuxiliary || type != .area
    }
  }
}

extension ScaleBuilder.Use {
  var isInteger: Bool {
    if let number = resolved.datum?.number { return number == number.rounded() }
    guard let column = resolved.column, case .numbers(_, let kind) = layer.frame.column(column).cells else { return false }
    return kind == .integer
  }
}
