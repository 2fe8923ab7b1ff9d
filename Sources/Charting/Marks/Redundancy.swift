import Tables

/// From four series on, dashes and shapes say again what colours say.
enum Redundancy {
  /// Whether a layer's discrete colours are repeated by dash or shape.
  static func applies(_ layer: LayerData, _ scales: [Int: ResolvedScale]) -> Bool {
    guard let color = layer.channel(.color), color.type == .nominal, color.column != nil else { return false }
    guard layer.channel(.strokeDash) == nil, layer.channel(.shape) == nil, layer.mark.strokeDash == nil, layer.mark.shape == nil else { return false }
    guard let scale = layer.scaleIDs[.color].flatMap({ scales[$0] })?.discrete else { return false }
    return scale.levels.count >= 4 && scale.levels.count <= 8
  }

  /// The place of a series in the colour scale, by which it takes its dash and shape.
  static func level(_ series: MarkGeometry.Series, _ layer: LayerData, _ scales: [Int: ResolvedScale]) -> Int {
    guard let value = series.key.first(where: { $0.channel == .color })?.value else { return 0 }
    return layer.scaleIDs[.color].flatMap { scales[$0] }?.discrete?.index(of: value) ?? 0
  }
}
