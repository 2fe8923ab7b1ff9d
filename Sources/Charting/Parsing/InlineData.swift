import Tables
import YAMLDocuments

/// Tables written in the chart itself.
enum InlineData {
  /// A list of mappings (one a row), or of single values (a column `data`). Mappings within rows become columns
  /// `outer.inner`, rows that are lists have columns `0`, `1`, …; lists become texts that `flatten` takes apart.
  static func table(_ node: YAMLNode, _ parser: inout SpecParser, format: String? = nil) -> Table {
    if let text = node.text, ["csv", "tsv"].contains(format) {
      return CSV.read(Array(text.utf8), path: "", delimiter: UInt8(ascii: format == "tsv" ? "\t" : ",")).table
    }
    guard let rows = node.elements ?? (node.entries == nil ? nil : [node]) else {
      parser.wrong("values", node, "a list of rows")
      return Table([])
    }
    var names: [String] = []
    var columns: [String: Int] = [:]
    var cells: [[Value]] = []
    var isMapping = false
    for (index, row) in rows.enumerated() {
      let numbered = row.elements?.enumerated().map { YAMLEntry(key: String($0), keyRange: $1.range, value: $1) }
      guard let entries = row.entries ?? numbered else { continue }
      isMapping = true
      add(entries, prefix: "") { name, value in
        let column: Int
        if let known = columns[name] { column = known } else {
          column = names.count
          columns[name] = column
          names.append(name)
          cells.append([Value](repeating: .null, count: rows.count))
        }
        cells[column][index] = value
      }
    }
    if !isMapping { return Table([FrameColumn("data", values: rows.map(cell)).column]) }
    // Rows without columns are rows nevertheless: a constant is drawn once a row.
    if names.isEmpty { return Table([FrameColumn("data", values: rows.map { _ in .null }).column]) }
    return Table(names.indices.map { FrameColumn(names[$0], values: cells[$0]).column })
  }

  /// What stands at `outer.inner` of a mapping.
  static func part(_ node: YAMLNode, _ path: String) -> YAMLNode? {
    path.split(separator: ".").reduce(Optional(node)) { inner, key in
      Int(key).flatMap { place in inner?.elements.flatMap { $0.indices.contains(place) ? $0[place] : nil } } ?? inner?[String(key)]
    }
  }

  private static func add(_ entries: [YAMLEntry], prefix: String, _ set: (String, Value) -> Void) {
    for entry in entries {
      if let inner = entry.value.entries {
        add(inner, prefix: prefix + entry.key + ".", set)
      } else if entry.value.elements != nil {
        set(prefix + entry.key, .text(json(entry.value)))
      } else {
        set(prefix + entry.key, cell(entry.value))
      }
    }
  }

  private static func cell(_ node: YAMLNode) -> Value {
    guard let scalar = node.scalar, !scalar.isNull else { return .null }
    if let flag = scalar.bool { return .boolean(flag) }
    if let integer = scalar.integer { return .integer(integer) }
    if let number = scalar.number { return .real(number) }
    return .text(scalar.text)
  }

  private static func json(_ node: YAMLNode) -> String {
    var writer = SceneWriter()
    write(node, &writer)
    return writer.text
  }

  private static func write(_ node: YAMLNode, _ writer: inout SceneWriter) {
    if let elements = node.elements {
      writer.list(elements) { write($0, &$1) }
    } else if let entries = node.entries {
      writer.write("{")
      for (index, entry) in entries.enumerated() {
        if index > 0 { writer.write(", ") }
        writer.string(entry.key)
        writer.write(": ")
        write(entry.value, &writer)
      }
      writer.write("}")
    } else {
      writer.value(cell(node))
    }
  }

  /// `{start, stop, step, as}`; the stop is not part of it.
  static func sequence(_ node: YAMLNode, _ parser: inout SpecParser) -> Table? {
    guard parser.check(node, "sequence", known: ["start", "stop", "step", "as"]) else { return nil }
    let start = parser.number(node, "start") ?? 0
    guard let stop = parser.number(node, "stop") else {
      parser.diagnostics.append(ChartingDiagnostics.missing("'stop'", in: "'sequence'", at: node.range))
      return nil
    }
    let step = parser.number(node, "step") ?? (start <= stop ? 1 : -1)
    let count = step == 0 ? .infinity : ((stop - start) / step).rounded(.up)
    guard count <= 1e7 else {
      parser.diagnostics.append(ChartingDiagnostics.unsuitable("the sequence has more than 10000000 rows", at: node.range))
      return nil
    }
    let values = (0..<max(0, Int(count))).map { start + Double($0) * step }
    let isInteger = start == start.rounded() && step == step.rounded()
    return Table([FrameColumn(parser.text(node, "as") ?? "data", values, isInteger ? .integer : .real).column])
  }
}
