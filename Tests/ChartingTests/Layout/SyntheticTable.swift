import Tables
import YAMLDocuments

@testable import Charting

/// Rows made up for a specification: names from its orders and filters, numbers over several decades, three seeds.
struct SyntheticTable {
  private var names: [String: [String]] = [:]
  private var numbers: Set<String> = []
  private var order: [String] = []

  init(_ node: YAMLNode) { visit(node) }

  private mutating func note(_ field: String) {
    if !order.contains(field) { order.append(field) }
  }

  private mutating func visit(_ node: YAMLNode) {
    if let elements = node.elements { for element in elements { visit(element) } }
    guard let entries = node.entries else { return }
    if let field = node["field"]?.text {
      note(field)
      if node["type"]?.text == "quantitative" {
        numbers.insert(field)
      } else if node["type"] != nil {
        names[field, default: []] += node["sort"]?.elements?.compactMap(\.text).filter { !(names[field]?.contains($0) ?? false) } ?? []
      }
    }
    for entry in entries where entry.key != "data" {
      if let text = entry.value.text {
        readExpression(text)
        if Channel(rawValue: entry.key) != nil { readShorthand(text) }
      }
      visit(entry.value)
    }
  }

  private mutating func readShorthand(_ text: String) {
    guard let parts = FieldShorthand(text), let field = parts.field else { return }
    note(field)
    if parts.type == "Q" { numbers.insert(field) } else if parts.type != nil { names[field, default: []] += [] }
  }

  /// `datum.a == 'b'` says that `a` holds names, one of them `b`; any `datum.a` is a column.
  private mutating func readExpression(_ text: String) {
    let parts = text.components(separatedBy: "datum.").dropFirst()
    for part in parts {
      let field = String(part.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
      guard !field.isEmpty else { continue }
      note(field)
      let rest = part.dropFirst(field.count).drop { $0 == " " || $0 == "=" || $0 == "!" }
      guard let quote = rest.first, quote == "'" || quote == "\"" else { continue }
      let literal = String(rest.dropFirst().prefix { $0 != quote })
      if !(names[field]?.contains(literal) ?? false) { names[field, default: []].append(literal) }
    }
  }

  var table: Table {
    let places = 12
    // Every name of one column meets every name of the others, as far as 3000 rows go.
    let keys = order.filter { names[$0] != nil && !numbers.contains($0) }
    let levels = keys.map { key in (names[key] ?? []).isEmpty ? ["$d=5$, axis", "a plain method", "dense"] : names[key] ?? [] }
    let combinations = min(levels.reduce(1) { $0 * $1.count }, 80)
    let count = combinations * places * 3
    var columns: [Column] = []
    for (index, key) in keys.enumerated() {
      let below = levels[..<index].reduce(1) { $0 * $1.count }
      columns.append(Column(key, .text((0..<count).map { row in levels[index][(row / (3 * places) / below) % levels[index].count] })))
    }
    for (index, field) in order.enumerated() where !keys.contains(field) {
      if field == "seed" { continue }
      columns.append(
        Column(
          field,
          (0..<count).map { row in
            let (place, seed, group) = ((row / 3) % places, row % 3, row / (3 * places))
            let x = 1.0 * Double(1 << place)
            return index == 0 ? x : 5.0 * Double(group % 7 + 1) / (x + 3) * (1 + 0.1 * Double(seed))
          }))
    }
    columns.append(Column("seed", .integer((0..<count).map { $0 % 3 })))
    return Table(columns)
  }
}
