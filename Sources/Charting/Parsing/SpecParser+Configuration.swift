import YAMLDocuments

extension SpecParser {
  /// Reads the few keys of `config` that bear on places; the others are looks, which are the report's own.
  mutating func configuration(_ node: YAMLNode) -> ViewSpec.Configuration {
    var result = ViewSpec.Configuration()
    guard check(node, "config", known: KnownKeys.config) else { return result }
    looks.look(atConfig: node)
    if let view = node["view"] {
      result.width = view["continuousWidth"]?.number ?? result.width
      result.height = view["continuousHeight"]?.number ?? result.height
      result.step = view["step"]?.number ?? result.step
      result.discreteWidth = view["discreteWidth"]?.number
      result.discreteHeight = view["discreteHeight"]?.number
      result.step = (view["discreteWidth"]?["step"] ?? view["discreteHeight"]?["step"])?.number ?? result.step
    }
    result.binSpacing = node["bar"]?["binSpacing"]?.number ?? result.binSpacing
    result.continuousBandSize = node["bar"]?["continuousBandSize"]?.number ?? result.continuousBandSize
    result.discreteBandSize = node["bar"]?["discreteBandSize"]?.number
    result.tickThickness = node["tick"]?["thickness"]?.number ?? result.tickThickness
    if let scale = node["scale"] { readScale(scale, into: &result) }
    if let invalid = node["mark"]?["invalid"] { result.invalid = invalidMode(invalid) }
    if let extent = node["boxplot"]?["extent"] {
      result.boxExtent = extent.number
      result.isBoxExtentMinMax = extent.text == "min-max"
    }
    result.boxSize = node["boxplot"]?["size"]?.number
    for type in [MarkType.errorbar, .errorband] { if let extent = node[type.rawValue]?["extent"]?.text { result.errorExtent[type] = extent } }
    return result
  }

  private func readScale(_ node: YAMLNode, into result: inout ViewSpec.Configuration) {
    result.bandPaddingInner = node["bandPaddingInner"]?.number
    result.bandPaddingOuter = node["bandPaddingOuter"]?.number
    result.barBandPaddingInner = node["barBandPaddingInner"]?.number ?? result.barBandPaddingInner
    result.rectBandPaddingInner = node["rectBandPaddingInner"]?.number ?? result.rectBandPaddingInner
    result.tickBandPaddingInner = node["tickBandPaddingInner"]?.number ?? result.tickBandPaddingInner
    result.nestedPaddingInner = node["bandWithNestedOffsetPaddingInner"]?.number ?? result.nestedPaddingInner
    result.nestedPaddingOuter = node["bandWithNestedOffsetPaddingOuter"]?.number ?? result.nestedPaddingOuter
    result.offsetPaddingInner = node["offsetBandPaddingInner"]?.number ?? result.offsetPaddingInner
    result.offsetPaddingOuter = node["offsetBandPaddingOuter"]?.number ?? result.offsetPaddingOuter
    result.pointPadding = node["pointPadding"]?.number ?? result.pointPadding
    result.continuousPadding = node["continuousPadding"]?.number
    result.minimumBandSize = node["minBandSize"]?.number ?? result.minimumBandSize
    result.maximumBandSize = node["maxBandSize"]?.number
    result.zero = node["zero"]?.bool ?? result.zero
  }

  /// A mark with what `config` and its styles say of its places, where it is silent itself.
  func styled(_ node: YAMLNode) -> YAMLNode {
    let type = node.text ?? node["type"]?.text ?? ""
    let styles = node["style"]?.elements?.compactMap(\.text) ?? node["style"]?.text.map { [$0] } ?? []
    let sources = styles.reversed().compactMap { written?["style"]?[$0] } + [written?[type], written?["mark"]].compactMap { $0 }
    var entries = node.entries ?? [YAMLEntry(key: "type", keyRange: node.range, value: node)]
    let keys = ["orient", "interpolate", "tension", "invalid", "point", "line"]
    let places = ["size", "width", "height", "bandSize", "binSpacing", "thickness", "xOffset", "yOffset", "align", "baseline", "dx", "dy", "angle", "extent", "filled"]
    for (index, source) in sources.enumerated() {
      // A style says more than the kind of mark, whose sizes are read elsewhere.
      let known = index < styles.count ? keys + places : keys
      for entry in source.entries ?? [] where known.contains(entry.key) && !entries.contains(where: { $0.key == entry.key }) { entries.append(entry) }
    }
    return entries.count == (node.entries?.count ?? 1) ? node : YAMLNode(.mapping(entries), range: node.range)
  }

  mutating func invalidMode(_ node: YAMLNode) -> MarkSpec.InvalidMode? {
    if node.isNull { return .show }
    return name(node, "invalid", MarkSpec.InvalidMode.self)
  }
}
