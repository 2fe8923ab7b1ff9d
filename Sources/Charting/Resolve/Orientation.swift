/// Whether a mark runs along x or along y: the rule of Vega-Lite.
enum Orientation {
  static func of(_ mark: MarkSpec, _ encoding: ResolvedEncoding) -> MarkSpec.Orientation {
    let (x, y) = (encoding[.x]?.first, encoding[.y]?.first)
    let (x2, y2) = (encoding[.x2]?.first, encoding[.y2]?.first)
    let (isXBinned, isYBinned) = (x?.definition.bin?.isBinned ?? false, y?.definition.bin?.isBinned ?? false)
    if mark.type == .bar {
      if x?.column != nil, isXBinned || (y?.aggregate != nil && x?.aggregate == nil) { return mark.orientation ?? .vertical }
      if y?.column != nil, isYBinned || (x?.aggregate != nil && y?.aggregate == nil) { return mark.orientation ?? .horizontal }
    }
    if let given = mark.orientation { return given }
    // Bars at instants, with nothing along the other axis, stand across the plot.
    if mark.type == .bar, x?.isTemporal ?? false, y == nil, x2 == nil { return .vertical }
    if mark.type == .bar, y?.isTemporal ?? false, x == nil, y2 == nil { return .horizontal }
    if [.bar, .rule, .area, .errorbar, .errorband].contains(mark.type) {
      if y2 != nil { return isYBinned ? .horizontal : .vertical }
      if x2 != nil { return isXBinned ? .vertical : .horizontal }
      if mark.type == .rule {
        if x != nil && y == nil { return .vertical }
        if y != nil && x == nil { return .horizontal }
      }
    }
    let isTick = mark.type == .tick
    let (along, across): (MarkSpec.Orientation, MarkSpec.Orientation) = isTick ? (.horizontal, .vertical) : (.vertical, .horizontal)
    switch (x?.isContinuous ?? false, y?.isContinuous ?? false) {
    case (true, false): return across
    case (false, true): return along
    case (true, true):
      // Time without units is a measure, but serves better as the independent axis.
      if let x, let y, x.isTemporal != y.isTemporal { return x.isTemporal ? along : across }
      return x?.aggregate != nil && y?.aggregate == nil ? across : along
    case (false, false): return .vertical
    }
  }
}
