/// The marks that Vega-Lite does not have, and guides with every key that moves them, put together with awkward data.
struct HostileMarks {
  static let count = 200

  private static let name = "a rather long name of a method with many words in it"
  private static let title = "Excess risk $\\frac{1}{n}\\sum_{i=1}^n (f(x_i)-y_i)^2$ and very many other words beside it"

  /// Numbers `x`, `y`, `z` and names `c`, `k`.
  private static let tables: [(name: String, source: String, z: String)] = [
    ("grid", "{sequence: {start: 0, stop: 49, as: i}}", "sin(datum.i)"),
    ("one cell", "{values: [{i: 24}]}", "3"),
    ("constant", "{sequence: {start: 0, stop: 49, as: i}}", "5"),
    ("huge", "{sequence: {start: 0, stop: 49, as: i}}", "1e300 * (datum.i - 20)"),
    ("tiny", "{sequence: {start: 0, stop: 49, as: i}}", "1e-300 * datum.i"),
    ("holes", "{sequence: {start: 0, stop: 49, as: i}}", "datum.i % 3 == 0 ? null : datum.i"),
    ("infinite", "{sequence: {start: 0, stop: 49, as: i}}", "1 / (datum.i - 7)"),
    ("empty", "{sequence: {start: 0, stop: 0, as: i}}", "1"),
  ]
  private static let place = "x: {field: x, type: quantitative, title: '\(title)'}, y: {field: y, type: quantitative}"
  private static let marks: [(name: String, body: String)] = [
    ("contour", "mark: {type: contour, labels: true}\nencoding: {\(place), color: 'z:Q'}"),
    ("filled contour", "mark: {type: contour, filled: true, levels: {scale: log, count: 7}}\nencoding: {\(place), color: {field: z, type: quantitative, title: '\(title)'}}"),
    ("trajectory", "mark: {type: trajectory, every: 3}\nencoding: {x: 'z:Q', y: {field: y, type: quantitative, title: '\(title)'}, color: 'c:N'}"),
    ("slope", "layer: [{mark: point, encoding: {x: {field: x, type: quantitative, scale: {type: log}}, y: {field: z, type: quantitative, scale: {type: log}}}}, {mark: {type: slope, exponent: -2, shape: triangle}}, {mark: {type: slope, exponent: 1, label: '\(name)'}}]"),
    ("function", "layer: [{mark: point, encoding: {x: 'x:Q', y: 'z:Q'}}, {mark: {type: function, expr: '1 / (x - 3)'}}]"),
    ("pictures", "mark: {type: images, pixels: z, pixelX: x, pixelY: y}\nencoding: {x: {field: c, type: nominal, title: '\(title)'}, y: 'k:N', text: 'c:N'}"),
    ("graph", "mark: {type: graph, id: i, label: c, edges: {values: [{from: 24, to: 24}]}, layout: layered, directed: true}"),
    ("band", "mark: {type: line, band: iqr, point: true}\nencoding: {x: 'x:Q', y: {field: z, type: quantitative, title: '\(title)'}, strokeDash: 'c:N'}"),
    ("errorband", "mark: {type: errorband, borders: true}\nencoding: {x: 'x:Q', y: 'z:Q', color: 'c:N'}"),
    ("heat map", "mark: rect\nencoding: {x: 'x:O', y: 'y:O', color: {field: z, type: quantitative, title: '\(title)', legend: {tickCount: 9}}}"),
    ("turned labels", "mark: bar\nencoding: {x: {field: k, type: nominal, axis: {labelAngle: -90}}, y: {field: z, type: quantitative, axis: {tickCount: 30}}, color: {field: c, legend: {columns: 2, orient: top}}}"),
    ("upward labels", "title: {text: '\(name)', anchor: middle}\nmark: point\nencoding: {x: {field: z, type: quantitative, axis: {labelAngle: 60}}, y: 'y:Q', shape: {field: c, legend: {columns: 3}}}"),
    ("derived axes", "mark: point\nencoding: {x: {field: x, type: quantitative, axis: {also: {expr: 255 * x, title: other unit}}}, y: {field: z, type: quantitative, axis: {also: {expr: -y, title: other unit}}}}"),
  ]
  private static let shapes = ["", "width: half\n", "width: third\n", "facet", "side by side"]

  static func specification(_ index: Int) -> (name: String, yaml: String) {
    let (table, mark, shape) = (tables[index % tables.count], marks[(index / 2) % marks.count], shapes[(index + index / 13) % shapes.count])
    let head =
      "data: \(table.source)\ntransform: [{calculate: datum.i % 7, as: x}, {calculate: floor(datum.i / 7), as: y}, {calculate: '\(table.z)', as: z}, {calculate: \"'\(name) ' + datum.x % 4\", as: c}, {calculate: \"'category number ' + datum.x\", as: k}]\n"
    let body: String
    switch shape {
    case "facet": body = "facet: {field: c, type: nominal, columns: 2}\nspec:\n" + indented(mark.body)
    case "side by side": body = "title: {text: '\(title)', anchor: end}\nhconcat:\n- title: left\n" + indented(mark.body) + "\n- title: right\n" + indented(mark.body)
    default: body = shape + mark.body
    }
    return ("\(index): \(table.name), \(mark.name), \(shape)", head + body + "\n")
  }

  private static func indented(_ text: String) -> String { text.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n") }
}
