extension SVGBody {
  mutating func append(_ item: ShapeItem, look: SVGBuffer) {
    for shape in item.shape.paintable {
      switch shape {
      case .polyline(let points):
        var path = SVGPath()
        path.chain(PolylineSimplification.forPainting(points), isClosed: false)
        append(path, look: look)
      case .polygon(let points):
        var path = SVGPath()
        path.chain(PolylineSimplification.forPainting(points), isClosed: true)
        append(path, look: look)
      case .path(let commands):
        var path = SVGPath()
        path.append(commands)
        append(path, look: look)
      case .rect(let rect, let radius):
        content.append("<rect")
        append(rect, to: &content)
        if radius > 0 { content.append(attribute: "rx", min(radius, rect.width / 2, rect.height / 2)) }
        content.append(look)
        content.append("/>\n")
      case .circle(let center, let radius):
        content.append("<circle")
        content.append(attribute: "cx", center.x)
        content.append(attribute: "cy", center.y)
        content.append(attribute: "r", radius)
        content.append(look)
        content.append("/>\n")
      }
    }
  }

  mutating func append(_ path: SVGPath, look: SVGBuffer) {
    guard !path.buffer.bytes.isEmpty else { return }
    content.append("<path d=\"")
    content.append(path.buffer)
    content.append("\"")
    content.append(look)
    content.append("/>\n")
  }

  /// Fill and stroke as attributes; the root element says no fill, round caps and joins.
  func look(of item: ShapeItem) -> SVGBuffer {
    var look = SVGBuffer()
    if let fill = item.fill {
      // A dot is lightened as a line is; areas and cells keep to the ramp beside them.
      append(fill, "fill", "fill-opacity", isLine: item.shape.isDot, to: &look)
    }
    guard let stroke = item.stroke, stroke.width > 0, stroke.width.isFinite else { return look }
    append(stroke.paint, "stroke", "stroke-opacity", isLine: true, to: &look)
    if stroke.width != 1 { look.append(attribute: "stroke-width", stroke.width) }
    if stroke.dash.contains(where: { $0 > 0 }), stroke.dash.allSatisfy({ $0 >= 0 && $0.isFinite }) {
      look.append(" stroke-dasharray=\"")
      for (index, length) in stroke.dash.enumerated() {
        if index > 0 { look.append(" ") }
        look.append(number: length)
      }
      look.append("\"")
    }
    switch stroke.cap {
    case .round: break
    case .butt: look.append(" stroke-linecap=\"butt\"")
    case .square: look.append(" stroke-linecap=\"square\"")
    }
    switch stroke.join {
    case .round: break
    case .miter: look.append(" stroke-linejoin=\"miter\"")
    case .bevel: look.append(" stroke-linejoin=\"bevel\"")
    }
    return look
  }

  func append(_ paint: Paint, _ name: StaticString, _ opacity: StaticString, isLine: Bool = false, to buffer: inout SVGBuffer) {
    buffer.append(attribute: name, isLine ? lineValue(of: paint.color) : value(of: paint.color))
    if paint.opacity < 1 { buffer.append(attribute: opacity, max(0, paint.opacity)) }
  }

  /// As other colours, but a page may lighten lines and dots that its dark ground would swallow.
  private func lineValue(of color: Color) -> String {
    if case .variables(let theme) = options.colors, let variable = theme.rgb(color).darkVariable, case .rgb = color {
      return "var(\(variable),\(theme.rgb(color).shortHex))"
    }
    return value(of: color)
  }

  private func value(of color: Color) -> String {
    switch options.colors {
    case .resolved(let theme): theme.rgb(color).shortHex
    case .variables(let theme):
      theme.variable(for: color).map { "var(\($0),\(theme.rgb(color).shortHex))" } ?? theme.rgb(color).shortHex
    }
  }
}

extension Shape {
  /// Whether it is a circle, as the points of a scatter plot are.
  fileprivate var isDot: Bool { if case .circle = self { true } else { false } }
}
