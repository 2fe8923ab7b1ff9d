import Diagnostics
import Graphics
import Tables

/// What scales give: colours, shapes, dashes, sizes.
extension ScaleBuilder {
  mutating func setRange(_ scale: inout ResolvedScale, _ uses: [Use], field: String) {
    let spec = scale.definition.scale ?? ScaleSpec()
    switch scale.channel {
    case .color, .fill, .stroke: setColors(&scale, spec, field: field, isOrdinal: uses.contains { $0.resolved.type == .ordinal })
    case .shape: setShapes(&scale, spec)
    case .strokeDash: setDashes(&scale, spec)
    case .size: scale.outputs = ends(spec, Self.sizes(uses))
    case .angle: scale.outputs = ends(spec, [0, 360])
    case .strokeWidth: scale.outputs = ends(spec, [0.5, 3])
    case .opacity, .fillOpacity, .strokeOpacity: scale.outputs = ends(spec, [0.3, 0.9])
    default: break
    }
    if let count = scale.discrete?.levels.count ?? scale.stepped?.count, scale.outputs.count == 2, !spec.hasRangeValues {
      let (first, last) = (scale.outputs[0], scale.outputs[1])
      scale.outputs = (0..<count).map { count == 1 ? last : first + (last - first) * Double($0) / Double(count - 1) }
    }
  }

  /// From the smallest to the largest: of bars and ticks the thickness, of trails the width, else the area of a point.
  private static func sizes(_ uses: [Use]) -> [Double] {
    if let thicknesses = thicknesses(uses) { return thicknesses }
    if uses.contains(where: { $0.layer.mark.type == .trail }) { return [0.5, 4] }
    return [uses.contains { $0.layer.primitive == .rect } ? 4 : 6, 120]
  }

  private func ends(_ spec: ScaleSpec, _ fallback: [Double]) -> [Double] {
    if case .values(let values)? = spec.range {
      let numbers = values.compactMap(\.number)
      if !numbers.isEmpty { return numbers }
    }
    return [spec.rangeMin ?? fallback[0], spec.rangeMax ?? fallback[1]]
  }

  private mutating func setColors(_ scale: inout ResolvedScale, _ spec: ScaleSpec, field: String, isOrdinal: Bool) {
    var reversed = false
    var name = spec.scheme
    if let scheme = name, scheme.hasSuffix("-reversed") { reversed = true; name = String(scheme.dropLast(9)) }
    let extent = spec.schemeExtent.map { min($0[0], $0[1])...max($0[0], $0[1]) } ?? 0...1
    if let stepped = scale.stepped {
      scale.colors = self.colors(spec, stepped.count) ?? ColorScheme(name ?? "viridis", isReversed: reversed, extent: extent).levels(stepped.count)
      return
    }
    guard let discrete = scale.discrete else {
      let fallback = spec.domainMid != nil ? "bluevermilion" : "viridis"
      let stops = self.stops(spec)
      scale.ramp = stops.map { ColorScheme(stops: $0) } ?? ColorScheme(name ?? fallback, isReversed: reversed, extent: centered(scale, spec) ?? extent)
      return
    }
    if case .values(let values)? = spec.range {
      let colors = values.compactMap { ColorNames.color($0.description) }
      if colors.count < values.count, let range = spec.sourceRange {
        let bad = values.first { ColorNames.color($0.description) == nil }?.description ?? ""
        diagnostics.append(ChartingDiagnostics.unknownValue("colour", bad, known: ColorNames.names, at: range))
      }
      scale.colors = discrete.levels.indices.map { colors.isEmpty ? .role(.ink) : colors[$0 % colors.count] }
    } else if let name, !ColorScheme.isCategorical(name) {
      scale.colors = ColorScheme(name, isReversed: reversed, extent: extent).levels(discrete.levels.count)
    } else if isOrdinal && name == nil && discrete.levels.count > 1 {
      scale.colors = ColorScheme("viridis").levels(discrete.levels.count)
    } else {
      scale.colors = colours.indices(field: field, domain: discrete.levels).map { .series($0) }
      if discrete.levels.count > 8 {
        diagnostics.append(ChartingDiagnostics.hint("\(discrete.levels.count) series share 8 colours; facet, or colour only those that matter", at: scale.definition.range))
      }
    }
  }

  /// A stated range as so many colours, mixed where their number differs.
  private func colors(_ spec: ScaleSpec, _ count: Int) -> [Color]? {
    guard let stops = stops(spec) else { return nil }
    if stops.count == count { return stops.map(\.color) }
    let ramp = ColorScheme(stops: stops)
    return (0..<count).map { ramp.color(count == 1 ? 0.5 : Double($0) / Double(count - 1)).color }
  }

  private func stops(_ spec: ScaleSpec) -> [Theme.RGB]? {
    guard case .values(let values)? = spec.range else { return nil }
    let colors = values.compactMap { ColorNames.color($0.description) }.map { Theme.light.rgb($0) }
    return colors.count > 1 ? colors : nil
  }

  /// With a stated middle both sides change colour equally fast; the shorter side does not reach the end of the scheme.
  private func centered(_ scale: ResolvedScale, _ spec: ScaleSpec) -> ClosedRange<Double>? {
    guard let middle = spec.domainMid, let continuous = scale.continuous, !continuous.transform.isLog else { return nil }
    let (low, high) = (continuous.extent.lowerBound, continuous.extent.upperBound)
    let reach = max(abs(high - middle), abs(middle - low))
    guard reach > 0 else { return nil }
    return max(0, 0.5 - 0.5 * (middle - low) / reach)...min(1, 0.5 + 0.5 * (high - middle) / reach)
  }

  private func setShapes(_ scale: inout ResolvedScale, _ spec: ScaleSpec) {
    scale.shapes = ChartStyle.shapes
    if case .values(let values)? = spec.range {
      let shapes = values.compactMap { PointShape(vegaName: $0.description) }
      if !shapes.isEmpty { scale.shapes = shapes }
    }
  }

  private func setDashes(_ scale: inout ResolvedScale, _ spec: ScaleSpec) {
    scale.dashes = ChartStyle.dashes
    if case .values(let values)? = spec.range {
      scale.dashes = values.map { $0.description.split(separator: " ").compactMap { Double($0) } }.map { $0 == [1, 0] ? [] : $0 }
    }
  }
}
