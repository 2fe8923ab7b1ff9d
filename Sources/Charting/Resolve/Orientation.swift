/// Whether a mark runs along x or along y: the rule of Vega-Lite.
enum Orientation {
  static func of(_ mark: MarkSpec, _ encoding: ResolvedEncoding) -> MarkSpec.Orientation {
    if let given = mark.orientation { return given }
    let (x, y) = (encoding[.x]?.first, encoding[.y]?.first)
    let (x2, y2) = (encoding[.x2]?.first, encoding[.y2]?.first)
    if mark.type == .bar {
      if let x, x.isBinned || (y?.aggregate != nil && x.aggregate == nil && y != nil) { return .vertical }
      if let y, y.isBinned || (x?.aggregate != nil && y.aggregate == nil) { return .horizontal }
    }
    if [.bar, .rule, .area, .errorbar, .errorband].contains(mark.type) {
      if y2 != nil && x2 == nil { return .vertical }
      if x2 != nil && y2 == nil { return .horizontal }
      if mark.type == .rule {
        if x != nil && y == nil { return .vertical }
        if y != nil && x == nil { return .horizontal }
      }
    }
    let isTick = mark.type == .tick
    switch (x?.isMeasure ?? false, y?.isMeasure ?? false) {
    case (true, false): return isTick ? .vertical : .horizontal
    case (false, true): return isTick ? .horizontal : .vertical
    case (true, true): return x?.aggregate != nil && y?.aggregate == nil ? (isTick ? .vertical : .horizontal) : (isTick ? .horizontal : .vertical)
    case (false, false): return .vertical
    }
  }
}
