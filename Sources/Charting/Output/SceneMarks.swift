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
      if layer.primitive == .contour { geometry.series = ContourLines(layer, geometry)?.series ?? [] }
      if layer.multiplicity > 1 { geometry.series = geometry.series.map { $0.repeated(layer.multiplicity) } }
      if !geometry.series.allSatisfy({ $0.x.isEmpty }) { result.append(geometry) }
    }
    return result
  }
}

extension MarkGeometry.Series {
  /// With every item so many times over.
  fileprivate func repeated(_ count: Int) -> MarkGeometry.Series {
    func times<T>(_ values: [T]) -> [T] { values.flatMap { [T](repeating: $0, count: count) } }
    return MarkGeometry.Series(
      key: key, rows: times(rows), x: times(x), y: times(y), x2: x2.map(times), y2: y2.map(times), texts: texts, sizes: sizes.map(times))
  }
}
