import Diagnostics
import YAMLDocuments

/// Keys of Vega-Lite that are read and have no effect, because looks are the report's own.
///
/// They are no mistakes, so that a specification from elsewhere draws as it is; the author is told once a chart.
struct IdleLooks {
  private var found: [(name: String, context: String, range: SourceRange)] = []

  mutating func look(at entries: [YAMLEntry], _ context: String) {
    guard let keys = Self.keys[context] else { return }
    for entry in entries where keys.contains(entry.key) && !entry.value.isNull {
      // Left out is more than a look.
      if context == "mark", entry.value.bool == false, MarkSpec.Part(rawValue: entry.key) != nil { continue }
      add(entry.key, context, entry.keyRange)
    }
  }

  private mutating func add(_ name: String, _ context: String, _ range: SourceRange) {
    if !found.contains(where: { $0.name == name && $0.context == context }) { found.append((name, context, range)) }
  }

  /// Of `config`, whose keys are looks but for a few, which hold numbers that bear on places.
  mutating func look(atConfig node: YAMLNode) {
    for entry in node.entries ?? [] where entry.key != "scale" && !entry.value.isNull {
      guard let effective = Self.effectiveConfig[entry.key] else {
        add(entry.key, "config", entry.keyRange)
        continue
      }
      for inner in entry.value.entries ?? [] where !effective.contains(inner.key) { add("\(entry.key).\(inner.key)", "config", inner.keyRange) }
    }
  }

  /// One message for all of them.
  var diagnostic: Diagnostic? {
    guard let first = found.min(by: { ($0.range.start.line, $0.range.start.column) < ($1.range.start.line, $1.range.start.column) }) else { return nil }
    var words: [String] = []
    for name in found.prefix(Self.mostNamed) { words.append("'\(name.name)' of \(name.context)") }
    if found.count > Self.mostNamed { words.append("\(found.count - Self.mostNamed) more") }
    let last = words.removeLast()
    let list = words.isEmpty ? last : words.joined(separator: ", ") + " and " + last
    return ChartingDiagnostics.idleLooks(list, isSingle: found.count == 1, at: first.range)
  }

  private static let mostNamed = 8

  /// By the part of a chart; what is not seen, such as `aria` or `zindex`, is not worth a word.
  static let keys: [String: Set<String>] = [
    "a chart": ["background", "padding", "view"],
    "a view": ["background", "view"],
    "mark": [
      "font", "fontStyle", "lineHeight", "lineBreak", "limit", "ellipsis", "dir", "radius", "cornerRadiusEnd", "cornerRadiusTopLeft", "cornerRadiusTopRight",
      "cornerRadiusBottomLeft", "cornerRadiusBottomRight", "strokeCap", "strokeJoin", "strokeMiterLimit", "strokeDashOffset", "strokeOffset", "blend", "cursor",
      "style", "box", "median", "outliers", "aspect", "smooth",
    ],
    "axis": [
      "labelOverlap", "labelFlush", "labelFlushOffset", "labelFontSize", "labelFont", "labelFontStyle", "labelFontWeight", "labelAlign", "labelBaseline", "labelPadding",
      "labelColor", "labelLimit", "labelOpacity", "labelLineHeight", "labelOffset", "labelBound", "labelSeparation", "titleFontSize", "titleFont", "titleFontStyle",
      "titleFontWeight", "titlePadding", "titleAngle", "titleAlign", "titleAnchor", "titleBaseline", "titleColor", "titleLimit", "titleLineHeight", "titleOpacity", "titleX",
      "titleY", "gridDash", "gridDashOffset", "gridColor", "gridOpacity", "gridWidth", "gridCap", "domainColor", "domainWidth", "domainOpacity", "domainDash",
      "domainDashOffset", "domainCap", "tickColor", "tickWidth", "tickSize", "tickOpacity", "tickDash", "tickDashOffset", "tickCap", "tickExtra", "tickBand", "tickOffset",
      "tickRound", "ticksOffset", "offset", "position", "minExtent", "maxExtent", "bandPosition", "translate", "style",
    ],
    "legend": [
      "direction", "symbolType", "symbolSize", "symbolOpacity", "symbolStrokeWidth", "symbolFillColor", "symbolStrokeColor", "symbolDash", "symbolDashOffset",
      "symbolLimit", "symbolOffset", "labelFontSize", "labelFont", "labelFontStyle", "labelFontWeight", "labelLimit", "labelAlign", "labelBaseline", "labelColor",
      "labelOffset", "labelOpacity", "labelOverlap", "labelPadding", "labelSeparation", "titleFontSize", "titleFont", "titleFontStyle", "titleFontWeight", "titleLimit",
      "titleLineHeight", "titleOpacity", "titleBaseline", "titlePadding", "titleOrient", "titleColor", "titleAlign", "titleAnchor", "offset", "padding", "gradientLength",
      "gradientThickness", "gradientOpacity", "gradientStrokeColor", "gradientStrokeWidth", "fillColor", "strokeColor", "cornerRadius", "rowPadding", "columnPadding",
      "legendX", "legendY", "clipHeight", "gridAlign", "tickMinStep",
    ],
    "header": [
      "labelAngle", "labelOrient", "labelFontSize", "labelFont", "labelFontStyle", "labelFontWeight", "labelAlign", "labelPadding", "labelBaseline", "labelLineHeight",
      "labelAnchor", "labelColor", "labelLimit", "titleOrient", "titleFontSize", "titleFont", "titleFontStyle", "titleFontWeight", "titleAngle", "titleBaseline",
      "titleLimit", "titleLineHeight", "titlePadding", "titleAnchor", "titleColor", "titleAlign", "orient",
    ],
    "title": [
      "align", "angle", "baseline", "color", "dx", "dy", "font", "fontSize", "fontStyle", "fontWeight", "frame", "limit", "lineHeight", "offset", "orient", "style",
      "subtitleColor", "subtitleFont", "subtitleFontSize", "subtitleFontStyle", "subtitleFontWeight", "subtitleLineHeight", "subtitlePadding",
    ],
    "scale": ["interpolate"],
  ]

  private static let effectiveConfig: [String: Set<String>] = [
    "view": ["continuousWidth", "continuousHeight", "discreteWidth", "discreteHeight", "step"], "bar": ["binSpacing", "continuousBandSize", "discreteBandSize"], "tick": ["thickness"],
    "mark": ["invalid"], "boxplot": ["extent", "size"], "errorbar": ["extent"], "errorband": ["extent"],
  ]
}
