import Tables

/// The order of a discrete domain by its sort specification.
enum DomainOrder {
  /// - Parameters:
  ///   - levels: in the order of the data.
  ///   - frame: the rows before any aggregation, for orders by another field.
  ///   - encoding: for orders by another channel.
  static func sorted(
    _ levels: [Value], _ sort: SortSpec?, frame: DataFrame, column: String, encoding: ResolvedEncoding, stackedFields: Set<String> = []
  ) -> [Value] {
    switch sort {
    case nil, .ascending: return natural(levels)
    case .descending: return natural(levels).reversed()
    case .some(SortSpec.none): return levels
    case .values(let first):
      // What is not listed follows in the order of the data.
      let keys = first.filter { wanted in levels.contains { TransformRunner.isSame($0, wanted) } }
      return keys.compactMap { wanted in levels.first { TransformRunner.isSame($0, wanted) } }
        + levels.filter { level in !first.contains { TransformRunner.isSame($0, level) } }
    case .channel(let channel, let descending):
      guard let other = encoding[channel]?.first else { return natural(levels) }
      let field = other.definition.field
      let operation = other.aggregate ?? standard(field, stackedFields)
      return byField(levels, field, operation, other.definition.aggregateArgument, descending, frame, column)
    case .field(let field, let operation, let descending):
      return byField(levels, field, operation ?? standard(field, stackedFields), nil, descending, frame, column)
    }
  }

  /// What is stacked is ordered by its sum.
  private static func standard(_ field: String?, _ stacked: Set<String>) -> AggregateOperation {
    field.map(stacked.contains) ?? false ? .sum : .min
  }

  /// Missing first, numbers by size, texts by their characters.
  static func natural(_ levels: [Value]) -> [Value] {
    levels.filter(\.isNull) + levels.filter { !$0.isNull }.sorted(by: Ordering.isBefore)
  }

  private static func byField(
    _ levels: [Value], _ field: String?, _ operation: AggregateOperation, _ argument: String?, _ descending: Bool, _ frame: DataFrame, _ column: String
  ) -> [Value] {
    let summaries = Aggregation.aggregate(frame, [.init(operation: operation, field: field, name: "\u{0}key", argument: argument)], groupby: [column])
    let keys = Ordering.ranks(summaries.column("\u{0}key"))
    let labels = summaries.column(column)
    var rank: [Value: Int] = [:]
    for row in 0..<summaries.rowCount { rank[DiscreteScale.key(labels[row])] = keys[row] }
    func key(_ value: Value) -> Int { rank[DiscreteScale.key(value)] ?? Int.max }
    return levels.enumerated().sorted { a, b in
      let (first, second) = (key(a.element), key(b.element))
      return first == second ? a.offset < b.offset : (first < second) != descending
    }.map(\.element)
  }
}
