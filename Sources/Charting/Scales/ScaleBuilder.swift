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
  struct Use {
    var layer: LayerData
    var channel: Channel
    var resolved: ResolvedChannel
    var panel: PanelData
  }

  /// All scales by number.
  mutating func scales() -> [Int: ResolvedScale] {
    var uses: [Int: [Use]] = [:]
    var order: [(id: Int, channel: Channel)] = []
    for panel in panels {
      for layer in panel.layers {
        for channel in Channel.allCases where channel.hasScale {
          for resolved in layer.encoding[channel] ?? [] where resolved.visual == nil && resolved.visualColumn == nil && (resolved.column != nil || resolved.datum != nil) && !resolved.definition.isScaleDisabled {
            guard let id = layer.scaleIDs[channel.scaleChannel] else { continue }
            if uses[id] == nil { order.append((id, channel.scaleChannel)) }
            uses[id, default: []].append(Use(layer: layer, channel: channel, resolved: resolved, panel: panel))
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
    definition.scale = Self.merged(uses)
    for use in uses where use.channel == channel { definition = merged(definition, use.resolved.definition) }
    let title = self.title(uses, channel)
    let kind = definition.scale?.kind
    let isDiscrete = uses.contains { $0.resolved.type.isDiscrete && ($0.resolved.column != nil || $0.resolved.datum != nil) } && !(kind?.isContinuous ?? false)
      || (kind == .ordinal || kind == .band || kind == .point)
    if isDiscrete && kind == nil && uses.contains(where: { $0.resolved.isMeasure && $0.resolved.column != nil }) && channel.isPosition {
      diagnostics.append(ChartingDiagnostics.unsuitable("the channel '\(channel.rawValue)' is a number in one layer and a name in another", at: definition.range))
    }
    let isStepped = !isDiscrete && (kind?.isDiscretizing ?? (channel.isColor && uses.contains { $0.resolved.binning != nil && $0.resolved.type == .quantitative }))
    var scale = isDiscrete ? discrete(channel, uses, definition, title) : isStepped ? stepped(channel, uses, definition, title) : continuous(channel, uses, definition, title)
    scale?.format = definition.axis.format ?? definition.legend.format ?? definition.format
    guard var scale else { return nil }
    diagnostics += Self.problems(of: definition.axis.also, on: scale.mapping, channel)
    if let use = uses.first(where: { $0.resolved.isTemporal || $0.resolved.definition.timeUnit != nil }) { scale.timePattern = use.resolved.definition.timeUnit?.format ?? "" }
    scale.labelExpression = definition.axis.labelExpression ?? definition.legend.labelExpression
    let field = first.resolved.definition.field ?? first.resolved.title
    setRange(&scale, uses, field: field)
    return scale
  }

  /// What is wrong with a derived axis, if there is one.
  private static func problems(
    of also: AxisSpec.Derived?, on mapping: ResolvedScale.Mapping, _ channel: Channel
  ) -> [Diagnostic] {
    guard let also, channel.isPosition else { return [] }
    if case .continuous(let scale) = mapping, DerivedAxis(also, scale) != nil { return [] }
    return [
      ChartingDiagnostics.unsuitable(
        "'also' needs an expression that rises, or falls, all along an axis of numbers", at: also.expression.range)
    ]
  }

  /// What the layers say about one scale, taken together; the first to say something wins.
  private static func merged(_ uses: [Use]) -> ScaleSpec? {
    var result: ScaleSpec?
    for use in uses {
      guard let spec = use.resolved.definition.scale else { continue }
      result = result?.completed(by: spec) ?? spec
    }
    return result
  }

  private func merged(_ a: ChannelDefinition, _ b: ChannelDefinition) -> ChannelDefinition {
    var result = a
    if result.axis == AxisSpec() { result.axis = b.axis }
    if result.legend == LegendSpec() { result.legend = b.legend }
    if result.axis.also == nil { result.axis.also = b.axis.also }
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
}

extension ScaleSpec {
  /// With what another says where this is silent.
  func completed(by other: ScaleSpec) -> ScaleSpec {
    var result = self
    result.kind = kind ?? other.kind
    result.domain = domain ?? other.domain
    result.unionWith = unionWith ?? other.unionWith
    result.isUnaggregated = isUnaggregated || other.isUnaggregated
    result.domainMin = domainMin ?? other.domainMin
    result.domainMid = domainMid ?? other.domainMid
    result.domainMax = domainMax ?? other.domainMax
    result.range = range ?? other.range
    result.rangeMin = rangeMin ?? other.rangeMin
    result.rangeMax = rangeMax ?? other.rangeMax
    result.scheme = scheme ?? other.scheme
    result.schemeExtent = schemeExtent ?? other.schemeExtent
    result.schemeCount = schemeCount ?? other.schemeCount
    result.zero = zero ?? other.zero
    result.nice = nice ?? other.nice
    result.reverse = reverse || other.reverse
    result.clamp = clamp || other.clamp
    result.padding = padding ?? other.padding
    result.paddingInner = paddingInner ?? other.paddingInner
    result.paddingOuter = paddingOuter ?? other.paddingOuter
    result.align = align ?? other.align
    result.base = base ?? other.base
    result.exponent = exponent ?? other.exponent
    result.constant = constant ?? other.constant
    return result
  }
}

extension ScaleBuilder.Use {
  var isInteger: Bool {
    if let number = resolved.datum?.number { return number == number.rounded() }
    guard let column = resolved.column, case .numbers(_, let kind) = layer.frame.column(column).cells else { return false }
    return kind == .integer
  }

  /// Whether it is a bar between two stated places on both axes.
  var isRangedBar: Bool { ruleType == .bar && layer.encoding[.x2] != nil && layer.encoding[.y2] != nil && !resolved.isStacked }

  /// The mark as Vega-Lite's rules know it: parts of composite marks count as the first of their layers.
  var ruleType: MarkType {
    switch layer.writtenType ?? layer.mark.type {
    case .boxplot: .point
    case .errorbar: .rule
    case .errorband: .area
    case let type: type
    }
  }
}
