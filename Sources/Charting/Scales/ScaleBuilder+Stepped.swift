import Tables

/// Scales that turn numbers into a few outputs.
extension ScaleBuilder {
  func stepped(_ channel: Channel, _ uses: [Use], _ definition: ChannelDefinition, _ title: String) -> ResolvedScale? {
    let spec = definition.scale ?? ScaleSpec()
    let kind = spec.kind ?? .binOrdinal
    let stated = spec.domain?.compactMap(\.number)
    var scale = SteppedScale(kind: kind, domain: [], breaks: [], isReversed: spec.reverse)
    switch kind {
    case .threshold:
      scale.breaks = (stated ?? []).sorted()
      scale.domain = scale.breaks
    case .quantile:
      let values = (stated ?? uses.flatMap(values)).filter(\.isFinite).sorted()
      let count = outputCount(spec) ?? 4
      scale.domain = values
      scale.breaks = (1..<max(2, count)).map { Aggregation.quantile(values, Double($0) / Double(count)) }
    case .quantize:
      let values = stated ?? uses.flatMap(values).filter(\.isFinite)
      var (low, high) = (values.min() ?? 0, values.max() ?? 1)
      if spec.zero == true { (low, high) = (min(0, low), max(0, high)) }
      (low, high) = (spec.domainMin ?? low, spec.domainMax ?? high)
      if case .on(let count)? = spec.nice { (low, high) = NiceDomain.linear(low, high, count: count ?? 10) }
      let count = outputCount(spec) ?? 4
      scale.domain = [low, high]
      scale.breaks = (1..<max(2, count)).map { (Double($0) * high + Double(count - $0) * low) / Double(count) }
    default:
      guard let binning = uses.lazy.compactMap(\.resolved.binning).first else { return nil }
      scale.domain = stated ?? binning.edges
      scale.breaks = Array(scale.domain.dropFirst().dropLast())
    }
    if kind == .threshold && scale.breaks.isEmpty { return nil }
    return ResolvedScale(channel: channel, mapping: .stepped(scale), title: title, definition: definition)
  }

  private func values(_ use: Use) -> [Double] {
    use.resolved.column.map { use.layer.frame.column($0).numbers } ?? use.resolved.datum?.number.map { [$0] } ?? []
  }

  private func outputCount(_ spec: ScaleSpec) -> Int? {
    if case .values(let values)? = spec.range, values.count > 1 { return values.count }
    return spec.schemeCount
  }
}
