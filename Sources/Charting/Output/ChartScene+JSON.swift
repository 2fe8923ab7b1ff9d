import Tables

extension ChartScene {
  /// The scene as JSON: one view a panel, coordinates as shares of the view's width and height.
  package var json: String {
    var writer = SceneWriter()
    writer.write("{\"views\": [")
    for (index, view) in views.enumerated() {
      if index > 0 { writer.write(",\n") }
      write(view, &writer)
    }
    writer.write("]}\n")
    return writer.text
  }

  private func write(_ view: View, _ out: inout SceneWriter) {
    out.write("{\n  \"row\": \(view.row), \"column\": \(view.column), \"width\": ")
    out.number(view.width)
    out.write(", \"height\": ")
    out.number(view.height)
    out.write(",\n  \"scales\": ")
    out.list(view.scales) { scale, out in
      out.write("{\"channel\": \"\(scale.channel.rawValue)\", \"type\": \"\(scale.kind)\", \"domain\": ")
      out.list(scale.domain) { $1.value($0) }
      out.write("}")
    }
    out.write(",\n  \"legends\": ")
    out.list(view.legends) { legend, out in
      out.write("{\"channel\": \"\(legend.channel.rawValue)\", \"title\": ")
      out.string(legend.title)
      out.write(", \"entries\": ")
      out.list(legend.entries) { $1.value($0) }
      out.write("}")
    }
    out.write(",\n  \"headers\": ")
    out.list(view.headers) { $1.string($0) }
    out.write(",\n  \"marks\": [")
    var isFirst = true
    for mark in view.marks {
      for series in mark.series {
        if !isFirst { out.write(",") }
        isFirst = false
        out.write("\n    ")
        write(series, mark, &out)
      }
    }
    out.write("]\n}")
  }

  private func write(_ series: MarkGeometry.Series, _ mark: MarkGeometry, _ out: inout SceneWriter) {
    out.write("{\"type\": \"\(mark.primitive.rawValue)\", \"layer\": \(mark.layer), \"group\": {")
    for (index, key) in series.key.enumerated() {
      if index > 0 { out.write(", ") }
      out.write("\"\(key.channel.rawValue)\": ")
      out.value(key.value)
    }
    out.write("}, \"items\": ")
    out.list(Array(series.x.indices)) { index, out in
      out.write("{\"x\": ")
      out.number(series.x[index])
      out.write(", \"y\": ")
      out.number(series.y[index])
      if let x2 = series.x2 { out.write(", \"x2\": "); out.number(x2[index]) }
      if let y2 = series.y2 { out.write(", \"y2\": "); out.number(y2[index]) }
      if let sizes = series.sizes { out.write(", \"size\": "); out.number(sizes[index]) }
      if let texts = series.texts { out.write(", \"text\": "); out.string(texts[series.rows[index]]) }
      out.write("}")
    }
    out.write("}")
  }
}

/// Writes JSON piece by piece.
struct SceneWriter {
  private(set) var text = ""

  mutating func write(_ piece: String) { text += piece }

  /// Missing is null; noise beyond twelve digits is rounded off.
  mutating func number(_ value: Double) {
    guard value.isFinite else { return write("null") }
    let rounded = (value * 1e12).rounded() / 1e12
    let clean = abs(value) < 1e3 && rounded.isFinite ? rounded : value
    write(clean == clean.rounded() && abs(clean) < 1e15 ? String(Int(clean)) : "\(clean)")
  }

  mutating func value(_ value: Value) {
    switch value {
    case .null: write("null")
    case .integer(let number): write(String(number))
    case .real(let number): write(number.isFinite ? (number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : "\(number)") : "null")
    case .boolean(let flag): write(flag ? "true" : "false")
    case .text(let text): string(text)
    }
  }

  mutating func string(_ string: String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      default:
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }

  mutating func list<T>(_ items: [T], _ body: (T, inout SceneWriter) -> Void) {
    text += "["
    for (index, item) in items.enumerated() {
      if index > 0 { text += ", " }
      body(item, &self)
    }
    text += "]"
  }
}
