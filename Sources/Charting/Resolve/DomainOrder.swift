import Tables

/// The order of a discrete domain by its sort specification.
enum DomainOrder {
  /// - Parameters:
  ///   - levels: in the order of the data.
  ///   - frame: the rows before any aggregation, for orders by another field.
  ///   - encoding: for orders by another channel.
  static func sorted(_ levels: [Value], _ sort: SortSpec?, frame: DataFrame, column: String, encoding: ResolvedEncoding) -> [Value] {
    let natural = levels.sorted(by: Ordering.isBefore)
    switch sort {
    case nil, .ascending: return natural
    case .descending: return natural.reversed()
    case .some(SortSpec.none): return levels
    case .values(let first):
      let keys = first.filter { wanted in levels.contains { TransformRunner.isSame($0, wanted) } }
      return keys.compactMap { wanted in levels.first { TransformRunner.isSame($0, wanted) } }
        + natural.filter { level in !first.contains { TransformRunner.isSame($0, level) } }
    case .channel(let channel, let descending):
      guard let other = encoding[channel]?.first else { return natural }
      let operation = other.aggregate ?? .min
      return byField(natural, other.definition.field, operation, descending, frame, column)
    case .field(let field, let operation, let descending):
      return byField(natural, field, operation, descending, frame, column)
    }
  }

  private static func byField(
    _ natural: [Value], _ field: String?, _ operation: AggregateOperation, _ descending: Bool, _ frame: DataFrame, _ column: String
  ) -> [Value] {
    let keys = Aggregation.aggregate(frame, [.init(operation: operation, field: field, name: "\u{0}key")], groupby: [column])
    let values = keys.column("\u{0}key").numbers
    let labels = keys.column(column)
    let order = (0..<keys.rowCount).filter { !labels[$0].isNull }.sorted { a, b in
      if values[a] == values[b] || values[a].isNaN || values[b].isNaN { return Ordering.isBefore(labels[a], labels[b]) }
      return (values[a] < values[b]) != descending
    }
    let sorted = order.map { labels[$0] }
    return sorted + natural.filter { level in !sorted.contains { TransformRunner.isSame($0, level) } }
  }
}
