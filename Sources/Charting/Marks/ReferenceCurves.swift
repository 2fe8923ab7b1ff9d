import NumericalCore
import Tables

/// Reference lines of known slope and curves of expressions, as shares of the plot.
struct ReferenceCurves {
  let panel: PanelData
  let scales: [Int: ResolvedScale]
  /// Of all layers of the panel, for slopes that go through a series.
  let geometries: [MarkGeometry]

  static let sampleCount = 200

  /// The one polyline of a `slope` or `function` layer, or the corners of a slope's triangle; empty if an axis is not of numbers.
  func series(_ layer: LayerData) -> [MarkGeometry.Series] {
    guard let (x, y) = axes(layer) else { return [] }
    let points: [(x: Double, y: Double)]
    if layer.mark.type == .function {
      points = function(layer, x, y)
    } else {
      points = slope(layer, x, y)
    }
    return points.isEmpty ? [] : [MarkGeometry.Series(key: [], rows: Array(points.indices), x: points.map(\.x), y: points.map(\.y))]
  }

  private func axes(_ layer: LayerData) -> (ContinuousScale, ContinuousScale)? {
    guard let x = layer.scaleIDs[.x].flatMap({ scales[$0] })?.continuous, let y = layer.scaleIDs[.y].flatMap({ scales[$0] })?.continuous else { return nil }
    return (x, y)
  }

  private func function(_ layer: LayerData, _ x: ContinuousScale, _ y: ContinuousScale) -> [(x: Double, y: Double)] {
    let shares = (0..<Self.sampleCount).map { Double($0) / Double(Self.sampleCount - 1) }
    let places = shares.map(x.value(at:))
    guard let values = Self.values(layer.mark, at: places) else { return [] }
    return zip(shares, values).map { ($0, 1 - y.position($1)) }
  }

  /// The expression of a function mark at some x.
  static func values(_ mark: MarkSpec, at places: [Double]) -> [Double]? {
    guard let source = mark.expression, let node = try? ExpressionParser.parse(source.text, variables: Set(source.parameters.keys).union(["x"])) else { return nil }
    var variables = source.parameters.mapValues { ExpressionVector($0) }
    variables["x"] = .numbers(places)
    let evaluator = ExpressionEvaluator(DataFrame([], rowCount: places.count), variables: variables, count: places.count)
    guard let values = try? evaluator.evaluate(node) else { return nil }
    return places.indices.map(values.number)
  }

  private func slope(_ layer: LayerData, _ x: ContinuousScale, _ y: ContinuousScale) -> [(x: Double, y: Double)] {
    guard let slope = layer.mark.slope, let line = SlopeLine(slope, x: x, y: y, anchor: anchor(layer, slope)) else { return [] }
    if slope.isTriangle { return line.corners(inset: 0.02) ?? [] }
    return line.points(count: Self.sampleCount)
  }

  /// The place of a series that a slope goes through, as shares of the plot; nil without such a series.
  func anchor(_ owner: LayerData, _ slope: MarkSpec.Slope) -> (x: Double, y: Double)? {
    if owner.ownsRows {
      guard let own = geometries.first(where: { $0.layer == owner.index })?.series.first else { return nil }
      let shown = own.x.indices.filter { own.x[$0].isFinite && own.y[$0].isFinite }.sorted { own.x[$0] < own.x[$1] }
      return (slope.anchor == .first ? shown.first : shown.last).map { (own.x[$0], own.y[$0]) }
    }
    for (layer, geometry) in zip(panel.layers, geometries)
    where (layer.primitive == .line || layer.primitive == .point) && layer.mark.type != .slope && layer.mark.type != .function {
      // Another pair of scales has other places.
      guard layer.scaleIDs[.x] == owner.scaleIDs[.x], layer.scaleIDs[.y] == owner.scaleIDs[.y] else { continue }
      for series in geometry.series {
        if let wanted = slope.series, !series.key.contains(where: { TransformRunner.isSame($0.value, wanted) }) { continue }
        let shown = series.x.indices.filter { series.x[$0].isFinite && series.y[$0].isFinite }.sorted { series.x[$0] < series.x[$1] }
        if let index = slope.anchor == .first ? shown.first : shown.last { return (series.x[index], series.y[index]) }
      }
    }
    return nil
  }
}
