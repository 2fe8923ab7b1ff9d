import Tables

/// What the layers of a panel come to at the size that its specification states.
struct SceneMarks {
  let panel: PanelData
  let scales: [Int: ResolvedScale]
  let size: NominalSize

  func marks() -> [MarkGeometry] {
    let plain = panel.layers.map { layer in
      var builder = GeometryBuilder(layer, scales: scales, width: size.width, height: size.height)
      builder.isNominal = true
      return builder.geometry()
    }
    var result: [MarkGeometry] = []
    for (layer, geometry) in zip(panel.layers, plain) {
      var geometry = geometry
      if layer.mark.type == .slope || layer.mark.type == .function {
        geometry.series = ReferenceCurves(panel: panel, scales: scales, geometries: plain).series(layer)
      }
      if !geometry.series.allSatisfy({ $0.x.isEmpty }) { result.append(geometry) }
    }
    return result
  }
}
