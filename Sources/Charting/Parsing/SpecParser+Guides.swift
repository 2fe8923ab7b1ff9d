import Diagnostics
import Tables
import YAMLDocuments

extension SpecParser {
  mutating func readGuides(_ node: YAMLNode, into definition: inout ChannelDefinition) {
    definition.title = title(node)
    definition.format = format(node)
    if let axis = node["axis"] { definition.axis = self.axis(axis) }
    if let legend = node["legend"] { definition.legend = self.legend(legend) }
    if let header = node["header"] {
      if header.isNull || header.bool == false {
        definition.header = HeaderSpec(title: .hidden, labels: false)
      } else if check(header, "header", known: KnownKeys.header) {
        definition.header = HeaderSpec(
          title: title(header), format: format(header), labelExpression: labelExpression(header), labels: bool(header, "labels") ?? true)
      }
    }
  }

  private mutating func labelExpression(_ node: YAMLNode) -> ExpressionSource? {
    node["labelExpr"].flatMap { expression($0, "labelExpr") }
  }

  private mutating func axis(_ node: YAMLNode) -> AxisSpec {
    var axis = AxisSpec()
    if node.isNull || node.bool == false { axis.isHidden = true; return axis }
    if node.bool == true { return axis }
    guard check(node, "axis", known: KnownKeys.axis) else { return axis }
    axis.title = title(node)
    axis.format = format(node)
    axis.labelExpression = labelExpression(node)
    axis.grid = bool(node, "grid")
    axis.ticks = bool(node, "ticks")
    axis.labels = bool(node, "labels")
    axis.domain = bool(node, "domain")
    axis.values = node["values"].flatMap { values($0, "values") }
    axis.tickCount = node["tickCount"]?.number == nil ? nil : integer(node, "tickCount", in: 0...1000)
    axis.tickMinStep = number(node, "tickMinStep", in: 0...1e300)
    axis.labelAngle = number(node, "labelAngle", in: -360...360)
    if let orient = node["orient"] {
      axis.orient = orient.text.flatMap(AxisSpec.Side.init)
      if axis.orient == nil { unknownValue("orient", orient.text ?? "", known: ["left", "right", "top", "bottom"], orient.range) }
    }
    if let also = node["also"], !also.isNull { axis.also = derived(also) }
    return axis
  }

  private mutating func derived(_ node: YAMLNode) -> AxisSpec.Derived? {
    guard check(node, "also", known: ["expr", "title", "format"]) else { return nil }
    guard let inner = node["expr"], let source = expression(inner, "expr", variables: ["x", "y"]) else {
      diagnostics.append(ChartingDiagnostics.missing("'expr', an expression in the axis's own x or y", in: "'also'", at: node.range))
      return nil
    }
    return AxisSpec.Derived(expression: source, title: title(node).text ?? "", format: format(node))
  }

  private mutating func legend(_ node: YAMLNode) -> LegendSpec {
    var legend = LegendSpec()
    if node.isNull || node.bool == false { legend.isHidden = true; return legend }
    if let text = node.text {
      legend.orient = LegendPlacement(rawValue: text)
      if legend.orient == nil { unknownValue("legend", text, known: LegendPlacement.allCases.map(\.rawValue), node.range) }
      return legend
    }
    guard check(node, "legend", known: KnownKeys.legend) else { return legend }
    legend.title = title(node)
    legend.format = format(node)
    legend.labelExpression = labelExpression(node)
    legend.values = node["values"].flatMap { values($0, "values") }
    legend.tickCount = node["tickCount"]?.number == nil ? nil : integer(node, "tickCount", in: 0...1000)
    legend.columns = integer(node, "columns", in: 0...100)
    if let orient = node["orient"]?.text {
      legend.orient = orient == "none" ? nil : orient.hasPrefix("top") || orient.hasPrefix("bottom") ? .top : LegendPlacement(rawValue: orient) ?? .right
    }
    return legend
  }
}
