import Tables

/// The words of a text mark, row by row.
enum TextLabels {
  static func texts(_ layer: LayerData) -> [String] {
    let count = layer.frame.rowCount
    guard let resolved = layer.channel(.text) else { return [String](repeating: layer.mark.text ?? "", count: count) }
    var texts = [String](repeating: "", count: count)
    // JavaScript writes out that a name is missing.
    let missing = layer.configuration.isLiteral ? "null" : ""
    let isNumber = resolved.isQuantitative || resolved.isTemporal
    if let constant = resolved.visual ?? resolved.datum {
      texts = [String](repeating: text(constant, resolved), count: count)
    } else if let name = resolved.column ?? resolved.visualColumn {
      let column = layer.frame.column(name)
      if case .categories(let codes, let levels) = column.cells {
        let words = levels.map { text(.text($0), resolved) }
        texts = codes.map { $0 < 0 ? missing : words[Int($0)] }
      } else {
        texts = (0..<count).map { row in column[row].isNull ? (isNumber ? "" : missing) : text(column[row], resolved) }
      }
    }
    for condition in resolved.conditions {
      let truths = layer.frame.column(condition.column).numbers
      let outputs = condition.valueColumn.map { layer.frame.column($0) }
      for row in 0..<count where truths[row] == 1 { texts[row] = (outputs?[row] ?? condition.value).description }
    }
    return texts
  }

  /// A value by its format: d3's for numbers, or for instants.
  private static func text(_ value: Value, _ resolved: ResolvedChannel) -> String {
    let format = resolved.definition.format
    if resolved.isTemporal || resolved.definition.timeUnit != nil, let instant = value.number {
      let pattern = format ?? resolved.definition.timeUnit?.format
      return pattern.flatMap(TimeFormat.init)?.string(instant) ?? TimeTicks.label(instant)
    }
    // Counts and sums are written out: a text stands alone, without an axis that could say the power of ten.
    if format == nil, resolved.isQuantitative, let number = value.number, number == number.rounded(), (1e5..<1e12).contains(abs(number)) {
      return ValueLabel.text(value, format: ",.0f")
    }
    if format == nil, resolved.isQuantitative, case .real(let number) = value { return ValueLabel.text(.real(NumberFormat.rounded(number, digits: 12))) }
    return ValueLabel.text(value, format: format)
  }
}
