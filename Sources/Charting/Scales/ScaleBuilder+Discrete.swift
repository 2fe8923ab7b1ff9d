import Tables

/// Scales of names.
extension ScaleBuilder {
  func discrete(_ channel: Channel, _ uses: [Use], _ definition: ChannelDefinition, _ title: String) -> ResolvedScale? {
    let spec = definition.scale
    let levels = spec?.domain.map { self.levels($0, uses) } ?? self.levels(uses, definition, channel)
    let isOffset = channel == .xOffset || channel == .yOffset
    let isGraded: Set<Channel> = [.size, .opacity, .fillOpacity, .strokeOpacity, .strokeWidth, .angle]
    var kind = spec?.kind ?? (channel.isPosition || isOffset || isGraded.contains(channel) ? .point : .ordinal)
    let offset: Channel = channel == .x ? .xOffset : .yOffset
    func isNested(_ use: Use) -> Bool { channel.isPosition && use.layer.encoding[offset]?.contains { $0.column != nil || $0.datum != nil } ?? false }
    let banded: Set<MarkType> = [.bar, .rect, .rule, .tick, .boxplot, .errorbar, .images]
    let needsBand = uses.contains { banded.contains($0.layer.mark.type) || banded.contains($0.layer.writtenType ?? .point) || isNested($0) }
    if kind == .point && spec?.kind == nil && needsBand && !isGraded.contains(channel) { kind = .band }
    var (inner, outer) = (0.0, 0.0)
    let lead = uses.first { $0.channel == channel } ?? uses[0]
    let configuration = lead.layer.configuration
    if kind == .band {
      // The first layer decides, as in Vega-Lite.
      let standard: (Double, Double?)
      if isOffset {
        standard = (configuration.offsetPaddingInner, configuration.offsetPaddingOuter)
      } else if isNested(lead) {
        standard = (configuration.nestedPaddingInner, configuration.nestedPaddingOuter)
      } else {
        let own =
          switch lead.ruleType {
          case .bar: configuration.barBandPaddingInner
          case .tick: configuration.tickBandPaddingInner
          default: configuration.rectBandPaddingInner
          }
        standard = (configuration.bandPaddingInner ?? own, configuration.bandPaddingOuter)
      }
      inner = spec?.paddingInner ?? spec?.padding ?? standard.0
      outer = spec?.paddingOuter ?? spec?.padding ?? standard.1 ?? inner / 2
    } else if kind == .point && !isGraded.contains(channel) {
      outer = spec?.paddingOuter ?? spec?.padding ?? (isOffset ? 0.5 : configuration.pointPadding)
    }
    var scale = DiscreteScale(
      kind, levels: levels, isReversed: spec?.reverse ?? false, paddingInner: inner, paddingOuter: outer, align: spec?.align ?? 0.5)
    // Where steps give the length of the axis, one end of a range alone says nothing.
    if spec?.range != nil || !isStepped(channel, lead), let (start, end) = positionRange(channel, spec ?? ScaleSpec(), length: length(channel, scale, lead)) {
      // Names go from the top to the bottom, numbers from the bottom to the top.
      let (first, last) = channel == .y ? (1 - start, 1 - end) : (start, end)
      scale.room = min(first, last)...max(first, last)
      if first > last { scale.isReversed.toggle() }
    }
    return ResolvedScale(channel: channel, mapping: .discrete(scale), title: title, definition: definition)
  }

  private func isStepped(_ channel: Channel, _ use: Use) -> Bool {
    switch channel == .y ? use.panel.height : use.panel.width {
    case nil: (channel == .y ? use.layer.configuration.discreteHeight : use.layer.configuration.discreteWidth) == nil
    case .step, .positionStep: true
    default: false
    }
  }

  /// Of an axis of names, in points.
  private func length(_ channel: Channel, _ scale: DiscreteScale, _ use: Use) -> Double {
    let configuration = use.layer.configuration
    switch channel == .y ? use.panel.height : use.panel.width {
    case nil: return (channel == .y ? configuration.discreteHeight : configuration.discreteWidth) ?? configuration.step / scale.share
    case .step(let step)?, .positionStep(let step)?: return step / scale.share
    default: return NominalSize.continuous(channel, use.panel)
    }
  }

  /// A stated domain; dates as instants.
  private func levels(_ stated: [Value], _ uses: [Use]) -> [Value] {
    guard uses.contains(where: { $0.resolved.isTemporal }) else { return stated }
    return stated.map { value in if case .text(let text) = value { .real(DateText.parse(text)) } else { value } }
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
    if let union = definition.scale?.unionWith {
      for level in union where seen.insert(DiscreteScale.key(level)).inserted { found.append(level) }
    }
    let sort = uses.compactMap(\.resolved.definition.sort).first ?? definition.sort
    guard let use = uses.first(where: { $0.resolved.column != nil && $0.resolved.definition.sort != nil }) ?? uses.first(where: { $0.resolved.column != nil }),
      let column = use.resolved.column
    else {
      return sort == nil ? found : DomainOrder.sorted(found, sort, frame: DataFrame([]), column: "", encoding: [:])
    }
    // The order of one field by another is taken over the rows of all panels.
    let frames = uses.filter { $0.resolved.column == column && $0.layer.index == use.layer.index }.map(\.layer.sortFrame)
    return DomainOrder.sorted(
      found, sort, frame: frames.count == 1 ? frames[0] : DataFrame.concatenating(frames), column: column, encoding: use.layer.encoding,
      stackedFields: use.layer.stackedFields)
  }

  /// The levels that occur in a column, a missing one as null.
  private static func present(_ column: FrameColumn) -> [Value] {
    let (codes, levels) = column.coded()
    var isPresent = [Bool](repeating: false, count: levels.count)
    var hasMissing = false
    for code in codes { if code >= 0 { isPresent[Int(code)] = true } else { hasMissing = true } }
    var order: [Value] = []
    for (index, level) in levels.enumerated() where isPresent[index] { order.append(level) }
    return hasMissing ? order + [.null] : order
  }
}
