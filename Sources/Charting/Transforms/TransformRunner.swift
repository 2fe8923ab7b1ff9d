import Diagnostics
import Tables

/// Applies transforms to a frame, one after the other.
struct TransformRunner {
  var diagnostics: [Diagnostic] = []

  mutating func run(_ transforms: [LocatedTransform], on frame: DataFrame) -> DataFrame {
    var frame = frame
    for transform in transforms { frame = apply(transform.spec, frame, transform.range) }
    return frame
  }

  private mutating func apply(_ spec: TransformSpec, _ frame: DataFrame, _ range: SourceRange) -> DataFrame {
    guard hasColumns(spec, frame, range) else { return frame }
    switch spec {
    case .filter(let predicate):
      let keep = mask(predicate, frame)
      return keep.allSatisfy { $0 } ? frame : frame.selecting(keep.indices.filter { keep[$0] })
    case .calculate(let source, let name):
      return vector(source, frame).map { frame.setting([FrameColumn(name, $0, count: frame.rowCount)]) } ?? frame
    case .aggregate(let outputs, let groupby): return Aggregation.aggregate(frame, outputs, groupby: groupby)
    case .joinAggregate(let outputs, let groupby): return joined(frame, outputs, groupby)
    case .bin(let spec, let field, let names):
      let values = frame.column(field).numbers
      return frame.setting(Binning(spec, values: values).columns(values, names: names))
    case .fold(let fields, let key, let value): return folded(frame, fields, key, value)
    case .flatten: return frame
    case .window(let window): return WindowTransform.apply(window, frame)
    case .density(let density): return self.density(frame, density)
    case .regression(let regression): return self.regression(frame, regression, range)
    case .quantile(let field, let groupby, let probabilities, let step, let names):
      return quantiles(frame, field, groupby, probabilities ?? Self.steps(step), names)
    }
  }

  // MARK: Columns

  private mutating func hasColumns(_ spec: TransformSpec, _ frame: DataFrame, _ range: SourceRange) -> Bool {
    let unknown = Self.fields(spec).filter { frame[$0] == nil }
    for name in unknown { diagnostics.append(ChartingDiagnostics.unknownColumn(name, known: frame.columnNames, at: range)) }
    return unknown.isEmpty
  }

  private static func fields(_ spec: TransformSpec) -> [String] {
    switch spec {
    case .filter(let predicate): fields(predicate)
    case .calculate: []
    case .aggregate(let outputs, let groupby), .joinAggregate(let outputs, let groupby): outputs.compactMap(\.field) + groupby
    case .bin(_, let field, _): [field]
    case .fold(let fields, _, _), .flatten(let fields): fields
    case .window(let window): window.outputs.compactMap(\.field) + window.groupby + window.sort.map(\.field)
    case .density(let density): [density.field] + density.groupby
    case .regression(let regression): [regression.x, regression.y] + regression.groupby
    case .quantile(let field, let groupby, _, _, _): [field] + groupby
    }
  }

  private static func fields(_ predicate: FilterPredicate) -> [String] {
    switch predicate {
    case .expression: []
    case .compare(let field, _, _), .range(let field, _, _), .oneOf(let field, _), .valid(let field, _): [field]
    case .not(let inner): fields(inner)
    case .all(let parts), .any(let parts): parts.flatMap(fields)
    }
  }

  // MARK: Expressions

  mutating func vector(_ source: ExpressionSource, _ frame: DataFrame) -> ExpressionVector? {
    do {
      return try ExpressionEvaluator(frame).evaluate(ExpressionParser.parse(source.text))
    } catch {
      diagnostics.append(ChartingDiagnostics.expression(error, in: source))
      return nil
    }
  }

  mutating func mask(_ predicate: FilterPredicate, _ frame: DataFrame) -> [Bool] {
    let rows = 0..<frame.rowCount
    switch predicate {
    case .expression(let source):
      guard let vector = vector(source, frame) else { return rows.map { _ in true } }
      return rows.map(vector.truth)
    case .compare(let field, let comparison, let value): return compare(frame.column(field), comparison, value)
    case .range(let field, let low, let high):
      let values = frame.column(field).numbers
      return values.map { $0 >= low ?? -.infinity && $0 <= high ?? .infinity }
    case .oneOf(let field, let wanted):
      let (codes, levels) = frame.column(field).coded()
      let isWanted = levels.map { level in wanted.contains { Self.isSame($0, level) } }
      return codes.map { $0 >= 0 && isWanted[Int($0)] }
    case .valid(let field, let flag): return frame.column(field).coded().codes.map { ($0 >= 0) == flag }
    case .not(let inner): return mask(inner, frame).map { !$0 }
    case .all(let parts):
      let masks = parts.map { mask($0, frame) }
      return rows.map { row in masks.allSatisfy { $0[row] } }
    case .any(let parts):
      let masks = parts.map { mask($0, frame) }
      return rows.map { row in masks.contains { $0[row] } }
    }
  }

  private func compare(_ column: FrameColumn, _ comparison: FilterPredicate.Comparison, _ value: Value) -> [Bool] {
    let (codes, levels) = column.coded()
    let holds = levels.map { level -> Bool in
      switch comparison {
      case .equal: Self.isSame(level, value)
      case .lt: Ordering.isBefore(level, value)
      case .lte: !Ordering.isBefore(value, level)
      case .gt: Ordering.isBefore(value, level)
      case .gte: !Ordering.isBefore(level, value)
      }
    }
    return codes.map { $0 >= 0 && holds[Int($0)] }
  }

  static func isSame(_ a: Value, _ b: Value) -> Bool {
    if let x = a.number, let y = b.number { return x == y }
    return a.description == b.description
  }

  private static func steps(_ step: Double) -> [Double] {
    (0..<Swift.max(1, Int((1 / step).rounded()))).map { step / 2 + Double($0) * step }.filter { $0 < 1 }
  }
}

extension FrameColumn {
  /// The column of an expression's values.
  init(_ name: String, _ vector: ExpressionVector, count: Int) {
    switch vector {
    case .text, .texts: self.init(name, texts: (0..<count).map(vector.text))
    case .boolean, .booleans: self.init(name, (0..<count).map(vector.number), .boolean)
    case .number(let value): self.init(name, [Double](repeating: value, count: count))
    case .numbers(let values): self.init(name, values)
    }
  }
}
