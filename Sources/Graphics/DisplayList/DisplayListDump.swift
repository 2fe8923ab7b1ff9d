import Typography

/// A display list as indented text, rounded to hundredths of a point: the form in which tests keep drawings.
package enum DisplayListDump {
  package static func text(_ list: DisplayList) -> String {
    var lines = ["drawing \(number(list.width)) × \(number(list.height))"]
    if !list.title.isEmpty { lines.append("  title: \(list.title)") }
    if !list.description.isEmpty { lines.append("  description: \(list.description)") }
    for item in list.items { append(item, indent: "  ", to: &lines) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func append(_ item: DisplayItem, indent: String, to lines: inout [String]) {
    switch item {
    case .shape(let item): lines.append(indent + describe(item.shape) + look(item))
    case .text(let item):
      lines.append(
        "\(indent)text \"\(item.string)\" \(item.style.role.rawValue) \(number(item.style.size)) at \(point(item.origin))"
          + " width \(number(item.width))" + turn(item.rotation) + " \(paint(item.paint))")
    case .glyphs(let item):
      lines.append(
        "\(indent)glyphs \"\(item.label)\" \(item.role.rawValue) at \(point(item.origin))\(turn(item.rotation)) \(paint(item.paint)):"
          + item.glyphs.map { " \($0.text)@\(point($0.offset))/\(number($0.size))" }.joined())
    case .image(let item):
      lines.append("\(indent)image \(item.pixelWidth) × \(item.pixelHeight) in \(rect(item.frame))\(item.isSmooth ? " smooth" : "")")
    case .group(let item):
      var line = indent + "group"
      if let name = item.name { line += " \(name)" }
      if let key = item.key { line += " \"\(key)\"" }
      if item.translation != Point(0, 0) { line += " moved \(point(item.translation))" }
      if let clip = item.clip { line += " clipped \(rect(clip))" }
      if item.opacity != 1 { line += " opacity \(number(item.opacity))" }
      lines.append(line)
      for inner in item.items { append(inner, indent: indent + "  ", to: &lines) }
    }
  }

  private static func describe(_ shape: Shape) -> String {
    switch shape {
    case .polyline(let points): "polyline" + points.map { " " + point($0) }.joined()
    case .polygon(let points): "polygon" + points.map { " " + point($0) }.joined()
    case .rect(let frame, let radius): "rect \(rect(frame))" + (radius > 0 ? " radius \(number(radius))" : "")
    case .circle(let center, let radius): "circle \(point(center)) radius \(number(radius))"
    case .path(let commands):
      "path"
        + commands.map { command in
          switch command {
          case .move(let a): " M" + point(a)
          case .line(let a): " L" + point(a)
          case .curve(let a, let b, let c): " C" + point(a) + point(b) + point(c)
          case .close: " Z"
          }
        }.joined()
    }
  }

  private static func look(_ item: ShapeItem) -> String {
    var text = ""
    if let fill = item.fill { text += " fill \(paint(fill))" }
    if let stroke = item.stroke {
      text += " stroke \(paint(stroke.paint)) \(number(stroke.width))"
      if !stroke.dash.isEmpty { text += " dash " + stroke.dash.map(number).joined(separator: "-") }
      if stroke.cap != .round { text += " \(stroke.cap)" }
      if stroke.join != .round { text += " \(stroke.join)" }
    }
    return text
  }

  private static func paint(_ paint: Paint) -> String {
    let name =
      switch paint.color {
      case .role(let role): role.rawValue
      case .series(let index): "series\(index)"
      case .seriesText(let index): "seriesText\(index)"
      case .rgb(let red, let green, let blue): Theme.RGB(red, green, blue).hex
      }
    return paint.opacity == 1 ? name : "\(name)@\(number(paint.opacity))"
  }

  private static func turn(_ degrees: Double) -> String { degrees == 0 ? "" : " turned \(number(degrees))°" }

  private static func point(_ point: Point) -> String { "(\(number(point.x)),\(number(point.y)))" }

  private static func rect(_ rect: Rect) -> String {
    "(\(number(rect.x)),\(number(rect.y)) \(number(rect.width))×\(number(rect.height)))"
  }

  private static func number(_ value: Double) -> String {
    guard value.isFinite else { return "\(value)" }
    guard abs(value) < Shape.farthest else { return "far" }
    var buffer = SVGBuffer()
    buffer.append(number: value)
    let text = buffer.string
    return text.hasPrefix("-.") ? "-0" + text.dropFirst() : text.hasPrefix(".") ? "0" + text : text
  }
}
