import Tables
import YAMLDocuments

/// Tables written in the chart itself.
enum InlineData {
  /// A list of mappings (one a row), or of single values (a column `data`).
  static func table(_ node: YAMLNode, _ parser: inout SpecParser) -> Table {
    guard let rows = node.elements else {
      parser.wrong("values", node, "a list of rows")
      return Table([])
    }
    var names: [String] = []
    var seen: Set<String> = []
    for row in rows {
      for entry in row.entries ?? [] where seen.insert(entry.key).inserted { names.append(entry.key) }
    }
    if names.isEmpty { return Table([FrameColumn("data", values: rows.map { parser.value($0) }).column]) }
    var cells = [String: [Value]](uniqueKeysWithValues: names.map { ($0, [Value](repeating: .null, count: rows.count)) })
    for (index, row) in rows.enumerated() {
      for entry in row.entries ?? [] { cells[entry.key]?[index] = parser.value(entry.value) }
    }
    return Table(names.map { FrameColumn($0, values: cells[$0] ?? []).column })
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
