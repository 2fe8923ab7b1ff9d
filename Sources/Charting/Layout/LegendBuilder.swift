import Graphics
import Tables
import Typography

/// Makes the legends of a group of panels from their scales and layers.
struct LegendBuilder {
  let panels: [PanelData]
  let scales: [Int: ResolvedScale]
  let labels: LabelTypesetter
  /// Longer names are broken at spaces.
  var labelWidth = 130.0

  /// Scales that speak of the same field become one legend.
  /// - Parameter ids: the scales that this part of the chart has to explain.
  func legends(_ ids: Set<Int>) -> [LegendModel] {
    var result: [LegendModel] = []
    var done: Set<String> = []
    for channel in Channel.legendChannels {
      for id in ids.sorted() {
        guard let scale = scales[id], scale.channel == channel, !scale.definition.legend.isHidden else { continue }
        let field = scale.definition.field ?? scale.title
        if let discrete = scale.discrete {
          guard done.insert(field + "|" + scale.title).inserted, discrete.levels.count > 1 else { continue }
          result.append(discreteLegend(channel, scale, discrete, field: field))
        } else if let stepped = scale.stepped {
          guard done.insert(field + "|steps|\(channel.rawValue)").inserted else { continue }
          result.append(steppedLegend(channel, scale, stepped))
        } else if let continuous = scale.continuous {
          guard scale.definition.isData else { continue }
          if channel.isColor, let ramp = scale.ramp {
            guard done.insert(field + "|bar").inserted else { continue }
            result.append(bar(channel, scale, continuous, ramp))
          } else if channel == .size {
            result.append(sizes(scale, continuous))
          }
        }
      }
    }
    return result
  }

  private func title(_ scale: ResolvedScale) -> ChartLabel? {
    scale.title.isEmpty ? nil : ChartLabel(labels.layout(scale.title, style: ChartStyle.tick, wrappedTo: labelWidth))
  }

  private func text(_ string: String) -> ChartLabel { ChartLabel(labels.layout(string, style: ChartStyle.tick, wrappedTo: labelWidth)) }

  // MARK: Names

  private func discreteLegend(_ channel: Channel, _ scale: ResolvedScale, _ discrete: DiscreteScale, field: String) -> LegendModel {
    let wanted = scale.definition.legend.values
    let levels = discrete.levels.filter { level in wanted?.contains { TransformRunner.isSame($0, level) } ?? true }
    let entries = levels.map { level in
      symbol(LegendEntry(label: text(scale.label(level)), value: level), level, field: field)
    }
    return LegendModel(channel: channel, title: title(scale), content: .entries(entries), columns: scale.definition.legend.columns)
  }

  private func steppedLegend(_ channel: Channel, _ scale: ResolvedScale, _ stepped: SteppedScale) -> LegendModel {
    let texts = stepped.labels { scale.label(.real($0)) }
    let entries = texts.enumerated().map { index, string -> LegendEntry in
      var entry = LegendEntry(label: text(string), value: .integer(index))
      if channel.isColor, !scale.colors.isEmpty {
        entry.swatch = Paint(scale.colors[index % scale.colors.count])
      } else {
        entry.point = (.circle, Paint(.role(.axis)), true, channel == .size ? scale.output(level: index) : ChartStyle.pointArea)
      }
      return entry
    }
    return LegendModel(channel: channel, title: title(scale), content: .entries(entries))
  }

  /// The look of a level in every layer that shows the field.
  private func symbol(_ base: LegendEntry, _ level: Value, field: String) -> LegendEntry {
    var entry = base
    for layer in Self.foremost(panels.flatMap(\.layers)) where layer.mark.type != .slope && layer.mark.type != .function {
      let channels = Channel.legendChannels.filter { channel in
        guard let resolved = layer.channel(channel), resolved.visual == nil else { return false }
        if let datum = resolved.datum { return TransformRunner.isSame(datum, level) }
        return resolved.definition.field == field
      }
      guard !channels.isEmpty else { continue }
      let color = self.color(layer, channels, level)
      switch layer.primitive {
      case .line: if entry.line == nil { entry.line = line(layer, channels, level, color) }
      case .area: if entry.band == nil { entry.band = Paint(color, opacity: layer.mark.fillOpacity ?? layer.mark.opacity ?? (layer.stackedFields.isEmpty ? 0.6 : 0.85)) }
      case .point: if entry.point == nil { entry.point = point(layer, channels, level, color) }
      case .rect: entry.swatch = Paint(color, opacity: layer.mark.opacity ?? 1)
      case .rule: if entry.line == nil && layer.mark.type != .errorbar && !layer.isAuxiliary { entry.line = line(layer, channels, level, color) }
      case .text, .contour, .image: break
      }
    }
    if entry.line == nil && entry.band == nil && entry.point == nil && entry.swatch == nil { entry.swatch = Paint(.role(.axis)) }
    return entry
  }

  /// The layers with pale ones last: what stands behind the data does not explain it.
  private static func foremost(_ layers: [LayerData]) -> [LayerData] {
    let isPale = layers.map { ($0.mark.strokeOpacity ?? $0.mark.opacity ?? 1) < 0.5 }
    return zip(layers, isPale).filter { !$1 }.map(\.0) + zip(layers, isPale).filter { $1 }.map(\.0)
  }

  private func index(_ layer: LayerData, _ channel: Channel, _ level: Value) -> (ResolvedScale, Int)? {
    guard let scale = layer.scaleIDs[channel].flatMap({ scales[$0] }), let index = scale.discrete?.index(of: level) else { return nil }
    return (scale, index)
  }

  private func color(_ layer: LayerData, _ channels: [Channel], _ level: Value) -> Color {
    for channel in channels where channel.isColor {
      if let (scale, index) = index(layer, channel, level), !scale.colors.isEmpty { return scale.colors[index % scale.colors.count] }
    }
    return layer.mark.color.flatMap(ColorNames.color) ?? (layer.channel(.color) == nil ? .series(0) : .role(.axis))
  }

  private func line(_ layer: LayerData, _ channels: [Channel], _ level: Value, _ color: Color) -> Stroke {
    var stroke = Stroke(Paint(color), width: layer.mark.strokeWidth ?? 1.25, dash: layer.mark.strokeDash ?? [], cap: .butt)
    if let (scale, index) = index(layer, .strokeDash, level), channels.contains(.strokeDash), !scale.dashes.isEmpty {
      stroke.dash = scale.dashes[index % scale.dashes.count]
    } else if layer.primitive == .line, channels.contains(.color), Redundancy.applies(layer, scales), let (_, index) = index(layer, .color, level) {
      stroke.dash = ChartStyle.dashes[index % ChartStyle.dashes.count]
    }
    if let (scale, index) = index(layer, .strokeWidth, level), channels.contains(.strokeWidth) { stroke.width = scale.output(level: index) }
    return stroke
  }

  private func point(_ layer: LayerData, _ channels: [Channel], _ level: Value, _ color: Color) -> (PointShape, Paint, Bool, Double) {
    var shape = layer.mark.shape ?? (layer.mark.type == .square ? .square : .circle)
    if channels.contains(.shape), let (scale, index) = index(layer, .shape, level), !scale.shapes.isEmpty {
      shape = scale.shapes[index % scale.shapes.count]
    } else if layer.mark.type == .point, Redundancy.applies(layer, scales), let (_, index) = index(layer, .color, level) {
      shape = ChartStyle.shapes[index % ChartStyle.shapes.count]
    }
    var area = min(30, layer.mark.size ?? ChartStyle.pointArea)
    if channels.contains(.size), let (scale, index) = index(layer, .size, level) { area = scale.output(level: index) }
    return (shape, Paint(color), layer.mark.isFilled ?? true, area)
  }

  // MARK: Numbers

  private func bar(_ channel: Channel, _ scale: ResolvedScale, _ continuous: ContinuousScale, _ ramp: ColorScheme) -> LegendModel {
    var builder = scale
    builder.definition.axis = AxisSpec()
    builder.definition.axis.tickCount = scale.definition.legend.tickCount ?? 4
    builder.definition.axis.values = scale.definition.legend.values
    builder.definition.bin = nil
    builder.format = scale.format
    builder.title = ""
    let axis = AxisBuilder(labels: labels).axis(.y, builder, length: 130, hasGrid: false)
    let ticks = axis.ticks.compactMap { tick in tick.label.map { (place: tick.place, label: $0) } }
    var title = scale.title
    if !axis.title.isEmpty { title += " " + axis.title }
    return LegendModel(
      channel: channel, title: title.isEmpty ? nil : ChartLabel(labels.layout(title, style: ChartStyle.tick, wrappedTo: min(labelWidth, 110))),
      content: .bar(ramp, continuous, ticks: ticks))
  }

  private func sizes(_ scale: ResolvedScale, _ continuous: ContinuousScale) -> LegendModel {
    let ticks = LinearTicks.values(continuous.extent.lowerBound, continuous.extent.upperBound, target: 4).filter { $0 > 0 }
    let entries = ticks.map { value in
      LegendEntry(
        label: text(ValueLabel.text(.real(value), format: scale.format)), value: .real(value),
        point: (.circle, Paint(.role(.axis)), true, scale.output(position: continuous.position(value))))
    }
    return LegendModel(channel: .size, title: title(scale), content: .entries(entries))
  }
}
