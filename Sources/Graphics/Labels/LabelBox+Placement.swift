extension LabelBox {
  /// The items that paint the label with its reference point at `point`, turned clockwise by `rotation` degrees about it.
  package func items(
    at point: Point, anchor: Anchor = .start, baseline: Baseline = .alphabetic, rotation: Double = 0, paint: Paint
  ) -> [DisplayItem] {
    let turn = Rotation(degrees: rotation)
    let shift = firstBaseline(baseline)
    var items: [DisplayItem] = []
    for line in lines {
      let start = lineStart(line, anchor)
      for fragment in line.fragments {
        let origin = turn.apply(Point(start + fragment.x, shift + line.offset + fragment.y), about: point)
        switch fragment.content {
        case .text(let string, let style, let width):
          items.append(.text(TextItem(string, style: style, paint: paint, origin: origin, rotation: rotation, width: width)))
        case .formula(let tex, let box, let style):
          items += FormulaItems(tex: tex, style: style, origin: origin, turn: turn, paint: paint).items(of: box)
        }
      }
    }
    return items
  }

  /// The smallest upright rectangle around the label when it is placed so.
  package func bounds(
    at point: Point, anchor: Anchor = .start, baseline: Baseline = .alphabetic, rotation: Double = 0
  ) -> Rect {
    let turn = Rotation(degrees: rotation)
    let shift = firstBaseline(baseline)
    let left = width * (anchor == .start ? 0 : anchor == .middle ? -0.5 : -1)
    let corners = [(left, -ascent), (left + width, -ascent), (left, descent), (left + width, descent)].map {
      turn.apply(Point($0.0, $0.1 + shift), about: point)
    }
    let xs = corners.map(\.x)
    let ys = corners.map(\.y)
    let (x, y) = (xs.min() ?? point.x, ys.min() ?? point.y)
    return Rect(x: x, y: y, width: (xs.max() ?? x) - x, height: (ys.max() ?? y) - y)
  }

  /// From the reference point down to the first line's baseline.
  private func firstBaseline(_ baseline: Baseline) -> Double {
    switch baseline {
    case .alphabetic: 0
    case .top: ascent
    case .bottom: -descent
    case .middle: (capHeight - (lines.last?.offset ?? 0)) / 2
    }
  }

  private func lineStart(_ line: Line, _ anchor: Anchor) -> Double {
    switch anchor {
    case .start: 0
    case .middle: -line.width / 2
    case .end: -line.width
    }
  }
}
