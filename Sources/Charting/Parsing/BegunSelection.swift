import Diagnostics
import Tables
import YAMLDocuments

/// A selection that begins with a value: the rows that it holds for before anyone selects.
struct BegunSelection: Equatable {
  var predicate: FilterPredicate
  /// The ends of an interval, by channel.
  var intervals: [String: [Value]] = [:]
}

extension SpecParser {
  /// Collects the selections of all views that begin with a value.
  mutating func readBegunSelections(_ views: [YAMLNode]) {
    for view in views {
      for item in view["params"]?.elements ?? [] {
        guard let select = item["select"], let value = item["value"], !value.isNull, let name = item["name"]?.text else { continue }
        let kind = select.text ?? select["type"]?.text
        let begun = kind == "interval" ? interval(value, view["encoding"]) : points(value, select)
        if let begun { begunSelections[name] = begun }
      }
    }
  }

  /// Rows of one of the stated combinations: `[{"Cylinders": 4}]`, or values of the one field that is named.
  private func points(_ value: YAMLNode, _ select: YAMLNode) -> BegunSelection? {
    let fields = select["fields"]?.elements?.compactMap(\.text) ?? []
    let tuples = (value.elements ?? [value]).compactMap { tuple -> FilterPredicate? in
      if let entries = tuple.entries {
        return .all(entries.map { .compare(.init(field: FieldPath.column($0.key)), .equal, self.value($0.value)) })
      }
      guard fields.count == 1, tuple.scalar != nil else { return nil }
      return .compare(.init(field: FieldPath.column(fields[0])), .equal, self.value(tuple))
    }
    return tuples.isEmpty ? nil : BegunSelection(predicate: .any(tuples))
  }

  /// Rows between the ends, which are given by channel.
  private func interval(_ value: YAMLNode, _ encoding: YAMLNode?) -> BegunSelection? {
    var ranges: [FilterPredicate] = []
    var intervals: [String: [Value]] = [:]
    for entry in value.entries ?? [] {
      guard let ends = entry.value.elements?.map(self.value), ends.count == 2 else { continue }
      intervals[entry.key] = ends
      guard let field = encoding?[entry.key]?["field"]?.text else { continue }
      let places = ends.map { end in if case .text(let text) = end { FrameColumn.number(text) } else { end.number ?? .nan } }
      ranges.append(.range(.init(field: FieldPath.column(field)), min(places[0], places[1]), max(places[0], places[1])))
    }
    return intervals.isEmpty ? nil : BegunSelection(predicate: .all(ranges), intervals: intervals)
  }

  /// What `{param: name}` holds for, if that is a selection which begins with a value.
  func begun(_ node: YAMLNode) -> BegunSelection? { (node["param"] ?? node["selection"])?.text.flatMap { begunSelections[$0] } }
}
