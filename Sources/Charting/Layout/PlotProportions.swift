import Graphics

/// Sizes of plots that the author leaves open.
struct PlotProportions {
  /// Of a plot with a line for each name: room for some eighty names to be read; more share it.
  private static let mostHeight = 1280.0

  let panel: PanelData
  let scales: [Int: ResolvedScale]
  let isFaceted: Bool

  private func scale(_ channel: Channel) -> ResolvedScale? {
    panel.layers.lazy.compactMap { $0.scaleIDs[channel].flatMap { scales[$0] } }.first
  }

  /// Cells of a heat map over two parameters, or points over the same range in x and y.
  private var isSquare: Bool {
    if let graph = panel.layers.first(where: { $0.writtenType == .graph })?.mark.graph { return graph.layout != .layered }
    if panel.layers.contains(where: { $0.primitive == .contour }) { return true }
    let isHeatMap = panel.layers.contains { $0.mark.type == .rect && $0.channel(.x) != nil && $0.channel(.y) != nil && ($0.channel(.color)?.isQuantitative ?? $0.channel(.fill)?.isQuantitative ?? false) }
    if isHeatMap && scale(.x)?.discrete == nil && scale(.y)?.discrete == nil { return true }
    guard panel.layers.contains(where: { $0.primitive == .point && !$0.isAuxiliary }), let x = scale(.x)?.continuous, let y = scale(.y)?.continuous else { return false }
    return x == y
  }

  /// The width of a plot, if something else than the room decides on it.
  func width(room: Double) -> Double {
    switch panel.width {
    case .points(let width): return width
    case .step(let step), .positionStep(let step): return scale(.x)?.discrete.map { step / $0.step } ?? room
    default: return isSquare && panel.height == nil ? min(room, 240) : room
    }
  }

  /// Cells as high as their pictures and words are; nil without pictures.
  private func pictures(width: Double) -> Double? {
    guard let layer = panel.layers.first(where: { $0.primitive == .image }) else { return nil }
    let aspect = layer.pictures.map { Double($0.height) / Double($0.width) }.max() ?? 1
    let cell = width * (scale(.x)?.discrete?.step ?? 1)
    let caption = layer.channel(.text) == nil ? 0 : PicturePainter.captionHeight
    return (aspect * (cell - PicturePainter.gap) + PicturePainter.gap + caption) / (scale(.y)?.discrete?.step ?? 1)
  }

  func height(width: Double) -> Double {
    switch panel.height {
    case .points(let height): return height
    case .step(let step), .positionStep(let step): if let discrete = scale(.y)?.discrete { return step / discrete.step }
    default: break
    }
    if isSquare { return width }
    if let height = pictures(width: width) { return height }
    if let y = scale(.y)?.discrete {
      if panel.layers.contains(where: { $0.mark.type == .rect }), let x = scale(.x)?.discrete {
        // Square cells as long as the figure stays a figure.
        return min(Self.mostHeight, max(14, min(width * x.step, 36)) / y.step)
      }
      return min(Self.mostHeight, max(16 / y.step, 32))
    }
    if scale(.y) == nil { return 48 }
    return isFaceted ? width / 1.25 : width / ChartStyle.goldenRatio
  }
}
