import Tables

/// Works out what a layer draws: one function a primitive.
struct GeometryBuilder {
  private(set) var positioner: Positioner
  private var layer: LayerData { positioner.layer }
  /// At the size that the specification states: lengths in points are Vega-Lite's rather than ours.
  var isNominal = false {
    didSet { positioner.isNominal = isNominal }
  }

  init(_ layer: LayerData, scales: [Int: ResolvedScale], width: Double, height: Double) {
    positioner = Positioner(layer: layer, scales: scales, width: width, height: height)
  }

  func geometry() -> MarkGeometry {
    let isReference = layer.mark.type == .function || layer.mark.type == .slope && !layer.ownsRows
    // At its stated size a tick is a rectangle of its thickness, as in Vega.
    let isThick = isNominal && layer.mark.type == .tick
    return MarkGeometry(primitive: isThick ? .rect : layer.primitive, layer: layer.index, series: isReference ? [] : series())
  }

  private func series() -> [MarkGeometry.Series] {
    guard layer.frame.rowCount > 0 else { return [] }
    let built: [MarkGeometry.Series]
    switch layer.primitive {
    case .line: built = paths(isArea: false)
    case .area: built = paths(isArea: true)
    case .rect, .image: built = rectangles()
    case .rule: built = layer.mark.type == .tick ? ticks() : rules()
    case .point, .text, .contour: built = points()
    }
    return inDomainOrder(built.filter { !$0.rows.isEmpty })
  }

  // MARK: Series

  private func keyed(_ rows: [Int]) -> [(channel: Channel, value: Value)] {
    guard let first = rows.first else { return [] }
    return layer.seriesFields.map { ($0.channel, layer.frame.column($0.column)[first]) }
  }

  /// Series in the order of the colour scale, so that drawing does not depend on the order of rows.
  private func inDomainOrder(_ series: [MarkGeometry.Series]) -> [MarkGeometry.Series] {
    guard series.count > 1 else { return series }
    let ranks = series.map { one in
      one.key.map { key -> Int in
        if case .discrete(let scale)? = positioner.scale(key.channel)?.mapping { return scale.index(of: key.value) ?? Int.max }
        return 0
      }
    }
    return series.indices.sorted { a, b in ranks[a] == ranks[b] ? a < b : ranks[a].lexicographicallyPrecedes(ranks[b]) }.map { series[$0] }
  }

  private func constant(_ value: Double) -> [Double] { [Double](repeating: value, count: layer.frame.rowCount) }

  // MARK: Lines and areas

  private func paths(isArea: Bool) -> [MarkGeometry.Series] {
    let isVertical = layer.orientation == .vertical
    let x = positioner.places(.x) ?? constant(0.5)
    let y = positioner.places(.y) ?? constant(0.5)
    var (x2, y2): ([Double]?, [Double]?)
    if isArea {
      if isVertical {
        y2 = positioner.places(.y2) ?? constant(positioner.baseline(.y))
      } else {
        x2 = positioner.places(.x2) ?? constant(positioner.baseline(.x))
      }
    }
    return layer.series.map { rows in
      let sorted = pathOrder(rows, isVertical ? x : y)
      return MarkGeometry.Series(
        key: keyed(rows), rows: sorted, x: sorted.map { x[$0] }, y: sorted.map { y[$0] }, x2: x2.map { all in sorted.map { all[$0] } },
        y2: y2.map { all in sorted.map { all[$0] } })
    }
  }

  /// By the `order` channel, else along the independent axis.
  private func pathOrder(_ rows: [Int], _ along: [Double]) -> [Int] {
    if layer.mark.type == .trajectory, layer.channel(.order) == nil { return rows }
    if let order = layer.channel(.order) {
      guard let column = order.column else { return rows }
      return RowOrder(layer.frame, by: [(column, order.definition.sort == .descending)]).sorted(rows)
    }
    var isSorted = true
    var previous = -Double.infinity
    for row in rows where !along[row].isNaN {
      if along[row] < previous { isSorted = false; break }
      previous = along[row]
    }
    if isSorted { return rows }
    return rows.filter { !along[$0].isNaN }.enumerated().sorted { a, b in
      along[a.element] == along[b.element] ? a.offset < b.offset : along[a.element] < along[b.element]
    }.map(\.element)
  }

  // MARK: Rectangles

  private func rectangles() -> [MarkGeometry.Series] {
    let (xs, ys) = (positioner.spans(.x), positioner.spans(.y))
    return layer.series.map { rows in
      let shown = rows.filter { xs[$0].0.isFinite && xs[$0].1.isFinite && ys[$0].0.isFinite && ys[$0].1.isFinite }
      return MarkGeometry.Series(
        key: keyed(rows), rows: shown, x: shown.map { min(xs[$0].0, xs[$0].1) }, y: shown.map { min(ys[$0].0, ys[$0].1) },
        x2: shown.map { max(xs[$0].0, xs[$0].1) }, y2: shown.map { max(ys[$0].0, ys[$0].1) })
    }
  }

  // MARK: Rules

  private func rules() -> [MarkGeometry.Series] {
    var (x, y) = (positioner.places(.x), positioner.places(.y))
    var (x2, y2) = (positioner.places(.x2), positioner.places(.y2))
    // A rule runs across the plot only in its own direction.
    if x == nil { (x, x2) = layer.orientation == .vertical ? (constant(0.5), x2) : (constant(0), x2 ?? constant(1)) }
    if y == nil { (y, y2) = layer.orientation == .horizontal ? (constant(0.5), y2) : (constant(0), y2 ?? constant(1)) }
    if x2 == nil && y2 == nil {
      // A rule at a place spans the plot across its own direction.
      if layer.orientation == .vertical { y2 = constant(positioner.baseline(.y)) } else { x2 = constant(positioner.baseline(.x)) }
    }
    let (x1, y1) = (x ?? [], y ?? [])
    let (xEnd, yEnd) = (x2 ?? x1, y2 ?? y1)
    return layer.series.map { rows in
      let shown = rows.filter { x1[$0].isFinite && y1[$0].isFinite && xEnd[$0].isFinite && yEnd[$0].isFinite }
      return MarkGeometry.Series(
        key: keyed(rows), rows: shown, x: shown.map { x1[$0] }, y: shown.map { y1[$0] }, x2: shown.map { xEnd[$0] }, y2: shown.map { yEnd[$0] })
    }
  }

  /// Short lines across the measure; as wide as the band where there is one.
  private func ticks() -> [MarkGeometry.Series] {
    let isVertical = layer.orientation == .vertical
    let across: Channel = isVertical ? .y : .x
    let x = positioner.places(.x) ?? constant(0.5)
    let y = positioner.places(.y) ?? constant(0.5)
    let length = across == .x ? positioner.width : positioner.height
    var halves = constant(tickLength(across, length) / 2 / length)
    if let resolved = layer.channel(across), let scale = positioner.scale(across)?.discrete, scale.kind == .band {
      halves = positioner.bands(across, scale, resolved).map { band in
        if layer.mark.isMedian { return positioner.boxWidth(band.width, length) / 2 }
        if let share = layer.mark.bandSize, share <= 1 { return band.width * share / 2 }
        return (layer.channel(.size)?.visual?.number ?? layer.mark.bandSize ?? layer.mark.size).map { $0 / 2 / length } ?? band.width / 2
      }
    }
    // The box of a box plot that stands alone fills the plot, and its median the box.
    if !isNominal, layer.mark.isMedian, layer.channel(across) == nil { halves = constant(0.5) }
    let thickness = isNominal ? (layer.mark.isMedian ? 1 : layer.mark.thickness ?? layer.configuration.tickThickness) / 2 : 0
    if isNominal {
      let (dx, dy) = (isVertical ? thickness / positioner.width : 0, isVertical ? 0 : thickness / positioner.height)
      return layer.series.map { rows in
        let shown = rows.filter { x[$0].isFinite && y[$0].isFinite }
        return MarkGeometry.Series(
          key: keyed(rows), rows: shown, x: shown.map { x[$0] - (isVertical ? dx : halves[$0]) }, y: shown.map { y[$0] - (isVertical ? halves[$0] : dy) },
          x2: shown.map { x[$0] + (isVertical ? dx : halves[$0]) }, y2: shown.map { y[$0] + (isVertical ? halves[$0] : dy) })
      }
    }
    return layer.series.map { rows in
      let shown = rows.filter { x[$0].isFinite && y[$0].isFinite }
      return MarkGeometry.Series(
        key: keyed(rows), rows: shown, x: shown.map { isVertical ? x[$0] : x[$0] - halves[$0] }, y: shown.map { isVertical ? y[$0] - halves[$0] : y[$0] },
        x2: shown.map { isVertical ? x[$0] : x[$0] + halves[$0] }, y2: shown.map { isVertical ? y[$0] + halves[$0] : y[$0] })
    }
  }

  /// Of a tick without a band to fill, in points.
  private func tickLength(_ across: Channel, _ length: Double) -> Double {
    if let size = layer.mark.bandSize ?? layer.mark.size { return size }
    guard isNominal else { return 12 }
    if layer.mark.isMedian { return layer.configuration.boxSize ?? 14 }
    return layer.channel(across) == nil ? 0.75 * length : 0.75 * layer.configuration.step
  }

  // MARK: Points and texts

  private func points() -> [MarkGeometry.Series] {
    let x = positioner.places(.x) ?? constant(0.5)
    let y = positioner.places(.y) ?? constant(0.5)
    let sizes = layer.channel(.size).flatMap { $0.column == nil ? nil : VisualValues(positioner).outputs(.size) }
    let texts = layer.primitive == .text ? TextLabels(layer) : nil
    return layer.series.map { rows in
      let shown = rows.filter { x[$0].isFinite && y[$0].isFinite && (sizes?[$0].isFinite ?? true) }
      return MarkGeometry.Series(
        key: keyed(rows), rows: shown, x: shown.map { x[$0] }, y: shown.map { y[$0] }, texts: texts,
        sizes: sizes.map { all in shown.map { all[$0] } })
    }
  }
}
