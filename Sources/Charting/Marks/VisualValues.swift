import Graphics
import Tables

/// What the rows of a layer look like: colours, sizes, opacities, shapes, dashes.
struct VisualValues {
  let positioner: Positioner
  private var layer: LayerData { positioner.layer }
  private var count: Int { layer.frame.rowCount }

  init(_ positioner: Positioner) { self.positioner = positioner }

  /// The colour of each row on a channel; nil where the channel says nothing.
  func colors(_ channel: Channel) -> [Color?]? {
    guard let resolved = layer.channel(channel) else { return nil }
    var colors: [Color?]
    if let visual = resolved.visual {
      colors = [Color?](repeating: visual.isNull ? nil : ColorNames.color(visual.description), count: count)
    } else if let column = resolved.visualColumn ?? (resolved.definition.isScaleDisabled ? resolved.column : nil) {
      let cells = layer.frame.column(column)
      colors = (0..<count).map { ColorNames.color(cells[$0].description) }
    } else if let scale = positioner.scale(channel) {
      colors = scaled(resolved, scale, channel)
    } else {
      colors = [Color?](repeating: nil, count: count)
    }
    for condition in resolved.conditions {
      let truths = layer.frame.column(condition.column).numbers
      let outputs = condition.valueColumn.map { layer.frame.column($0) }
      let color = ColorNames.color(condition.value.description)
      for row in 0..<count where truths[row] == 1 { colors[row] = outputs.map { ColorNames.color($0[row].description) } ?? color }
    }
    return colors
  }

  private func scaled(_ resolved: ResolvedChannel, _ scale: ResolvedScale, _ channel: Channel) -> [Color?] {
    switch scale.mapping {
    case .discrete(let discrete):
      return positioner.levels(resolved, discrete).map { $0 < 0 || scale.colors.isEmpty ? .role(.missing) : scale.colors[$0 % scale.colors.count] }
    case .stepped(let stepped):
      return (layer.numbers(channel) ?? []).map { stepped.index(of: $0).map { scale.colors[$0 % scale.colors.count] } ?? .role(.missing) }
    case .continuous(let continuous):
      let ramp = scale.ramp ?? ColorScheme("viridis")
      return (layer.numbers(channel) ?? []).map { value in
        let position = continuous.position(value)
        return position.isNaN ? .role(.missing) : ramp.color(position).color
      }
    }
  }

  /// Size, opacity or stroke width of each row.
  func outputs(_ channel: Channel) -> [Double]? {
    guard let resolved = layer.channel(channel) else { return nil }
    var values: [Double]
    if let visual = resolved.visual?.number {
      values = [Double](repeating: visual, count: count)
    } else if let column = resolved.visualColumn ?? (resolved.definition.isScaleDisabled ? resolved.column : nil) {
      values = layer.frame.column(column).numbers
    } else if let scale = positioner.scale(channel) {
      switch scale.mapping {
      case .stepped(let stepped): values = (layer.numbers(channel) ?? []).map { stepped.index(of: $0).map { scale.output(level: $0) } ?? .nan }
      case .discrete(let discrete): values = positioner.levels(resolved, discrete).map { $0 < 0 ? .nan : scale.output(level: $0) }
      case .continuous(let continuous): values = (layer.numbers(channel) ?? []).map { scale.output(position: continuous.position($0)) }
      }
    } else {
      return nil
    }
    for condition in resolved.conditions {
      let truths = layer.frame.column(condition.column).numbers
      let outputs = condition.valueColumn.map { layer.frame.column($0).numbers }
      for row in 0..<count where truths[row] == 1 { values[row] = outputs?[row] ?? condition.value.number ?? values[row] }
    }
    return values
  }

  /// Degrees clockwise of each row; nil without such a channel.
  func angles() -> [Double]? { outputs(.angle) }

  /// The shape of each row; nil without such a channel.
  func shapes() -> [PointShape]? {
    guard let resolved = layer.channel(.shape) else { return nil }
    if let visual = resolved.visual { return [PointShape](repeating: PointShape(vegaName: visual.description) ?? .circle, count: count) }
    guard let scale = positioner.scale(.shape), let discrete = scale.discrete, !scale.shapes.isEmpty else { return nil }
    return positioner.levels(resolved, discrete).map { $0 < 0 ? .circle : scale.shapes[$0 % scale.shapes.count] }
  }

  /// The dash pattern of each row; nil without such a channel.
  func dashes() -> [[Double]]? {
    guard let resolved = layer.channel(.strokeDash) else { return nil }
    if let visual = resolved.visual {
      return [[Double]](repeating: visual.description.split(separator: " ").compactMap { Double($0) }, count: count)
    }
    guard let scale = positioner.scale(.strokeDash), let discrete = scale.discrete, !scale.dashes.isEmpty else { return nil }
    return positioner.levels(resolved, discrete).map { $0 < 0 ? [] : scale.dashes[$0 % scale.dashes.count] }
  }
}
