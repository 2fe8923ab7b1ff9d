import Graphics
import Typography

/// Draws the axes of a panel.
struct AxisPainter {
  let plot: Rect

  func grid(_ axes: PanelAxes, into canvas: inout Canvas) {
    if let x = axes.x, x.hasGrid {
      for tick in x.ticks where tick.place > 0.001 {
        canvas.line(Point(plot.x + tick.place * plot.width, plot.y), Point(plot.x + tick.place * plot.width, plot.maxY), ChartStyle.gridStroke)
      }
    }
    if let y = axes.y, y.hasGrid {
      for tick in y.ticks where tick.place < 0.999 {
        canvas.line(Point(plot.x, plot.y + tick.place * plot.height), Point(plot.maxX, plot.y + tick.place * plot.height), ChartStyle.gridStroke)
      }
    }
    // Below the marks: over a box plot the line could be taken for a median.
    if let zero = axes.y?.zero { canvas.line(Point(plot.x, plot.y + zero * plot.height), Point(plot.maxX, plot.y + zero * plot.height), ChartStyle.zeroStroke) }
    if let zero = axes.x?.zero { canvas.line(Point(plot.x + zero * plot.width, plot.y), Point(plot.x + zero * plot.width, plot.maxY), ChartStyle.zeroStroke) }
  }

  func axes(_ axes: PanelAxes, showsX: Bool, showsY: Bool, rightTitle: ChartLabel?, into canvas: inout Canvas) {
    canvas.group(name: "axes") { group in
      if let x = axes.x, !x.isHidden { bottom(x, showsLabels: showsX && x.showsLabels, &group) }
      if let y = axes.y, !y.isHidden { side(y, x: plot.x, direction: -1, showsLabels: showsY && y.showsLabels, &group) }
      if let top = axes.top { above(top, &group) }
      if let right = axes.right, !right.isHidden {
        side(right, x: plot.maxX, direction: 1, showsLabels: right.showsLabels, &group)
        if let rightTitle {
          group.text(
            rightTitle, at: Point(plot.maxX + right.extent + 4, plot.y + plot.height / 2), anchor: .middle, baseline: .bottom, rotation: 90,
            paint: ChartStyle.ink)
        }
      }
    }
  }

  private func bottom(_ axis: AxisModel, showsLabels: Bool, _ canvas: inout Canvas) {
    if axis.spec.domain != false { canvas.line(Point(plot.x - 0.3, plot.maxY), Point(plot.maxX + 0.3, plot.maxY), ChartStyle.axisStroke) }
    guard axis.spec.ticks != false else { return labels(axis, showsLabels, &canvas) }
    for place in axis.minor {
      let x = plot.x + place * plot.width
      canvas.line(Point(x, plot.maxY), Point(x, plot.maxY + ChartStyle.minorTickLength), ChartStyle.axisStroke)
    }
    if !axis.isDiscrete {
      for tick in axis.ticks {
        let x = plot.x + tick.place * plot.width
        canvas.line(Point(x, plot.maxY), Point(x, plot.maxY + ChartStyle.tickLength), ChartStyle.axisStroke)
      }
    }
    labels(axis, showsLabels, &canvas)
  }

  /// An axis along the upper edge, its title over the middle.
  private func above(_ axis: AxisModel, _ canvas: inout Canvas) {
    if axis.spec.domain != false { canvas.line(Point(plot.x - 0.3, plot.y), Point(plot.maxX + 0.3, plot.y), ChartStyle.axisStroke) }
    let ticks = axis.minor.map { ($0, ChartStyle.minorTickLength) } + (axis.isDiscrete ? [] : axis.ticks.map { ($0.place, ChartStyle.tickLength) })
    for (place, length) in axis.spec.ticks == false ? [] : ticks {
      let x = plot.x + place * plot.width
      canvas.line(Point(x, plot.y), Point(x, plot.y - length), ChartStyle.axisStroke)
    }
    for tick in axis.ticks {
      guard axis.showsLabels, let label = tick.label else { continue }
      let place = Point(plot.x + tick.place * plot.width, plot.y - ChartStyle.tickLength - ChartStyle.tickLabelGap)
      canvas.text(label, at: place, anchor: .middle, baseline: .bottom, paint: ChartStyle.muted)
    }
    guard !axis.title.isEmpty else { return }
    let title = canvas.label(axis.title, ChartStyle.axisTitle, wrappedTo: plot.width)
    canvas.text(
      title, at: Point(max(plot.x + plot.width / 2, title.width / 2), plot.y - axis.extent - 3), anchor: .middle, baseline: .bottom, paint: ChartStyle.ink)
  }

  private func labels(_ axis: AxisModel, _ shows: Bool, _ canvas: inout Canvas) {
    guard shows else { return }
    let y = plot.maxY + ChartStyle.tickLength + ChartStyle.tickLabelGap
    for tick in axis.ticks {
      guard let label = tick.label else { continue }
      let (point, anchor, baseline) = AxisModel.placement(of: label, at: plot.x + tick.place * plot.width, axis.angle)
      canvas.text(label, at: Point(point.x, y + point.y), anchor: anchor, baseline: baseline, rotation: axis.angle, paint: ChartStyle.muted)
    }
  }

  /// - Parameter direction: −1 for ticks to the left, 1 for ticks to the right.
  private func side(_ axis: AxisModel, x: Double, direction: Double, showsLabels: Bool, _ canvas: inout Canvas) {
    if axis.spec.domain != false { canvas.line(Point(x, plot.y - 0.3), Point(x, plot.maxY + 0.3), ChartStyle.axisStroke) }
    for place in axis.minor where axis.spec.ticks != false {
      let y = plot.y + place * plot.height
      canvas.line(Point(x, y), Point(x + direction * ChartStyle.minorTickLength, y), ChartStyle.axisStroke)
    }
    for tick in axis.ticks {
      let y = plot.y + tick.place * plot.height
      if !axis.isDiscrete && axis.spec.ticks != false { canvas.line(Point(x, y), Point(x + direction * ChartStyle.tickLength, y), ChartStyle.axisStroke) }
      guard showsLabels, let label = tick.label else { continue }
      canvas.text(
        label, at: Point(x + direction * (ChartStyle.tickLength + ChartStyle.tickLabelGap), y), anchor: direction < 0 ? .end : .start, baseline: .middle,
        paint: ChartStyle.muted)
    }
  }
}
