/// Charts put together from awkward parts: every part meets every other one somewhere in the family.
struct HostileFamily {
  static let count = 480

  private static let longName = "a rather long name of a method with many words in it"
  private static let unbroken = "averagedstochasticgradientdescentwithmomentum"

  /// Rows with a number `x` and `y`, names `c` (few), `d` (few) and `k` (one a row).
  private static let tables: [(name: String, transform: String, source: String)] = [
    ("plain", "{calculate: datum.x * 3 + 1, as: y}", "{sequence: {start: 1, stop: 41, as: x}}"),
    ("one point", "{calculate: datum.x, as: y}", "{values: [{x: 3}]}"),
    ("constant", "{calculate: '5', as: y}", "{sequence: {start: 1, stop: 9, as: x}}"),
    ("empty", "{calculate: datum.x, as: y}", "{sequence: {start: 1, stop: 1, as: x}}"),
    ("huge", "{calculate: datum.x * 1e300, as: y}", "{sequence: {start: 1, stop: 9, as: x}}"),
    ("tiny", "{calculate: datum.x * 1e-300, as: y}", "{sequence: {start: 1, stop: 9, as: x}}"),
    ("negative zero", "{calculate: datum.x * 0, as: y}", "{values: [{x: -0.0}, {x: 0}, {x: -1}, {x: 1}]}"),
    ("infinite", "{calculate: 1 / (datum.x - 4), as: y}", "{sequence: {start: 1, stop: 9, as: x}}"),
    ("missing", "{calculate: datum.x, as: y}", "{values: [{x: 1}, {x: null}, {x: 3}, {x: .nan}, {x: 5}]}"),
    ("close", "{calculate: 1000000 + datum.x / 1000, as: y}", "{sequence: {start: 1, stop: 30, as: x}}"),
  ]
  private static let marks = [
    "line", "{type: line, point: true}", "point", "bar", "area", "rect", "tick", "boxplot", "errorbar", "text", "rule", "circle",
  ]
  private static let shapes = [
    "single", "coloured", "many series", "wrapped", "grid", "side by side", "two axes", "stacked views", "categories", "categories in y",
  ]
  private static let widths = ["", "width: half\n", "width: third\n", "width: full\n"]
  private static let titles = [
    "risk", "Excess risk $\\frac{1}{n}\\sum_{i=1}^n (f(x_i)-y_i)^2$", String(repeating: "a title with many words ", count: 9), unbroken + unbroken,
  ]
  private static let scales = ["", ", scale: {type: log}", ", scale: {type: symlog}", ", scale: {zero: false}", ", scale: {reverse: true}"]

  /// The numbers of the parts of a chart; all but the first two run through their ranges at rates without a common factor.
  static func specification(_ index: Int) -> (name: String, yaml: String) {
    let (table, mark) = (tables[index % tables.count], marks[(index / 10) % marks.count])
    let shape = shapes[(index * 7 + index / 10) % shapes.count]
    let width = widths[(index * 3 + index / 40) % widths.count]
    let title = titles[(index / 3 + index / 16) % titles.count]
    let scale = scales[(index / 7 + index / 30) % scales.count]
    let name = "\(index): \(table.name), \(mark), \(shape), \(width)\(scale)"
    let names = [
      "{calculate: \"'\(longName) ' + (datum.x % 7)\", as: c}", "{calculate: \"datum.x % 2 ? '$\\\\\\\\alpha_{\\\\\\\\mathrm{max}}$' : 'two'\", as: d}",
      "{calculate: \"'category number ' + datum.x\", as: k}", "{calculate: \"'\(unbroken)' + (datum.x % 3)\", as: u}",
    ]
    let head = width + "data: \(table.source)\ntransform: [\(table.transform), \(names.joined(separator: ", "))]\n"
    return (name, head + body(shape, mark, title, scale))
  }

  private static func body(_ shape: String, _ mark: String, _ title: String, _ scale: String) -> String {
    let x = "x: {field: x, type: quantitative\(scale.contains("log") ? scale : "")}"
    let y = "y: {field: y, type: quantitative, title: '\(title)'\(scale)}"
    let text = mark == "text" ? ", text: 'c:N'" : ""
    func unit(_ more: String) -> String { "mark: \(mark)\nencoding: {\(x), \(y)\(text)\(more)}\n" }
    let flow = "{mark: \(mark), encoding: {\(x), \(y)\(text)}}"
    switch shape {
    case "coloured": return unit(", color: {field: d, type: nominal}")
    case "many series": return unit(", color: {field: c, type: nominal, title: '\(title)'}")
    case "wrapped": return unit(", facet: {field: c, type: nominal, columns: 3}")
    case "grid": return unit(", row: {field: u, type: nominal}, column: {field: d, type: nominal}, color: {field: x, type: quantitative}")
    case "side by side": return "title: '\(title)'\nhconcat: [\(flow), {title: '\(longName)', \(flow.dropFirst())]\n"
    case "stacked views": return "vconcat: [\(flow), {title: '\(title)', \(flow.dropFirst())]\n"
    case "two axes":
      return "encoding: {\(x)}\nlayer: [{mark: \(mark), encoding: {\(y)\(text)}}, {mark: {type: line, color: vermilion}, encoding: {y: {field: x, type: quantitative, title: '\(title)'}}}]\nresolve: {scale: {y: independent}}\n"
    case "categories": return "mark: \(mark)\nencoding: {x: {field: k, type: nominal, title: '\(title)'}, \(y)\(text)}\n"
    case "categories in y": return "mark: \(mark)\nencoding: {y: {field: k, type: nominal, title: '\(title)'}, \(x)\(text)}\n"
    default: return "title: '\(title)'\n" + unit("")
    }
  }
}
