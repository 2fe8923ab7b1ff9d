import CCairo

extension CairoPainter {
  func paint(_ item: ShapeItem) {
    for shape in item.shape.paintable {
      trace(shape)
      if let fill = item.fill {
        setSource(fill)
        if item.stroke == nil { cairo_fill(context) } else { cairo_fill_preserve(context) }
      }
      if let stroke = item.stroke, stroke.width > 0, stroke.width.isFinite {
        set(stroke)
        cairo_stroke(context)
      }
      cairo_new_path(context)
    }
  }

  private func set(_ stroke: Stroke) {
    setSource(stroke.paint)
    cairo_set_line_width(context, stroke.width)
    let isDashed = stroke.dash.contains { $0 > 0 } && stroke.dash.allSatisfy { $0 >= 0 && $0.isFinite }
    cairo_set_dash(context, stroke.dash, isDashed ? Int32(stroke.dash.count) : 0, 0)
    cairo_set_line_cap(context, stroke.cap.cairo)
    cairo_set_line_join(context, stroke.join.cairo)
  }

  /// Makes the shape the current path.
  private func trace(_ shape: Shape) {
    cairo_new_path(context)
    cairo_set_antialias(context, CAIRO_ANTIALIAS_DEFAULT)
    switch shape {
    case .polyline(let points): trace(points)
    case .polygon(let points):
      trace(points)
      cairo_close_path(context)
    case .rect(let rect, let radius):
      if radius <= 0 { cairo_rectangle(context, rect.x, rect.y, rect.width, rect.height) } else { trace(rect, radius) }
    case .circle(let center, let radius):
      cairo_arc(context, center.x, center.y, radius, 0, 2 * .pi)
      cairo_close_path(context)
    case .path(let commands):
      for command in commands {
        switch command {
        case .move(let point): cairo_move_to(context, point.x, point.y)
        case .line(let point): cairo_line_to(context, point.x, point.y)
        case .curve(let a, let b, let point): cairo_curve_to(context, a.x, a.y, b.x, b.y, point.x, point.y)
        case .close: cairo_close_path(context)
        }
      }
    }
  }

  private func trace(_ points: [Point]) {
    let points = PolylineSimplification.forPainting(points)
    // A chain that stays dense is noise. Sixteenths of a point cannot be seen in it and make shorter numbers in a
    // PDF; coarser coverage cannot be seen in a picture of it and costs half the time.
    guard points.count > 500 else { return points.forEach { cairo_line_to(context, $0.x, $0.y) } }
    for point in points { cairo_line_to(context, (16 * point.x).rounded() / 16, (16 * point.y).rounded() / 16) }
    cairo_set_antialias(context, CAIRO_ANTIALIAS_FAST)
  }

  private func trace(_ rect: Rect, _ cornerRadius: Double) {
    let radius = min(cornerRadius, rect.width / 2, rect.height / 2)
    let quarter = Double.pi / 2
    cairo_arc(context, rect.maxX - radius, rect.y + radius, radius, -quarter, 0)
    cairo_arc(context, rect.maxX - radius, rect.maxY - radius, radius, 0, quarter)
    cairo_arc(context, rect.x + radius, rect.maxY - radius, radius, quarter, 2 * quarter)
    cairo_arc(context, rect.x + radius, rect.y + radius, radius, 2 * quarter, 3 * quarter)
    cairo_close_path(context)
  }
}

extension Stroke.Cap {
  fileprivate var cairo: cairo_line_cap_t {
    switch self {
    case .butt: CAIRO_LINE_CAP_BUTT
    case .round: CAIRO_LINE_CAP_ROUND
    case .square: CAIRO_LINE_CAP_SQUARE
    }
  }
}

extension Stroke.Join {
  fileprivate var cairo: cairo_line_join_t {
    switch self {
    case .miter: CAIRO_LINE_JOIN_MITER
    case .round: CAIRO_LINE_JOIN_ROUND
    case .bevel: CAIRO_LINE_JOIN_BEVEL
    }
  }
}
