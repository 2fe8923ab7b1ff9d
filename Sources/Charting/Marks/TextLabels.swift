import Tables

/// The words of a text mark, row by row.
enum TextLabels {
  static func texts(_ layer: LayerData) -> [String] {
    let count = layer.frame.rowCount
    guard let resolved = layer.channel(.text) else { return [String](repeating: layer.mark.text ?? "", count: count) }
    if let constant = resolved.visual ?? resolved.datum {
      return [String](repeating: ValueLabel.text(constant, format: resolved.definition.format), count: count)
    }
    guard let name = resolved.column else { return [String](repeating: "", count: count) }
    let column = layer.frame.column(name)
    var texts = (0..<count).map { row -> String in
      let value = column[row]
      return value.isNull ? "" : ValueLabel.text(value, format: resolved.definition.format)
    }
    for condition in resolved.conditions {
      let truths = layer.frame.column(condition.column).numbers
      for row in 0..<count where truths[row] == 1 { texts[row] = condition.value.description }
    }
    return texts
  }
}
