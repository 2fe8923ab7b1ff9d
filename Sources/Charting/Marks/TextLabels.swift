import Tables

/// The words of a text mark, made for a row when they are asked for: of a large table few texts find a place.
struct TextLabels: Sendable {
  private let resolved: ResolvedChannel?
  /// One text for all rows.
  private let constant: String?
  private let column: FrameColumn?
  /// The words of each level of a column of texts.
  private let words: [String]
  /// Of a missing cell that is no number.
  private let missing: String
  private let conditions: [(truths: [Double], outputs: FrameColumn?, value: Value)]

  init(_ layer: LayerData) {
    let resolved = layer.channel(.text)
    self.resolved = resolved
    let isNumber = resolved.map { $0.isQuantitative || $0.isTemporal } ?? false
    // JavaScript writes out that a name is missing.
    missing = layer.configuration.isLiteral && !isNumber ? "null" : ""
    let name = resolved?.column ?? resolved?.visualColumn
    if let resolved, let value = resolved.visual ?? resolved.datum {
      (constant, column) = (TextLabels.text(value, resolved), nil)
    } else {
      constant = resolved == nil ? layer.mark.text ?? "" : name == nil ? "" : nil
      column = constant == nil ? name.map { layer.frame.column($0) } : nil
    }
    if let resolved, case .categories(_, let levels) = column?.cells {
      words = levels.map { TextLabels.text(.text($0), resolved) }
    } else {
      words = []
    }
    conditions = (resolved?.conditions ?? []).map { condition in
      (layer.frame.column(condition.column).numbers, condition.valueColumn.map { layer.frame.column($0) }, condition.value)
    }
  }

  /// Whether a row has no text, without making it.
  func isEmpty(_ row: Int) -> Bool {
    let isNumber: Bool = if case .categories = column?.cells { false } else { column != nil }
    if isNumber, missing.isEmpty, conditions.isEmpty { return column?[row].isNull ?? true }
    return self[row].isEmpty
  }

  /// Mostly empty for a missing cell.
  subscript(row: Int) -> String {
    if let condition = conditions.last(where: { $0.truths[row] == 1 }) {
      return (condition.outputs?[row] ?? condition.value).description
    }
    if let constant { return constant }
    guard let column, let resolved else { return "" }
    if case .categories(let codes, _) = column.cells { return codes[row] < 0 ? missing : words[Int(codes[row])] }
    let value = column[row]
    return value.isNull ? missing : TextLabels.text(value, resolved)
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
